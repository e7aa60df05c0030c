"""What became of a row."""

from dataclasses import dataclass

from heed.partnership.models import Case, Person


@dataclass(frozen=True)
class Outcome:
    """A sentence for the report, and what came of the row."""

    sentence: str
    case: Case | None = None
    person: Person | None = None
