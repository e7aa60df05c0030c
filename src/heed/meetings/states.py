"""The states of a meeting, and what can be said of the people and items at it."""

from enum import StrEnum


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    OPEN = "open"
    HELD = "held"
    CANCELLED = "cancelled"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    MeetingState.PLANNED: frozenset({MeetingState.OPEN, MeetingState.CANCELLED}),
    MeetingState.OPEN: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
}

WORDS: dict[MeetingState, str] = {
    MeetingState.PLANNED: "Planned",
    MeetingState.OPEN: "Under way",
    MeetingState.HELD: "Held",
    MeetingState.CANCELLED: "Cancelled",
}

#: In these states something can still come onto the agenda.
AHEAD = frozenset({MeetingState.PLANNED, MeetingState.OPEN})


class Way(StrEnum):
    """How people come together."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    BOTH = "both"


WAY_WORDS: dict[Way, str] = {
    Way.IN_PERSON: "In person",
    Way.ONLINE: "By video",
    Way.BOTH: "In person and by video",
}


class ItemKind(StrEnum):
    """What an item asks of the group."""

    STANDING = "standing"
    DECISION = "decision"
    SIGN_OFF = "sign_off"
    REVIEW = "review"
    RECOMMENDATION = "recommendation"
    RATIFY = "ratify"
    HANDED = "handed"
    OTHER = "other"


ITEM_WORDS: dict[ItemKind, str] = {
    ItemKind.STANDING: "Every meeting",
    ItemKind.DECISION: "To decide",
    ItemKind.SIGN_OFF: "To sign off",
    ItemKind.REVIEW: "Open review",
    ItemKind.RECOMMENDATION: "Recommendation",
    ItemKind.RATIFY: "Decided between meetings, to ratify",
    ItemKind.HANDED: "Handed to us",
    ItemKind.OTHER: "To discuss",
}

#: An item that came of a question to members, whether or not they have agreed yet.
ASKED_BETWEEN = "Asked between meetings"


class Presence(StrEnum):
    """Whether somebody was there."""

    PRESENT = "present"
    APOLOGIES = "apologies"


PRESENCE_WORDS: dict[Presence, str] = {
    Presence.PRESENT: "Here",
    Presence.APOLOGIES: "Apologies",
}


class InterestKind(StrEnum):
    """What stands between somebody and an item.

    A personal interest leaves the item and opens none of its papers. An agency's involvement is
    declared, stays, and carries the chair's ruling.
    """

    PERSONAL = "personal"
    AGENCY = "agency"


INTEREST_WORDS: dict[InterestKind, str] = {
    InterestKind.PERSONAL: "Personal interest: leaves for this item",
    InterestKind.AGENCY: "Their agency was involved",
}


class HandoverState(StrEnum):
    """Where something stands that one group hands to another."""

    OFFERED = "offered"
    TAKEN = "taken"
    RETURNED = "returned"


HANDOVER_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    HandoverState.OFFERED: frozenset({HandoverState.TAKEN, HandoverState.RETURNED}),
}

HANDOVER_WORDS: dict[HandoverState, str] = {
    HandoverState.OFFERED: "Waits to be received",
    HandoverState.TAKEN: "Received",
    HandoverState.RETURNED: "Given back",
}


class Matter(StrEnum):
    """What is handed over."""

    CASE = "case"
    GOOD_PRACTICE = "good_practice"
    DEBRIEF = "debrief"
    ADULT_REVIEW = "adult_review"
    DOMESTIC = "domestic"
    OTHER = "other"


MATTER_WORDS: dict[Matter, str] = {
    Matter.CASE: "Learning from a child’s case",
    Matter.GOOD_PRACTICE: "Good practice",
    Matter.DEBRIEF: "A less serious case, for a debrief",
    Matter.ADULT_REVIEW: "A safeguarding adult review",
    Matter.DOMESTIC: "A domestic homicide or abuse-related death review",
    Matter.OTHER: "Something else",
}


class Admits(StrEnum):
    """What a group says of one of its own criteria."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


ADMITS_WORDS: dict[Admits, str] = {
    Admits.YES: "Yes",
    Admits.NO: "No",
    Admits.NOT_KNOWN: "Not known",
}


class QuestionState(StrEnum):
    """Where a question stands that is put to members between meetings."""

    ASKED = "asked"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


QUESTION_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    QuestionState.ASKED: frozenset({QuestionState.CLOSED, QuestionState.WITHDRAWN}),
}

QUESTION_WORDS: dict[QuestionState, str] = {
    QuestionState.ASKED: "Asked",
    QuestionState.CLOSED: "Closed",
    QuestionState.WITHDRAWN: "Taken back",
}


class View(StrEnum):
    """Where a member stands on a question between meetings."""

    AGREES = "agrees"
    DIFFERS = "differs"
    WAITS = "waits"


STAND_WORDS: dict[View, str] = {
    View.AGREES: "Agrees",
    View.DIFFERS: "Sees it differently",
    View.WAITS: "Would wait for a meeting",
}


class Result(StrEnum):
    """What came of a question between meetings."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    MEETING = "meeting"


RESULT_WORDS: dict[Result, str] = {
    Result.AGREED: "Agreed between meetings",
    Result.NOT_AGREED: "Not agreed",
    Result.MEETING: "Waits for the meeting",
}
