"""The stages of a case, the parts that a person can play, and the words for both."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands, in the journey's order. Later stages set it; nobody moves it by hand."""

    DRAFT = "draft"
    REFERRAL = "referral"
    DECISION = "decision"
    SCOPE = "scope"
    RETURNS = "returns"
    EVENT = "event"
    FINDINGS = "findings"
    REPORT = "report"
    RELEASE = "release"
    RECOMMENDATIONS = "recommendations"
    CLOSED = "closed"
    # Ways out of the journey
    NOT_TAKEN = "not_taken"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


#: The steps that a tracker shows, with their names.
STEPS: tuple[tuple[Stage, str], ...] = (
    (Stage.REFERRAL, "Referral"),
    (Stage.DECISION, "Decision"),
    (Stage.SCOPE, "Scope"),
    (Stage.RETURNS, "Returns"),
    (Stage.EVENT, "Event"),
    (Stage.FINDINGS, "Findings"),
    (Stage.REPORT, "Report"),
    (Stage.RELEASE, "Publish"),
    (Stage.RECOMMENDATIONS, "Recommendations"),
)

ENDED = frozenset({Stage.CLOSED, Stage.NOT_TAKEN, Stage.WITHDRAWN, Stage.MERGED})

STAGE_WORDS: dict[Stage, str] = {
    **dict(STEPS),
    Stage.DRAFT: "Draft",
    Stage.CLOSED: "Closed",
    Stage.NOT_TAKEN: "No review",
    Stage.WITHDRAWN: "Withdrawn",
    Stage.MERGED: "Merged",
}


class PartKind(StrEnum):
    """What a person can be in something."""

    COORDINATOR = "coordinator"
    CHAIR = "chair"
    MEMBER = "member"
    REPRESENTATIVE = "representative"
    REFERRER = "referrer"
    MANAGER = "manager"
    CONTRIBUTOR = "contributor"
    FACILITATOR = "facilitator"
    OWNER = "owner"
    PARTNER_EXECUTIVE = "partner executive"
    SCRUTINEER = "scrutineer"
    ADMINISTRATOR = "administrator"
    GUEST = "guest"


class About(StrEnum):
    """Whom a case concerns."""

    CHILD = "child"
    CHILDREN = "children"
    UNBORN = "unborn"
    ADULT = "adult"
    NOBODY = "nobody"


class Means(StrEnum):
    """How something reached Heed."""

    HEED = "heed"
    TELEPHONE = "telephone"
    EMAIL = "email"
    PAPER = "paper"
    MEETING = "meeting"


MEANS_WORDS: dict[Means, str] = {
    Means.HEED: "In Heed",
    Means.TELEPHONE: "By telephone",
    Means.EMAIL: "By email",
    Means.PAPER: "On paper",
    Means.MEETING: "In a meeting",
}
