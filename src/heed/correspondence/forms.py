"""The shape of a message that a person changes."""

from heed.design.fields import LineField, LongField
from heed.design.forms import PlainForm


class MessageForm(PlainForm):
    """Subject and words of a message."""

    subject = LineField(label="Subject", missing="Write a subject", max_length=200)
    body = LongField(label="Message", missing="Write the message", rows=16)
