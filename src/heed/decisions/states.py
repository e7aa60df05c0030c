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


class NotificationState(StrEnum):
    """What the local authority did about an incident that may have to be notified."""

    NOT_YET = "not_yet"
    SENT = "sent"
    NOT_AGREED = "not_agreed"


NOTIFICATION_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    NotificationState.NOT_YET: frozenset({NotificationState.SENT, NotificationState.NOT_AGREED}),
    NotificationState.NOT_AGREED: frozenset({NotificationState.SENT, NotificationState.NOT_YET}),
    NotificationState.SENT: frozenset({NotificationState.NOT_AGREED}),
}

NOTIFICATION_WORDS: dict[NotificationState, str] = {
    NotificationState.NOT_YET: "Not yet",
    NotificationState.SENT: "Sent",
    NotificationState.NOT_AGREED: "The authority does not find it notifiable",
}


class Reply(StrEnum):
    """What the national Panel says of a decision."""

    AGREES = "agrees"
    CHALLENGES = "challenges"
    NATIONAL = "national"


REPLY_WORDS: dict[Reply, str] = {
    Reply.AGREES: "Agrees",
    Reply.CHALLENGES: "Challenges it",
    Reply.NATIONAL: "Takes it as a national review",
}


class DisagreementState(StrEnum):
    """Whether a disagreement goes on."""

    OPEN = "open"
    SETTLED = "settled"


DISAGREEMENT_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    DisagreementState.OPEN: frozenset({DisagreementState.SETTLED}),
    DisagreementState.SETTLED: frozenset({DisagreementState.OPEN}),
}

DISAGREEMENT_WORDS: dict[DisagreementState, str] = {
    DisagreementState.OPEN: "Being settled",
    DisagreementState.SETTLED: "Settled",
}


class StepOutcome(StrEnum):
    """What became of one step of the ladder."""

    SETTLED = "settled"
    UP = "up"


STEP_WORDS: dict[StepOutcome, str] = {
    StepOutcome.SETTLED: "Settled here",
    StepOutcome.UP: "Taken one step up",
}


class LetterState(StrEnum):
    """Where a letter stands."""

    DRAFT = "draft"
    GONE = "gone"
    SET_ASIDE = "set_aside"


LETTER_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    LetterState.DRAFT: frozenset({LetterState.GONE, LetterState.SET_ASIDE}),
    LetterState.SET_ASIDE: frozenset({LetterState.DRAFT}),
    LetterState.GONE: frozenset(),
}

LETTER_WORDS: dict[LetterState, str] = {
    LetterState.DRAFT: "To be read",
    LetterState.GONE: "Gone",
    LetterState.SET_ASIDE: "Set aside",
}


#: How the line of a case that is paused begins; then comes why.
PAUSED = "Paused"


class PauseReason(StrEnum):
    """Why the dates of a case wait."""

    CRIMINAL = "criminal"
    INQUEST = "inquest"
    OTHER = "other"


PAUSE_WORDS: dict[PauseReason, str] = {
    PauseReason.CRIMINAL: "Criminal proceedings",
    PauseReason.INQUEST: "An inquest",
    PauseReason.OTHER: "Something else",
}
