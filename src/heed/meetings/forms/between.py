"""A question to members between meetings: asking, answering, closing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from heed import clock
from heed.design.fields import LineField, LongField, OneOfField, PickField, TickField, WhenField
from heed.design.forms import PlainForm
from heed.meetings.states import RESULT_WORDS, View
from heed.partnership.models import Person
from heed.partnership.states import MEANS_WORDS, Means

LEAVES = "leaves"
ANSWERS = (
    (View.AGREES.value, "I agree"),
    (View.DIFFERS.value, "I see it differently"),
    (View.WAITS.value, "I would wait for a meeting"),
    (LEAVES, "Leave me out: I have a personal interest"),
)


class AskForm(PlainForm):
    """What members are asked, why it cannot wait, and by when."""

    def __init__(self, *args: Any, titled: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if titled:
            self.fields["title"] = LineField(
                label="What is it about?",
                missing="Say what it is about",
                help_text="References only, never a name.",
                max_length=200,
            )
        self.fields["asks"] = LongField(
            label="What are members asked to agree?",
            rows=4,
            missing="Say what members are asked to agree",
            help_text="One proposal that somebody can agree to or not, without names.",
        )
        self.fields["why_now"] = LongField(
            label="Why can it not wait for the next meeting?",
            rows=2,
            missing="Say why it cannot wait",
        )
        self.fields["answer_by"] = WhenField(
            label="By which day do you need answers?", help_text="For example, 3 April 2026"
        )
        self.arrange()

    def clean_answer_by(self) -> date:
        """A day that has not gone by."""
        day: date = self.cleaned_data["answer_by"]
        if day < clock.today():
            self.add_error("answer_by", "Enter a day that is still to come")
        return day


class StandForm(PlainForm):
    """Where a member stands; for somebody who keeps the agenda, also whose word it is."""

    def __init__(self, *args: Any, people: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if people:
            self.fields["person"] = PickField(
                label="Whose answer is it?",
                empty="Choose somebody",
                choices=[(str(one.pk), one.name) for one in people],
                missing="Choose whose answer it is",
            )
            self.fields["means"] = OneOfField(
                label="How did they tell you?",
                choices=[(m.value, w) for m, w in MEANS_WORDS.items() if m != Means.HEED],
                missing="Choose how they told you",
            )
        self.fields["view"] = OneOfField(
            label="Where do they stand?" if people else "Where do you stand?",
            choices=[(v, w) for v, w in ANSWERS if not (people and v == LEAVES)],
            hints={
                LEAVES: "You know the family, or are close to somebody whose work it concerns. "
                "Its papers close to you at once, and nobody asks why."
            },
            missing="Choose an answer",
        )
        self.fields["words"] = LongField(
            label="Why",
            required=False,
            mark_optional=False,
            rows=4,
            help_text=f"Needed if {'they' if people else 'you'} see it differently, otherwise as "
            "you like. It is kept with the decision in these words. No names.",
        )
        self.fields["agency"] = TickField(
            label="Our agency was involved with this child or family", required=False
        )
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Whoever differs says why."""
        data = super().clean() or {}
        if data.get("view") == View.DIFFERS and not data.get("words"):
            whose = "they see" if "person" in self.fields else "you see"
            self.add_error("words", f"Say what {whose} differently, in a sentence")
        return data


class SettleForm(PlainForm):
    """What came of the answers."""

    def __init__(self, *args: Any, short: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result"] = OneOfField(
            label="What came of it?",
            choices=[(r.value, word) for r, word in RESULT_WORDS.items()],
            missing="Choose what came of it",
        )
        self.fields["reasons"] = LongField(
            label="Why, in a sentence or two",
            rows=3,
            missing="Say why, in a sentence",
            help_text="What tipped it, and what becomes of the views that differed.",
        )
        if short:
            self.fields["because"] = LongField(
                label="It is settled without enough answers, or although somebody would wait, "
                "because …",
                rows=2,
                required=False,
                mark_optional=False,
                help_text="Not needed where it waits for the meeting.",
            )
        self.arrange()
