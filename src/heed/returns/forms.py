"""The shape of a return's own pages; its questions come from the pack."""

from heed.design.fields import LineField, LongField, MailField, OneOfField, TickField
from heed.design.forms import PlainForm
from heed.partnership.states import MEANS_WORDS, Means


class ShareForm(PlainForm):
    """A colleague for one section."""

    name = LineField(label="Their name", missing="Enter your colleague's name")
    email = MailField(
        label="Their work email",
        missing="Enter your colleague's work email",
        help_text="They are invited at once, to this section only.",
    )


class ReadyForm(PlainForm):
    """Saying that a return is ready."""

    outside = TickField(label="We prepared it outside Heed", required=False)


class ReadyForAnotherForm(PlainForm):
    """The coordinator says it for an agency, on somebody's word."""

    on_word_of = LineField(
        label="Who told you that it is ready?", missing="Enter who told you, by role or name"
    )
    means = OneOfField(
        label="How did they tell you?",
        choices=[(m.value, w) for m, w in MEANS_WORDS.items() if m is not Means.HEED],
    )


class NotTakingPartForm(PlainForm):
    """Why an agency takes no part."""

    why = LongField(label="Why does it take no part?", rows=3, max_length=300, missing="Say why")
