"""The states of a recommendation and of an action; delivery and effect are two lanes."""

from enum import StrEnum


class RecommendationState(StrEnum):
    """Where a recommendation stands."""

    PROPOSED = "proposed"
    ROUTED = "routed"
    CLOSED = "closed"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    RecommendationState.PROPOSED: frozenset(
        {RecommendationState.ROUTED, RecommendationState.CLOSED}
    ),
    RecommendationState.ROUTED: frozenset({RecommendationState.CLOSED}),
    RecommendationState.CLOSED: frozenset({RecommendationState.ROUTED}),
}

WORDS: dict[RecommendationState, str] = {
    RecommendationState.PROPOSED: "Proposed",
    RecommendationState.ROUTED: "With its group",
    RecommendationState.CLOSED: "Closed",
}


class Response(StrEnum):
    """What the group that was asked says."""

    NONE = ""
    ACCEPTED = "accepted"
    IN_PART = "in_part"
    NOT = "not"


RESPONSE_WORDS: dict[Response, str] = {
    Response.NONE: "Not answered yet",
    Response.ACCEPTED: "Accepted",
    Response.IN_PART: "Accepted in part",
    Response.NOT: "Not accepted",
}


class Delivery(StrEnum):
    """How far an action is. ``proven``: somebody other than its owner accepted the evidence."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    STUCK = "stuck"
    DONE = "done"
    PROVEN = "proven"


_UNDER_WAY = {Delivery.NOT_STARTED, Delivery.ON_TRACK, Delivery.AT_RISK, Delivery.STUCK}

ACTION_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    **{state: frozenset({*_UNDER_WAY, Delivery.DONE} - {state}) for state in sorted(_UNDER_WAY)},
    Delivery.DONE: frozenset({Delivery.PROVEN, Delivery.ON_TRACK}),
    Delivery.PROVEN: frozenset({Delivery.ON_TRACK}),
}


class Lane(StrEnum):
    """The delivery of a recommendation as a whole."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DELIVERED = "delivered"


LANE_WORDS: dict[Lane, str] = {
    Lane.NOT_BEGUN: "Not begun",
    Lane.UNDER_WAY: "Under way",
    Lane.DELIVERED: "Delivered",
}


def lane(states: list[str]) -> Lane:
    """The lane that these actions make: delivered when all are done, under way when one is."""
    if states and all(s in (Delivery.DONE, Delivery.PROVEN) for s in states):
        return Lane.DELIVERED
    if all(s == Delivery.NOT_STARTED for s in states):
        return Lane.NOT_BEGUN
    return Lane.UNDER_WAY


class Effect(StrEnum):
    """What came of it, as far as anybody has looked."""

    NOT_LOOKED = "not_looked"
    TOO_SOON = "too_soon"
    NO_CHANGE = "no_change"
    ACTIVITY = "activity"
    PRACTICE_CHANGED = "practice_changed"
    CHILDREN_BETTER_OFF = "children_better_off"


#: How an effect is drawn: too early, level (no difference), or done (a difference was seen).
EFFECT_KINDS: dict[Effect, str] = {
    Effect.NOT_LOOKED: "early",
    Effect.TOO_SOON: "early",
    Effect.NO_CHANGE: "level",
    Effect.ACTIVITY: "level",
    Effect.PRACTICE_CHANGED: "done",
    Effect.CHILDREN_BETTER_OFF: "done",
}
