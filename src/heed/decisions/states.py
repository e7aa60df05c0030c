"""The states of a decision, and how a criterion or a limb of the incident test is answered."""

from collections.abc import Iterable
from enum import StrEnum


class DecisionState(StrEnum):
    """Where a decision stands."""

    DRAFT = "draft"
    RECORDED = "recorded"
    REOPENED = "reopened"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    DecisionState.DRAFT: frozenset({DecisionState.RECORDED}),
    DecisionState.RECORDED: frozenset({DecisionState.REOPENED}),
    DecisionState.REOPENED: frozenset({DecisionState.RECORDED}),
}

WORDS: dict[DecisionState, str] = {
    DecisionState.DRAFT: "Being weighed",
    DecisionState.RECORDED: "Recorded",
    DecisionState.REOPENED: "Being corrected",
}

#: In these states the answers can still be changed.
BEING_WRITTEN = frozenset({DecisionState.DRAFT, DecisionState.REOPENED})


class Answer(StrEnum):
    """What a group says of a criterion."""

    YES = "yes"
    MAY = "may"
    NO = "no"
    NOT_KNOWN = "not_known"


ANSWER_WORDS: dict[Answer, str] = {
    Answer.YES: "Yes",
    Answer.MAY: "May do",
    Answer.NO: "No",
    Answer.NOT_KNOWN: "Not known",
}


class LimbAnswer(StrEnum):
    """What is said to one limb of the serious incident test."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


LIMB_WORDS: dict[LimbAnswer, str] = {
    LimbAnswer.YES: "Yes",
    LimbAnswer.NO: "No",
    LimbAnswer.NOT_KNOWN: "Not known yet",
}


class Incident(StrEnum):
    """What the limbs together come to."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


INCIDENT_WORDS: dict[Incident, str] = {
    Incident.YES: "It may have to be notified",
    Incident.UNSURE: "Not known yet",
    Incident.NO: "Not a serious incident on what is known",
}


def incident(answers: Iterable[str]) -> Incident:
    """What the answers to the limbs come to: yes to all, no to any, or else not sure."""
    given = list(answers)
    if given and all(one == LimbAnswer.YES for one in given):
        return Incident.YES
    if any(one == LimbAnswer.NO for one in given):
        return Incident.NO
    return Incident.UNSURE


class View(StrEnum):
    """What somebody says of a decision that is put to them."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ASKS = "asks"


VIEW_WORDS: dict[View, str] = {
    View.AGREES: "Agrees",
    View.DIFFERS: "Sees it differently",
    View.ASKS: "Has a question first",
}
