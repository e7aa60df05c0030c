"""The shape of what is said beside a page, and of an answer to it."""

from heed.design.fields import LongField, OneOfField
from heed.design.forms import PlainForm
from heed.library.states import HEARD_HINTS, HEARD_WORDS, HeardKind


class SayForm(PlainForm):
    """Seen here too, or an idea."""

    kind = OneOfField(
        label="What would you like to say?",
        choices=[(one.value, word) for one, word in HEARD_WORDS.items()],
        hints={one.value: hint for one, hint in HEARD_HINTS.items()},
        missing="Choose what you would like to say",
    )
    text = LongField(
        label="What do you notice, or what would you change?",
        rows=5,
        max_length=2000,
        help_text="How things are arranged, and what it means for a child or an adult. No names, "
        "and nothing about one family.",
        missing="Write what you notice, in a sentence or two",
    )

    @property
    def said(self) -> HeardKind:
        """Which of the two it is."""
        return HeardKind(self.cleaned_data["kind"])


class AnswerForm(PlainForm):
    """What becomes of it."""

    text = LongField(
        label="What becomes of it?",
        rows=4,
        max_length=2000,
        help_text="Whoever said it reads this: what you will do, or what stands in the way.",
        missing="Say what becomes of it, in a sentence",
    )
