"""What follows a decision: the Panel's reply, steps of the ladder, letters."""

from typing import Any

from heed.decisions.states import REPLY_WORDS, Reply, StepOutcome
from heed.design.fields import LineField, LongField, MailField, OneOfField, WhenField
from heed.design.forms import PlainForm


class PanelForm(PlainForm):
    """What the Panel said of a decision."""

    reply = OneOfField(
        label="What does the Panel say?",
        choices=[(one.value, word) for one, word in REPLY_WORDS.items()],
        hints={
            Reply.CHALLENGES.value: "The group weighs the case again, with this beside its "
            "reasons. The chair and each partner are told, by the outbox."
        },
        page_heading=True,
        missing="Choose what the Panel says",
    )
    happened_on = WhenField(label="When did it reply?", not_future=True)
    from_whom = LineField(
        label="Who wrote for it?", help_text="By post.", missing="Say who wrote, by post"
    )
    text = LongField(
        label="What does it say?",
        rows=6,
        required=False,
        mark_optional=False,
        help_text="In its own words, without names. A challenge needs them.",
    )

    def clean(self) -> dict[str, Any]:
        """A challenge needs its words."""
        data = super().clean() or {}
        if data.get("reply") == Reply.CHALLENGES and not data.get("text"):
            self.add_error("text", "Enter what the Panel challenges")
        return data


class StepForm(PlainForm):
    """What came of a step."""

    said = LongField(
        label="What was heard, and what comes of it?",
        rows=5,
        missing="Say what was heard and what comes of it",
    )

    def __init__(self, *args: Any, top: bool, for_another: bool, who: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(StepOutcome.SETTLED.value, "It is settled")]
        if not top:
            choices.append((StepOutcome.UP.value, "It goes one step up"))
        self.fields["outcome"] = OneOfField(
            label="What comes of it?",
            choices=choices,
            heading="m",
            initial=StepOutcome.SETTLED.value if top else None,
            missing="Choose what comes of it",
        )
        if for_another:
            self.fields["said_by"] = LineField(
                label="On whose word do you enter this?", initial=who, missing="Say on whose word"
            )
        self.arrange()


class AdviceForm(PlainForm):
    """The scrutineer's advice."""

    words = LongField(
        label="Your advice",
        rows=4,
        help_text="It stands beside the steps and decides nothing.",
        missing="Write your advice",
    )


class LetterForm(PlainForm):
    """A letter, to read and change before it goes."""

    to_whom = LineField(label="To", missing="Say whom it is for")
    to_address = MailField(
        label="Email address", required=False, help_text="Leave it empty to hand it over on paper."
    )
    title = LineField(label="Heading", max_length=200, missing="Give it a heading")
    body = LongField(
        label="What it says",
        rows=16,
        help_text="No names of children or families: an email carries the reference, and whoever "
        "hands a letter over writes the name on it.",
        missing="Write what it says",
    )


class HandOverForm(PlainForm):
    """Who handed a letter over, and when."""

    handed_on = WhenField(label="When was it handed over?", not_future=True)
    handed_by = LineField(
        label="Who handed it over?", help_text="By post.", missing="Say who, by post"
    )
