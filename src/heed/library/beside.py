"""What stands beside our own pages in an answer: titles of what others published, with their links.

The library knows no room above it. Whoever keeps such titles enters, when Heed starts, where they
are found.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from heed.partnership.models import Partnership

MOST = 5


@dataclass(frozen=True)
class Title:
    """All that stands in public of others' learning: a title, its day or year, and its link."""

    title: str
    link: str
    day: date | None
    year: int | None


Answers = Callable[[Partnership, str], list[Title]]
_SOURCES: dict[str, Answers] = {}


def answers(room: str, titles: Answers) -> None:
    """Enter a room's titles: by partnership and question, best first."""
    _SOURCES[room] = titles


def titles(partnership: Partnership, question: str) -> list[Title]:
    """The titles that answer a question, best first."""
    return [one for found in _SOURCES.values() for one in found(partnership, question)][:MOST]
