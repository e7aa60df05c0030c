"""The states of a public sentence on what has changed since. Plain Python."""

from enum import StrEnum


class ChangeState(StrEnum):
    """Where the sentence stands: written, agreed by somebody else, on the page, taken down."""

    DRAFT = "draft"
    AGREED = "agreed"
    SHOWN = "shown"
    TAKEN_DOWN = "taken_down"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ChangeState.DRAFT: frozenset({ChangeState.AGREED}),
    ChangeState.AGREED: frozenset({ChangeState.DRAFT, ChangeState.SHOWN}),
    ChangeState.SHOWN: frozenset({ChangeState.TAKEN_DOWN}),
    ChangeState.TAKEN_DOWN: frozenset({ChangeState.DRAFT}),
}

WORDS: dict[ChangeState, str] = {
    ChangeState.DRAFT: "Written, not agreed yet",
    ChangeState.AGREED: "Agreed, not shown yet",
    ChangeState.SHOWN: "On the page",
    ChangeState.TAKEN_DOWN: "Taken down",
}
