"""The shape of a step by which learning reaches people."""

from heed.design.fields import LineField, LongField, WhenField
from heed.design.forms import PlainForm


class StepForm(PlainForm):
    """Whom, how, who leads it, by when, and how we shall know."""

    whom = LineField(
        label="Whom should it reach?",
        max_length=200,
        help_text="One set of people, such as “housing officers of both councils”.",
        missing="Say whom it should reach",
    )
    how = LineField(
        label="How?",
        max_length=300,
        help_text="What they will read, hear or do, and where: a team meeting does more than an "
        "email.",
        missing="Say how it reaches them",
    )
    led_by = LineField(
        label="Who leads it?",
        max_length=200,
        help_text="A post or a body, such as “the adults board’s training lead”.",
        missing="Say who leads it, by post",
    )
    due = WhenField(label="By when?", missing="Enter a day, for example 3 April 2027")
    known_by = LineField(
        label="How shall we know that it arrived?",
        max_length=300,
        required=False,
        help_text="What somebody could ask, count or see afterwards.",
    )


class DoneForm(PlainForm):
    """What came of it."""

    done_on = WhenField(label="When was it done?", not_future=True, missing="Enter the day")
    what_came = LongField(
        label="What came of it?",
        rows=3,
        max_length=2000,
        help_text="How many it reached, and what they say or do now.",
        missing="Say what came of it, in a sentence",
    )
