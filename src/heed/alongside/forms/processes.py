"""The register of parallel processes."""

from typing import Any

from heed.alongside.states import HOLD_HINTS, HOLD_WORDS, PROCESS_WORDS, Hold, ProcessKind
from heed.design.fields import AnyOfField, LineField, LongField, PickField, WhenField
from heed.design.forms import PlainForm

NOTHING = "nothing"


class ProcessForm(PlainForm):
    """One process: whose it is, whom to speak to, and what it means for us."""

    kind = PickField(
        label="What is it?",
        missing="Choose what it is",
        choices=[(kind.value, word) for kind, word in PROCESS_WORDS.items()],
    )
    body = LineField(
        label="Whose process is it?",
        required=False,
        help_text="The force, court, coroner’s area, trust, board or regulator.",
    )
    lead = LineField(
        label="Whom do we speak to there?",
        required=False,
        help_text="By name and post, such as the officer in the case. Never a child or relative.",
    )
    their_reference = LineField(
        label="Their reference", required=False, max_length=80, width=20, private=True
    )
    since = WhenField(label="Since when?", required=False, not_future=True)
    expected_end = WhenField(
        label="When is it expected to end?",
        required=False,
        help_text="As they see it today. Leave it empty if nobody can say.",
    )
    holds = AnyOfField(
        label="What does it hold back in our review?",
        heading="m",
        choices=[
            *((hold.value, word) for hold, word in HOLD_WORDS.items()),
            (NOTHING, "Nothing, as far as we know"),
        ],
        hints={hold.value: hint for hold, hint in HOLD_HINTS.items()},
        alone=NOTHING,
        missing="Choose what it holds back, or “Nothing, as far as we know”",
    )
    effect = LongField(
        label="What may be shared, asked or published, and what not?",
        required=False,
        rows=4,
        help_text="As whoever leads it put it, with the day on which they said so. Needed where "
        "something is held back.",
    )
    review_on = WhenField(
        label="When do we ask again how it stands?",
        required=False,
        help_text="Left empty, the day that the way of working gives.",
    )

    def clean(self) -> dict[str, Any]:
        """Something that is held back is told in words; a process ends after it began."""
        cleaned = super().clean() or self.cleaned_data
        if self.held and not cleaned.get("effect"):
            self.add_error("effect", "Say in words what it holds back, for whom and until when")
        first, last = cleaned.get("since"), cleaned.get("expected_end")
        if first and last and last < first:
            self.add_error("expected_end", "It would end before it began. Check both dates")
        return cleaned

    @property
    def held(self) -> list[Hold]:
        """What it holds back."""
        return [Hold(one) for one in self.cleaned_data.get("holds", []) if one != NOTHING]

    @property
    def written(self) -> dict[str, Any]:
        """What the operation takes."""
        data = {k: v for k, v in self.cleaned_data.items() if k not in ("seen", "holds", "kind")}
        if data.get("review_on") is None:
            data.pop("review_on", None)
        return {**data, "kind": ProcessKind(self.cleaned_data["kind"]), "holds": self.held}


class ClearForm(PlainForm):
    """Who lets something go on beside an open process, and why."""

    cleared_by = LineField(
        label="Who cleared it?",
        missing="Say who cleared it, by name and post",
        help_text="By name and post: the officer in the case, the coroner’s officer, the lead.",
    )
    happened_on = WhenField(label="When did they say so?", not_future=True)
    reason = LongField(
        label="Why may it go on?",
        rows=3,
        missing="Say why it may go on, in a sentence",
        help_text="What they said, and any condition that they made.",
    )


class EndForm(PlainForm):
    """How a process ended."""

    ended_on = WhenField(label="When did it end?", not_future=True)
    outcome = LongField(
        label="How did it end?",
        rows=3,
        missing="Say how it ended, in a sentence",
        help_text="Such as “no further action”, or the conclusion. No names.",
    )
