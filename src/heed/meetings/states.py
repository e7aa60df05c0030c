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
    OTHER = "other"


ITEM_WORDS: dict[ItemKind, str] = {
    ItemKind.STANDING: "Every meeting",
    ItemKind.DECISION: "To decide",
    ItemKind.SIGN_OFF: "To sign off",
    ItemKind.REVIEW: "Open review",
    ItemKind.RECOMMENDATION: "Recommendation",
    ItemKind.RATIFY: "Decided between meetings, to ratify",
    ItemKind.OTHER: "To discuss",
}


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
