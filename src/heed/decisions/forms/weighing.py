"""Weighing a case, recording what was decided, and where partners stand."""

from collections.abc import Sequence
from typing import Any

from heed.alongside import queries as alongside
from heed.alongside.operations import NOT_NOW
from heed.decisions import queries
from heed.decisions.between import Asked
from heed.decisions.models import Decision
from heed.decisions.queries import Weighed
from heed.decisions.states import ANSWER_WORDS, VIEW_WORDS, View
from heed.design.fields import (
    AnyOfField,
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.meetings.models import Meeting
from heed.partnership.models import Agency
from heed.partnership.states import MEANS_WORDS, Means
from heed.pathways.shapes import Decision as Helps
from heed.pathways.shapes import Route

NO_REASONS = "Write why the group decided this. A sentence is enough"
ANSWER_CHOICES = [(one.value, word) for one, word in ANSWER_WORDS.items()]
OWN_WORDS = {
    View.AGREES: "I agree",
    View.DIFFERS: "I see it differently",
    View.ASKS: "I have a question first",
}
OUTSIDE_MEANS = [(m.value, w) for m, w in MEANS_WORDS.items() if m is not Means.HEED]


class ToMeetingForm(PlainForm):
    """Which meeting takes the case."""

    meeting = PickField(label="Which meeting?", empty="", missing="Choose the meeting")

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), queries.meeting_words(one)) for one in meetings
        ]


