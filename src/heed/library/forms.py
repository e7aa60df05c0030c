"""The shape of the library's forms."""

from heed.design.fields import LongField
from heed.design.forms import PlainForm


class ChangeForm(PlainForm):
    """What has changed since, for everyone to read."""

    text = LongField(
        label="What has changed since?",
        rows=3,
        max_length=400,
        help_text="One or two sentences that anyone can understand: what people do now, and how we "
        "know. No names, no dates of one case.",
        missing="Write what has changed, in a sentence",
    )
