"""The shape of what is typed for an older page of our own."""

from datetime import date
from typing import Any

from heed import clock
from heed.briefings.states import Item, Question
from heed.design.fields import LineField, LongField, OneOfField, WhenField
from heed.design.forms import PlainForm


class OlderForm(PlainForm):
    """The words of the page."""

    title = LineField(label="Title", missing="Write a title")
    focus = LongField(
        label="Short focus", rows=2, help_text="Two sentences that the list of the library shows."
    )
    audience = LineField(label="Whom is it for?", required=False)
    learnt = LongField(
        label="What we learned",
        rows=16,
        help_text="One sheet of paper. A blank line starts a paragraph, a dash a point. Take out "
        "what could tell who somebody is: what was printed once need not be printed again.",
    )
    questions = LongField(label="Questions for teams", required=False, rows=4)


class CheckForm(PlainForm):
    """One item of the release checklist."""

    def __init__(self, *args: Any, asked: Question, review_by: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked.item == Item.REVIEW_DATE:
            self.fields["day"] = WhenField(
                label=asked.ask,
                help_text=asked.hint,
                page_heading=True,
                initial=review_by,
                earliest=lambda: date.fromordinal(clock.today().toordinal() + 1),
                too_early="Enter a day that is still to come",
            )
        else:
            self.fields["answer"] = OneOfField(
                label=asked.ask,
                help_text=asked.hint,
                page_heading=True,
                choices=[(one.id, one.label) for one in asked.answers],
                reveals={one.id: f"why-{one.id}" for one in asked.answers if one.why},
                missing="Choose the answer that fits",
            )
            for one in asked.answers:
                if one.why:
                    self.fields[f"why-{one.id}"] = LongField(
                        label=one.why, rows=3, missing="Write a sentence"
                    )
        self.arrange()

    @property
    def answer(self) -> str:
        """The id of the answer, or the day as ISO text."""
        if "day" in self.cleaned_data:
            return str(self.cleaned_data["day"].isoformat())
        return str(self.cleaned_data["answer"])

    @property
    def reason(self) -> str:
        """The reason that goes with the answer, if one does."""
        return str(self.cleaned_data.get(f"why-{self.cleaned_data.get('answer')}") or "")


class LookAgainForm(PlainForm):
    """Looking at a page in the library again."""

    review_by = WhenField(
        label="By when is it looked at next?", not_past=True, help_text="For example, 3 April 2028"
    )


NOTICES = (
    "We have taken this page down while we look at it again.",
    "This page no longer reflects how services here work, so we have taken it down.",
    "We have taken this page down. If you need it for your work, ask us.",
)


class WithdrawForm(PlainForm):
    """What its address says from now on, and why, which stays inside."""

    notice = OneOfField(
        label="What should its address say?",
        choices=[(one, one) for one in NOTICES],
        missing="Choose what its address says",
    )
    why = LongField(label="Why is it withdrawn?", help_text="This stays inside.", rows=2)