class DecisionForm(PlainForm):
    """Every criterion, what the group decided, and why.

    ``recording`` says that it is recorded now: then the route and the reasons are needed, and
    whatever the group's standing asks for. Otherwise it is kept to go on with. ``missing`` names
    the route that normally comes before the one chosen, where it has not.
    """

    def __init__(
        self,
        *args: Any,
        decision: Decision,
        weighed: Sequence[Weighed],
        routes: Sequence[Route],
        helps: Helps,
        stood: queries.Stood | None,
        chairs: bool,
        recording: bool,
        asked: Asked | None = None,
        missing: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.weighed = list(weighed)
        for one in self.weighed:
            self.fields[f"a__{one.key}"] = OneOfField(
                label=one.criterion.text,
                help_text=one.criterion.help,
                choices=ANSWER_CHOICES,
                required=False,
                mark_optional=False,
                inline=True,
                small=True,
                initial=one.answer,
            )
            self.fields[f"e__{one.key}"] = LongField(
                label="What shows this",
                required=False,
                mark_optional=False,
                rows=3,
                initial=one.evidence,
            )
        self.fields["route"] = PickField(
            label="What the group decided",
            heading="s",
            choices=[(one.id, one.name) for one in routes],
            required=recording,
            mark_optional=False,
            initial=decision.route,
            missing="Choose what the group decided",
        )
        if missing:
            self.fields["out_of_order"] = LongField(
                label="This normally comes first. Why not here?",
                heading="s",
                help_text=f"{missing}. The reason is kept with the decision.",
                rows=2,
                required=recording,
                mark_optional=False,
                initial=decision.out_of_order,
                missing="Say why this comes first here",
            )
        self.fields["reasons"] = LongField(
            label="Why, in a sentence a family member could read",
            heading="s",
            help_text=helps.reasons_hint,
            rows=4,
            required=recording,
            mark_optional=False,
            initial=decision.reasons,
            missing=NO_REASONS,
        )
        self.fields["dissent"] = LongField(
            label="Anyone who saw it differently: who, and why",
            heading="s",
            help_text=helps.dissent_hint,
            rows=3,
            required=False,
            initial=decision.dissent or (asked.dissent if asked else ""),
        )
        kept = alongside.family(decision.case)
        self.fields["support"] = AnyOfField(
            label="What would help the child and family to take part?",
            heading="s",
            choices=[(one.id, one.label) for one in helps.family_support],
            hints={one.id: one.hint for one in helps.family_support if one.hint},
            alone=NOT_NOW,
            reveals={NOT_NOW: "family_not_offered"},
            required=False,
            mark_optional=False,
            initial=kept.support or ([NOT_NOW] if kept.not_offered else []),
        )
        self.fields["family_not_offered"] = LongField(
            label=helps.family_not_offered,
            rows=3,
            initial=kept.not_offered,
            missing="Say why, in a sentence",
        )
        self.fields["family"] = LongField(
            label=helps.family_question,
            heading="s",
            help_text=helps.family_hint,
            rows=3,
            required=False,
            initial=decision.family,
        )
        self._ask_where(decision, stood, recording)
        if asked is not None:
            self._asked_between(decision, asked)
        if stood is not None and not stood.quorate:
            self.fields["because"] = LongField(
                label="The group is short. It goes ahead, because …",
                heading="s",
                rows=2,
                required=False,
                mark_optional=False,
                initial=decision.because or queries.meeting_because(decision),
            )
        if not chairs:
            self.fields["on_word_of"] = LineField(
                label="On whose word do you enter this?",
                heading="s",
                help_text="The chair, or whoever stood in for the chair.",
                required=recording,
                mark_optional=False,
                initial=decision.on_word_of,
                missing="Say on whose word you enter this: the chair, or whoever stood in",
            )
        self.arrange()

    def _ask_where(self, decision: Decision, stood: queries.Stood | None, recording: bool) -> None:
        asks = ["happened_on", "means", "present"]
        if stood is not None:
            self.fields["where"] = OneOfField(
                label="Where was it decided?",
                heading="s",
                choices=[("meeting", "At the meeting"), ("outside", "Between meetings")],
                reveals={"outside": asks},
                initial="meeting",
                required=recording,
                mark_optional=False,
            )
        self.fields["happened_on"] = WhenField(
            label="When was it decided?",
            not_future=True,
            required=recording,
            mark_optional=False,
            help_text="For example, 3 April 2026",
        )
        self.fields["means"] = OneOfField(
            label="How?", choices=OUTSIDE_MEANS, required=recording, mark_optional=False
        )
        self.fields["present"] = LongField(
            label="Who decided it, one a line",
            rows=3,
            required=recording,
            mark_optional=False,
            initial=decision.present,
            missing="Say who decided it",
        )

    def _asked_between(self, decision: Decision, asked: Asked) -> None:
        """Members were asked between meetings: what they said is offered, and can be changed."""
        if "where" in self.fields:
            self.fields["where"].initial = "outside"
        self.fields["happened_on"].initial = asked.happened_on
        self.fields["means"].initial = asked.means
        self.fields["means"].choices = [  # type: ignore[attr-defined]
            (Means.HEED.value, "By each member’s answer in Heed"),
            *OUTSIDE_MEANS,
        ]
        self.fields["present"].initial = decision.present or asked.present

    def clean(self) -> dict[str, Any]:
        """A group that is short says why it goes ahead."""
        data = super().clean() or {}
        short = self.fields.get("because") and self.fields["reasons"].required
        if short and data.get("where") == "meeting" and not data.get("because"):
            self.add_error("because", "Say why the group goes ahead though it is short")
        return data

    @property
    def answers(self) -> dict[tuple[str, str], tuple[str, str]]:
        """(answer, evidence) by (set, criterion)."""
        return {
            (one.set.id, one.criterion.id): (
                self.cleaned_data[f"a__{one.key}"],
                self.cleaned_data[f"e__{one.key}"],
            )
            for one in self.weighed
        }

    @property
    def written(self) -> dict[str, Any]:
        """What a draft keeps."""
        names = (
            "route", "reasons", "dissent", "family", "present", "because", "out_of_order",
        )  # fmt: skip
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    @property
    def offered(self) -> dict[str, Any]:
        """What is offered to the child and family, or why nothing is."""
        return {
            "support": [one for one in self.cleaned_data["support"] if one != NOT_NOW],
            "family_not_offered": self.cleaned_data.get("family_not_offered") or "",
        }

    @property
    def recorded(self) -> dict[str, Any]:
        """What recording takes beside what a draft keeps."""
        data = self.cleaned_data
        outside = data.get("where", "outside") == "outside"
        told: dict[str, Any] = {"outside": outside, "on_word_of": data.get("on_word_of", "")}
        if outside:
            told |= {"happened_on": data["happened_on"], "means": Means(data["means"])}
        return told


class ReopenForm(PlainForm):
    """Why a record is put right."""

    why = LongField(
        label="What has to be put right?",
        rows=3,
        missing="Say what has to be put right, in a sentence",
        help_text="What was recorded stays on record, with this reason.",
    )


class PositionForm(PlainForm):
    """Where a safeguarding partner stands."""

    differs_why = LongField(
        label="What is seen differently?",
        rows=3,
        missing="Say what is seen differently, in a sentence",
    )
    asks_what = LongField(
        label="What should be known first?", rows=3, missing="Say what should be known first"
    )

    def __init__(
        self, *args: Any, agencies: Sequence[Agency], for_another: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if for_another:
            self.fields["name"] = LineField(
                label="Whose position is it?", missing="Enter the partner’s name or post"
            )
            self.fields["agency"] = PickField(
                label="For which agency?",
                required=False,
                choices=[(str(one.pk), one.name) for one in agencies],
            )
            self.fields["means"] = OneOfField(label="How did it reach you?", choices=OUTSIDE_MEANS)
            self.fields["happened_on"] = WhenField(label="When?", not_future=True)
        self.fields["view"] = OneOfField(
            label="Where do they stand?" if for_another else "Where do you stand?",
            choices=[(v.value, w) for v, w in (VIEW_WORDS if for_another else OWN_WORDS).items()],
            reveals={View.DIFFERS: "differs_why", View.ASKS: "asks_what"},
            heading="m",
            missing="Choose one of the three",
        )
        self.arrange()

    @property
    def words(self) -> str:
        """What goes with the answer, if something does."""
        return self.cleaned_data.get("differs_why") or self.cleaned_data.get("asks_what") or ""
