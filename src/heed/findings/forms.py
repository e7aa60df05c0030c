"""The shape of what was learnt, in plain English."""

from collections.abc import Sequence
from typing import Any

from heed.design.fields import AnyOfField, LongField, OneOfField, PickField
from heed.design.forms import PlainForm
from heed.findings.models import Finding
from heed.findings.states import (
    EVIDENCE_WORDS,
    LEVEL_WORDS,
    MOST_THEMES,
    POLARITY_WORDS,
    EvidenceKind,
)
from heed.memory import themes
from heed.memory.themes import Suggestion
from heed.partnership.models import Agency, Group

MORE = 2


class FindingForm(PlainForm):
    """One thing that was learnt."""

    text = LongField(
        label="What did we learn?",
        rows=4,
        max_length=4000,
        words=(15, 60),
        missing="Write what was learnt, in a sentence or two",
        help_text="One thing. How the work went and what it meant for the child, not who did it.",
    )
    polarity = OneOfField(
        label="What does it speak of?",
        choices=[(p.value, w) for p, w in POLARITY_WORDS.items()],
        missing="Choose what it speaks of",
    )
    level = OneOfField(
        label="Where does it lie?",
        choices=[(v.value, w) for v, w in LEVEL_WORDS.items()],
        missing="Choose whether it lies in practice or in the system",
    )
    why = LongField(
        label="What made it so?",
        required=False,
        rows=4,
        max_length=4000,
        help_text="The condition that shaped it: time, tools, rules, what people knew then. "
        "It is what a change has to reach.",
    )


class EvidenceForm(PlainForm):
    """Something that shows it."""

    kind = OneOfField(
        label="Where does it come from?",
        choices=[(k.value, w) for k, w in EVIDENCE_WORDS.items()],
        missing="Choose where it comes from",
    )
    text = LongField(
        label="What shows it?",
        rows=4,
        max_length=4000,
        missing="Write what shows it, in a sentence or two",
        help_text="What was seen, said or counted. Roles, not names.",
    )
    agency = PickField(label="From which agency?", required=False, empty="No one agency")

    def __init__(self, *args: Any, agencies: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "No one agency"),
            *((str(a.pk), a.name) for a in agencies),
        ]

    @property
    def source(self) -> EvidenceKind:
        """Where it comes from."""
        return EvidenceKind(self.cleaned_data["kind"])


class ThemesForm(PlainForm):
    """The themes: those that the words suggest first, and any other of the list."""

    def __init__(
        self, *args: Any, finding: Finding, suggested: Sequence[Suggestion], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = finding.theme_ids
        first = [one.theme.id for one in suggested]
        shown = [*first, *(one for one in chosen if one not in first)]
        if shown:
            self.fields["themes"] = AnyOfField(
                label="Which of these does it speak of?",
                choices=[(one, themes.label(one)) for one in shown],
                hints={
                    one.theme.id: "It says " + ", ".join(f"“{word}”" for word in one.words[:4])
                    for one in suggested
                },
                required=False,
                mark_optional=False,
                initial=chosen,
            )
        for number in range(1, MORE + 1):
            self.fields[f"more_{number}"] = PickField(
                label="Another theme" if shown or number > 1 else "Theme",
                choices=[
                    (group, [(key, label) for key, label in rows if key not in shown])
                    for group, rows in themes.choices()
                ],
                empty="None",
                required=False,
            )
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """One to three."""
        cleaned = super().clean() or self.cleaned_data
        at = "themes" if "themes" in self.fields else "more_1"
        if not self.chosen:
            self.add_error(at, "Choose at least one theme: people find it again by them")
        elif len(self.chosen) > MOST_THEMES:
            self.add_error(at, "Choose three at most: those that somebody would look under")
        return cleaned

    @property
    def chosen(self) -> list[str]:
        """The ids of the themes that were chosen, each once."""
        data = self.cleaned_data
        found = [*(data.get("themes") or []), *(data.get(f"more_{n}") for n in (1, 2))]
        return list(dict.fromkeys(one for one in found if one))


class NextStepForm(PlainForm):
    """A change that is proposed."""

    text = LongField(
        label="What could change?",
        rows=3,
        max_length=2000,
        missing="Write what could change, in a sentence",
        help_text="Something that a group can take on: who would do what differently.",
    )
    finding = PickField(label="Because of which finding?", required=False, empty="More than one")
    group = PickField(
        label="For which working group?", required=False, empty="The review group decides"
    )
    expected_change = LongField(
        label="What would be different then?",
        required=False,
        rows=3,
        max_length=2000,
        help_text="What a child, a family or a colleague would notice.",
    )

    def __init__(
        self, *args: Any, findings: Sequence[Finding], groups: Sequence[Group], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["finding"].choices = [  # type: ignore[attr-defined]
            ("", "More than one"),
            *((str(one.pk), short(one.text)) for one in findings),
        ]
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            ("", "The review group decides"),
            *((str(one.pk), one.name) for one in groups),
        ]


class SetAsideForm(PlainForm):
    """Why a finding is set aside."""

    why = LongField(
        label="Why is it set aside?", rows=3, max_length=1000, missing="Say why, in a sentence"
    )


def short(text: str, most: int = 90) -> str:
    """The beginning of a text, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"
