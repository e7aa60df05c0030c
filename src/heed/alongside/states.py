"""What runs alongside a case, what it holds back, and where each thing stands."""

from enum import StrEnum


class ProcessKind(StrEnum):
    """What else may look into the same events."""

    POLICE = "police"
    TRIAL = "trial"
    CORONER = "coroner"
    CHILD_DEATH = "child_death"
    CHILD_PROTECTION = "child_protection"
    ALLEGATION = "allegation"
    PATIENT_SAFETY = "patient_safety"
    ADULT_REVIEW = "adult_review"
    DOMESTIC_DEATH = "domestic_death"
    PUBLIC_PROTECTION = "public_protection"
    FAMILY_COURT = "family_court"
    COMPLAINT = "complaint"
    OTHER_REVIEW = "other_review"
    OTHER_AREA = "other_area"
    REGULATOR = "regulator"
    OTHER = "other"


PROCESS_WORDS: dict[ProcessKind, str] = {
    ProcessKind.POLICE: "Police investigation",
    ProcessKind.TRIAL: "Prosecution or criminal trial",
    ProcessKind.CORONER: "Coroner’s investigation or inquest",
    ProcessKind.CHILD_DEATH: "Child death review",
    ProcessKind.CHILD_PROTECTION: "Child protection enquiry",
    ProcessKind.ALLEGATION: "Allegation with the designated officer (LADO)",
    ProcessKind.PATIENT_SAFETY: "Patient safety review, or an agency’s own",
    ProcessKind.ADULT_REVIEW: "Safeguarding adults review",
    ProcessKind.DOMESTIC_DEATH: "Domestic abuse related death review",
    ProcessKind.PUBLIC_PROTECTION: "MAPPA, or its serious case review",
    ProcessKind.FAMILY_COURT: "Family court proceedings",
    ProcessKind.COMPLAINT: "Complaint to an agency or ombudsman",
    ProcessKind.OTHER_REVIEW: "Another review",
    ProcessKind.OTHER_AREA: "Another area’s work on the same events",
    ProcessKind.REGULATOR: "Regulator or professional body",
    ProcessKind.OTHER: "Something else",
}

#: What a referrer can choose, by the id of the pack's answer. Others come in as "something else".
SAID_AS: dict[str, ProcessKind] = {
    "police": ProcessKind.POLICE,
    "section_47": ProcessKind.CHILD_PROTECTION,
    "court": ProcessKind.FAMILY_COURT,
    "inquest": ProcessKind.CORONER,
    "child_death": ProcessKind.CHILD_DEATH,
    "designated_officer": ProcessKind.ALLEGATION,
    "agency_review": ProcessKind.PATIENT_SAFETY,
    "other_review": ProcessKind.OTHER_REVIEW,
    "complaint": ProcessKind.COMPLAINT,
}


class ProcessState(StrEnum):
    """Where a parallel process stands."""

    OPEN = "open"
    CLOSED = "closed"


PROCESS_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ProcessState.OPEN: frozenset({ProcessState.CLOSED}),
    ProcessState.CLOSED: frozenset({ProcessState.OPEN}),
}

PROCESS_STATE_WORDS: dict[ProcessState, str] = {
    ProcessState.OPEN: "Under way",
    ProcessState.CLOSED: "Ended",
}


class Hold(StrEnum):
    """What an open process holds back in a review until somebody who may say so clears it."""

    PUBLICATION = "publication"
    EVENT = "event"
    CONTACT = "contact"
    SHARING = "sharing"
    DATES = "dates"


HOLD_WORDS: dict[Hold, str] = {
    Hold.PUBLICATION: "Publishing the page",
    Hold.EVENT: "The learning event",
    Hold.CONTACT: "Speaking with people: witnesses, the family, or named professionals",
    Hold.SHARING: "Sharing some of what agencies know",
    Hold.DATES: "Our target dates",
}

#: As it goes on from "It holds …" and "It no longer holds …".
HOLD_SHORT: dict[Hold, str] = {
    Hold.PUBLICATION: "publication",
    Hold.EVENT: "the learning event",
    Hold.CONTACT: "speaking with some people",
    Hold.SHARING: "some of the sharing",
    Hold.DATES: "target dates",
}

