"""How often somebody hears of new learning. Plain Python."""

from enum import StrEnum


class Rhythm(StrEnum):
    """How often an email goes, at most: none goes where nothing is new."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


RHYTHM_WORDS: dict[Rhythm, str] = {
    Rhythm.WEEKLY: "Once a week at most",
    Rhythm.MONTHLY: "Once a month at most",
}
