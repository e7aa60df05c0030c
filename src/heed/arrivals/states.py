"""The states of a spreadsheet that is brought in, and of each of its rows."""

from enum import StrEnum


class Holds(StrEnum):
    """What a spreadsheet holds."""

    PEOPLE = "people"
    CONTACTS = "contacts"
    REVIEWS = "reviews"
    LEARNING = "learning"


HOLDS_WORDS: dict[Holds, str] = {
    Holds.PEOPLE: "People and their parts",
    Holds.CONTACTS: "Agencies and their contacts",
    Holds.REVIEWS: "Open reviews",
    Holds.LEARNING: "What others learnt",
}


class ArrivalState(StrEnum):
    """Where a spreadsheet stands. Nothing is written to the records before it is coming in."""

    TAKEN = "taken"
    REHEARSED = "rehearsed"
    COMING_IN = "coming_in"
    DONE = "done"
    LET_GO = "let_go"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ArrivalState.TAKEN: frozenset({ArrivalState.REHEARSED, ArrivalState.LET_GO}),
    ArrivalState.REHEARSED: frozenset(
        {ArrivalState.REHEARSED, ArrivalState.COMING_IN, ArrivalState.LET_GO}
    ),
    ArrivalState.COMING_IN: frozenset({ArrivalState.DONE}),
    ArrivalState.DONE: frozenset({ArrivalState.LET_GO}),
}

WORDS: dict[ArrivalState, str] = {
    ArrivalState.TAKEN: "Columns to be matched",
    ArrivalState.REHEARSED: "Rehearsed",
    ArrivalState.COMING_IN: "Coming in",
    ArrivalState.DONE: "Brought in",
    ArrivalState.LET_GO: "Rows let go",
}


class Verdict(StrEnum):
    """What the rehearsal says of a row."""

    UNDERSTOOD = "understood"
    LOOK = "look"
    CANNOT = "cannot"
    HERE = "here"


VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.UNDERSTOOD: "Understood",
    Verdict.LOOK: "Needs a look",
    Verdict.CANNOT: "Cannot be taken",
    Verdict.HERE: "Here already",
}


class RowState(StrEnum):
    """What became of a row."""

    WAITING = "waiting"
    IN = "in"
    NOT_IN = "not_in"
    LEFT = "left"


ROW_WORDS: dict[RowState, str] = {
    RowState.WAITING: "Waiting",
    RowState.IN: "Came in",
    RowState.NOT_IN: "Did not come in",
    RowState.LEFT: "Left as it is",
}
