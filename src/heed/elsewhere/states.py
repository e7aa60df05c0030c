"""The states of a report from elsewhere, and of an older page of our own. Plain Python."""

from enum import StrEnum


class ReportState(StrEnum):
    """Where a report from elsewhere stands. Only a shown one is public: title, date and link."""

    INSIDE = "inside"
    OFFERED = "offered"
    SHOWN = "shown"
    GONE = "gone"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ReportState.INSIDE: frozenset({ReportState.OFFERED, ReportState.GONE}),
    ReportState.OFFERED: frozenset({ReportState.INSIDE, ReportState.SHOWN, ReportState.GONE}),
    ReportState.SHOWN: frozenset({ReportState.INSIDE, ReportState.GONE}),
    ReportState.GONE: frozenset({ReportState.INSIDE}),
}

WORDS: dict[ReportState, str] = {
    ReportState.INSIDE: "For people who sign in",
    ReportState.OFFERED: "Waiting for a second person",
    ReportState.SHOWN: "In the public list",
    ReportState.GONE: "Taken away",
}


class Whose(StrEnum):
    """Whose learning it is."""

    NATIONAL = "national"
    ANOTHER = "other_partnership"
    OURS = "ours"


WHOSE_WORDS: dict[Whose, str] = {
    Whose.NATIONAL: "National learning",
    Whose.ANOTHER: "Another partnership’s learning",
    Whose.OURS: "An older document of our own",
}


class OlderState(StrEnum):
    """Where an older document of our own stands on its way into the library."""

    DRAFT = "draft"
    OFFERED = "offered"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


OLDER_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    OlderState.DRAFT: frozenset({OlderState.OFFERED}),
    OlderState.OFFERED: frozenset({OlderState.DRAFT, OlderState.RELEASED}),
    OlderState.RELEASED: frozenset({OlderState.WITHDRAWN}),
    OlderState.WITHDRAWN: frozenset({OlderState.DRAFT}),
}

OLDER_WORDS: dict[OlderState, str] = {
    OlderState.DRAFT: "Draft",
    OlderState.OFFERED: "Waiting for a second person",
    OlderState.RELEASED: "Released",
    OlderState.WITHDRAWN: "Withdrawn",
}
