"""The shape of recommendations and actions, in plain English."""

from typing import Any

from heed.design.fields import (
    FileField,
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
    WholeNumberField,
)
from heed.design.forms import PlainForm
from heed.partnership.models import Agency, Group, Person
from heed.pathways.shapes import Recommendations
from heed.recommendations.states import RESPONSE_WORDS, Delivery, Effect, Response


class ProposeForm(PlainForm):
    """One change that is asked for."""

    text = LineField(
        label="What should change?",
        max_length=400,
        missing="Write the change that is asked for",
        help_text="One change, in a sentence. Name a condition, a tool, a time or a habit.",
    )
    because = LineField(
        label="Because",
        max_length=400,
        required=False,
        help_text="The finding behind it, in a sentence, with nothing that could identify anybody.",
    )
    expected_change = LongField(
        label="What do you expect to change?",
        required=False,
        rows=3,
        help_text="For people who do the work, and for a child or family.",
    )
    level = OneOfField(label="Where does it have to happen?", required=False)

    def __init__(self, *args: Any, words: Recommendations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(c.id, c.label) for c in words.levels]  # type: ignore[attr-defined]


class BringInForm(PlainForm):
    """A recommendation that was made elsewhere."""

    text = LineField(
        label="What should change?", max_length=400, missing="Write the change that is asked for"
    )
    because = LineField(label="Because", max_length=400, required=False)
    made_on = WhenField(label="When was it made?", not_future=True)


class RouteForm(PlainForm):
    """The working group that takes it on."""

    group = OneOfField(label="Which group takes it on?", missing="Choose a group")

    def __init__(self, *args: Any, groups: list[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [(str(g.pk), g.name) for g in groups]  # type: ignore[attr-defined]


class RespondForm(PlainForm):
    """What the group says to it."""

    response = OneOfField(
        label="Does the group accept it?",
        choices=[(r.value, RESPONSE_WORDS[r]) for r in Response if r],
        reveals={Response.IN_PART.value: "part_why", Response.NOT.value: "not_why"},
        missing="Choose what the group says",
    )
    part_why = LongField(label="Which part, and why?", rows=3, missing="Say which part, and why")
    not_why = LongField(label="Why not?", rows=3, missing="Say why not")

    @property
    def reason(self) -> str:
        """The reason that goes with the answer, if one does."""
        return self.cleaned_data.get("part_why") or self.cleaned_data.get("not_why") or ""


class ActionForm(PlainForm):
    """One action: what, how, expected change, timescale, evidence, and whose it is."""

    owner = PickField(label="Whose is it?", required=False, empty="Somebody without an account")
    owner_name = LineField(label="Their name or post, if they have no account", required=False)
    agency = PickField(label="Agency", required=False, empty="The owner's own")
    due = WhenField(
        label="By when?",
        missing="Enter a date that the owner believes in, for example 3 April 2027",
        help_text="It can be moved later, with a reason.",
    )

    def __init__(
        self,
        *args: Any,
        words: Recommendations,
        people: list[Person],
        agencies: list[Agency],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", "Somebody without an account"),
            *((str(p.pk), f"{p.name}, {p.agency}" if p.agency else p.name) for p in people),
        ]
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "The owner's own"),
            *((str(a.pk), a.name) for a in agencies),
        ]
        add_texts(self, words, only=("what", "how", "expected_change", "evidence"), first=True)
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Somebody owns it."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("owner") and not cleaned.get("owner_name"):
            self.add_error("owner", "Choose who owns it, or write a name or post below")
        return cleaned


class ActionTextForm(PlainForm):
    """What the owner says about an action."""

    def __init__(self, *args: Any, words: Recommendations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_texts(
            self,
            words,
            only=("what", "how", "expected_change", "evidence", "difference_made"),
        )
        self.arrange()


def add_texts(
    form: PlainForm, words: Recommendations, *, only: tuple[str, ...], first: bool = False
) -> None:
    """Add the pack's questions to an owner as fields; with ``first`` before the others."""
    asked = {question.id: question for question in words.asks}
    added = {
        key: LongField(
            label=asked[key].text,
            help_text=asked[key].hint,
            required=asked[key].required and key != "difference_made",
            rows=3,
        )
        for key in only
        if key in asked
    }
    form.fields = {**added, **form.fields} if first else {**form.fields, **added}


class CheckInForm(PlainForm):
    """How an action is going."""

    state = OneOfField(label="How is it going?", missing="Choose how it is going")
    note = LongField(
        label="Anything to say about it?",
        required=False,
        rows=3,
        help_text="What has happened, what is in the way, what would help.",
    )

    def __init__(self, *args: Any, words: Recommendations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [one for one in words.delivery if one.id != Delivery.PROVEN]
        self.fields["state"].choices = [(one.id, one.label) for one in said]  # type: ignore[attr-defined]
        self.fields["state"].hints = {one.id: one.hint for one in said if one.hint}  # type: ignore[attr-defined]


class MoveForm(PlainForm):
    """Another date, and why."""

    due = WhenField(label="To which date?", not_past=True)
    because = LongField(label="Why does it move?", rows=3, missing="Say why, in a sentence")


class EvidenceForm(PlainForm):
    """Evidence, with a file or without."""

    kind = PickField(label="What kind of evidence?", missing="Choose the kind of evidence")
    text = LongField(
        label="What does it show?",
        rows=4,
        missing="Say what it shows, in a sentence or two",
        help_text="Figures with how many and out of how many. Leave out names.",
    )
    file = FileField(
        label="Add a file",
        required=False,
        help_text="PDF, Word, Excel, a picture or plain text, up to 10 MB.",
    )

    def __init__(self, *args: Any, words: Recommendations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((c.id, c.label) for c in words.evidence_kinds),
        ]


class LookForm(PlainForm):
    """What came of it."""

    effect = OneOfField(label="What difference has it made?", missing="Choose what was seen")
    what_was_seen = LongField(
        label="What shows it?", rows=4, missing="Say what was seen, and how you know"
    )
    measure = LineField(
        label="A figure, if there is one: what was counted",
        required=False,
        help_text="Such as “families offered a call after two missed visits”.",
    )
    part = WholeNumberField(label="How many", required=False, min_value=0)
    whole = WholeNumberField(label="Out of how many", required=False, min_value=1)
    again_on = WhenField(
        label="Look again on",
        required=False,
        not_past=True,
        help_text="Leave it empty if this is the last look.",
    )

    def __init__(self, *args: Any, words: Recommendations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [one for one in words.effect if one.id != Effect.NOT_LOOKED]
        self.fields["effect"].choices = [(one.id, one.label) for one in said]  # type: ignore[attr-defined]
        self.fields["effect"].hints = {one.id: one.hint for one in said if one.hint}  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A figure has its denominator."""
        cleaned = super().clean() or self.cleaned_data
        part, whole = cleaned.get("part"), cleaned.get("whole")
        if (part is None) != (whole is None) and not self.errors:
            self.add_error("whole", "Give both figures: how many, and out of how many")
        elif part is not None and whole is not None and part > whole:
            self.add_error("part", "This is more than the whole. Check both figures")
        return cleaned


class CloseForm(PlainForm):
    """Closing, with the reason where a question is open."""

    because = LongField(label="Why close it now?", rows=3, missing="Say why, in a sentence")

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["because"].required = needs_reason