HOLD_HINTS: dict[Hold, str] = {
    Hold.PUBLICATION: "The page cannot be released until a named person has cleared it.",
    Hold.EVENT: "Whoever plans the event sees it before anybody is invited.",
    Hold.CONTACT: "Whoever invites people sees it; say below whom it concerns, by role.",
    Hold.SHARING: "Say below what may not be shared, and with whom.",
    Hold.DATES: "Only targets can wait. A date that statute sets does not move.",
}


class Way(StrEnum):
    """Which way a request between areas goes."""

    TO_US = "to_us"
    FROM_US = "from_us"


WAY_WORDS: dict[Way, str] = {
    Way.TO_US: "Another area asks us",
    Way.FROM_US: "We ask another area",
}


class Lead(StrEnum):
    """Which area leads: it is the one in which the incident happened."""

    OURS = "ours"
    THEIRS = "theirs"
    NOT_SETTLED = "not_settled"


LEAD_WORDS: dict[Lead, str] = {
    Lead.OURS: "We do: it happened here",
    Lead.THEIRS: "They do: it happened there",
    Lead.NOT_SETTLED: "Not settled yet",
}


class RequestState(StrEnum):
    """Where a request between areas stands."""

    OPEN = "open"
    ANSWERED = "answered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


REQUEST_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    RequestState.OPEN: frozenset(
        {RequestState.ANSWERED, RequestState.DECLINED, RequestState.WITHDRAWN}
    ),
    RequestState.ANSWERED: frozenset({RequestState.OPEN}),
    RequestState.DECLINED: frozenset({RequestState.OPEN}),
    RequestState.WITHDRAWN: frozenset({RequestState.OPEN}),
}

REQUEST_WORDS: dict[RequestState, str] = {
    RequestState.OPEN: "Waits for an answer",
    RequestState.ANSWERED: "Answered",
    RequestState.DECLINED: "Declined, with reasons",
    RequestState.WITHDRAWN: "Withdrawn",
}


class About(StrEnum):
    """What a complaint or a challenge is about."""

    DECISION = "decision"
    REVIEW = "review"
    PAGE = "page"
    CONDUCT = "conduct"


ABOUT_WORDS: dict[About, str] = {
    About.DECISION: "What was decided",
    About.REVIEW: "How the review was carried out",
    About.PAGE: "What was written or published",
    About.CONDUCT: "How somebody was spoken to or kept informed",
}


class Relation(StrEnum):
    """Who complains, as far as others may know."""

    CHILD = "child"
    FAMILY = "family"
    PROFESSIONAL = "professional"
    AGENCY = "agency"
    OTHER = "other"


RELATION_WORDS: dict[Relation, str] = {
    Relation.CHILD: "A child or young person",
    Relation.FAMILY: "A member of the family",
    Relation.PROFESSIONAL: "A professional",
    Relation.AGENCY: "An agency",
    Relation.OTHER: "Somebody else",
}


class ComplaintState(StrEnum):
    """Where a complaint or a challenge stands."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


COMPLAINT_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ComplaintState.RECEIVED: frozenset(
        {ComplaintState.ACKNOWLEDGED, ComplaintState.ANSWERED, ComplaintState.WITHDRAWN}
    ),
    ComplaintState.ACKNOWLEDGED: frozenset({ComplaintState.ANSWERED, ComplaintState.WITHDRAWN}),
    # Somebody who is not content with the answer may come back to it.
    ComplaintState.ANSWERED: frozenset({ComplaintState.ACKNOWLEDGED}),
    ComplaintState.WITHDRAWN: frozenset({ComplaintState.ACKNOWLEDGED}),
}

COMPLAINT_WORDS: dict[ComplaintState, str] = {
    ComplaintState.RECEIVED: "To be acknowledged",
    ComplaintState.ACKNOWLEDGED: "Being looked into",
    ComplaintState.ANSWERED: "Answered",
    ComplaintState.WITHDRAWN: "Withdrawn",
}

COMPLAINT_OPEN = frozenset({ComplaintState.RECEIVED, ComplaintState.ACKNOWLEDGED})


class Outcome(StrEnum):
    """What came of a complaint or a challenge."""

    CHANGED = "changed"
    PARTLY = "partly"
    STANDS = "stands"
    SETTLED = "settled"


OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.CHANGED: "Agreed with: something is put right",
    Outcome.PARTLY: "Agreed with in part",
    Outcome.STANDS: "What was done stands, with reasons",
    Outcome.SETTLED: "Settled by talking",
}
