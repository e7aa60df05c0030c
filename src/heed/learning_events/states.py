"""The states of a learning event, and what a guest can answer."""

from enum import StrEnum


class EventState(StrEnum):
    """Where a learning event stands. Moving it to another day is no state: it only counts up."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    CANCELLED = "cancelled"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    EventState.PLANNED: frozenset({EventState.INVITED, EventState.HELD, EventState.CANCELLED}),
    EventState.INVITED: frozenset({EventState.HELD, EventState.CANCELLED}),
}

WORDS: dict[EventState, str] = {
    EventState.PLANNED: "Planned",
    EventState.INVITED: "People are invited",
    EventState.HELD: "Held",
    EventState.CANCELLED: "Cancelled",
}

#: In these states the event is still to come.
AHEAD = frozenset({EventState.PLANNED, EventState.INVITED})


class Answer(StrEnum):
    """What somebody who was asked said."""

    NONE = ""
    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


ANSWER_WORDS: dict[Answer, str] = {
    Answer.NONE: "No answer yet",
    Answer.YES: "Coming",
    Answer.NO: "Cannot come",
    Answer.MAYBE: "Perhaps",
}

#: Notes that fit under none of the prompts; they stay with the facilitator and the unit.
PARKED = "parked"
