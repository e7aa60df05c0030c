"""The states of a review."""

from enum import StrEnum


class ReviewState(StrEnum):
    """Where a review stands."""

    SCOPING = "scoping"
    UNDER_WAY = "under_way"
    PAUSED = "paused"
    FINISHED = "finished"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ReviewState.SCOPING: frozenset({ReviewState.UNDER_WAY}),
    ReviewState.UNDER_WAY: frozenset({ReviewState.PAUSED, ReviewState.FINISHED}),
    ReviewState.PAUSED: frozenset({ReviewState.UNDER_WAY, ReviewState.FINISHED}),
    ReviewState.FINISHED: frozenset({ReviewState.UNDER_WAY}),
}

WORDS: dict[ReviewState, str] = {
    ReviewState.SCOPING: "Being scoped",
    ReviewState.UNDER_WAY: "Under way",
    ReviewState.PAUSED: "Paused",
    ReviewState.FINISHED: "Finished",
}

#: How what agencies prepare is shared; the words that the identity bar shows.
SHARING_WORDS: dict[str, str] = {
    "bring": "Bring it: returns stay with agencies",
    "facilitator": "Returns are shared with the facilitator",
    "collate": "Returns are gathered by the business unit",
}
