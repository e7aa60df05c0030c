"""The states of a finding, what it speaks of, and what can stand behind it."""

from enum import StrEnum


class FindingState(StrEnum):
    """Where a finding stands."""

    DRAFT = "draft"
    SETTLED = "settled"
    SET_ASIDE = "set_aside"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    FindingState.DRAFT: frozenset({FindingState.SETTLED, FindingState.SET_ASIDE}),
    FindingState.SETTLED: frozenset({FindingState.SET_ASIDE}),
    FindingState.SET_ASIDE: frozenset({FindingState.DRAFT}),
}

WORDS: dict[FindingState, str] = {
    FindingState.DRAFT: "Being written",
    FindingState.SETTLED: "Settled",
    FindingState.SET_ASIDE: "Set aside",
}


class Polarity(StrEnum):
    """Whether it speaks of what worked, what can be stronger, or the conditions of the work."""

    STRENGTH = "strength"
    LEARNING = "learning"
    CONDITION = "condition"


POLARITY_WORDS: dict[Polarity, str] = {
    Polarity.STRENGTH: "What worked well",
    Polarity.LEARNING: "What we can strengthen",
    Polarity.CONDITION: "A condition that shaped the work",
}


class Level(StrEnum):
    """Whether it lies in how people work, or in what surrounds them."""

    PRACTICE = "practice"
    SYSTEM = "system"


LEVEL_WORDS: dict[Level, str] = {
    Level.PRACTICE: "Practice: how people work with a child and family",
    Level.SYSTEM: "System: what surrounds the people who do the work",
}

LEVEL_SHORT: dict[Level, str] = {Level.PRACTICE: "Practice", Level.SYSTEM: "System"}


class EvidenceKind(StrEnum):
    """Where something that shows the finding comes from."""

    EVENT = "event"
    AGENCY = "agency"
    FAMILY = "family"
    FIGURES = "figures"
    EARLIER = "earlier"
    RESEARCH = "research"
    OTHER = "other"


EVIDENCE_WORDS: dict[EvidenceKind, str] = {
    EvidenceKind.EVENT: "Said at the learning event",
    EvidenceKind.AGENCY: "Told by an agency",
    EvidenceKind.FAMILY: "From the child or family",
    EvidenceKind.FIGURES: "Figures or an audit",
    EvidenceKind.EARLIER: "Earlier learning",
    EvidenceKind.RESEARCH: "Research or guidance",
    EvidenceKind.OTHER: "Something else",
}

#: A finding that speaks of everything speaks of nothing.
MOST_THEMES = 3
