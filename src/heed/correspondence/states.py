"""The states of a message."""

from enum import StrEnum


class MessageState(StrEnum):
    """Where a message stands."""

    DRAFT = "draft"
    SENT = "sent"
    NOT_SENT = "not_sent"
    DISCARDED = "discarded"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    MessageState.DRAFT: frozenset(
        {MessageState.SENT, MessageState.NOT_SENT, MessageState.DISCARDED}
    ),
    MessageState.NOT_SENT: frozenset({MessageState.SENT, MessageState.DISCARDED}),
}

WORDS: dict[MessageState, str] = {
    MessageState.DRAFT: "Waiting to be read",
    MessageState.SENT: "Sent",
    MessageState.NOT_SENT: "The mail server did not take it",
    MessageState.DISCARDED: "Not sent, by choice",
}
