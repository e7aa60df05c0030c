"""The states of an agency's return."""

from enum import StrEnum


class ReturnState(StrEnum):
    """Where a return stands. The business unit may see no more than this."""

    ASKED = "asked"
    BEGUN = "begun"
    PREPARED = "prepared"
    NOT_TAKING_PART = "not_taking_part"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ReturnState.ASKED: frozenset(
        {ReturnState.BEGUN, ReturnState.PREPARED, ReturnState.NOT_TAKING_PART}
    ),
    ReturnState.BEGUN: frozenset({ReturnState.PREPARED, ReturnState.NOT_TAKING_PART}),
    ReturnState.PREPARED: frozenset({ReturnState.BEGUN}),
    ReturnState.NOT_TAKING_PART: frozenset({ReturnState.BEGUN, ReturnState.PREPARED}),
}

WORDS: dict[ReturnState, str] = {
    ReturnState.ASKED: "Not begun",
    ReturnState.BEGUN: "Begun",
    ReturnState.PREPARED: "Ready to bring",
    ReturnState.NOT_TAKING_PART: "Not taking part",
}

#: What "prepared" is called where returns are not brought but shared.
READY_WORDS: dict[str, str] = {
    "bring": "Ready to bring",
    "facilitator": "Shared with the facilitator",
    "collate": "Sent",
}
