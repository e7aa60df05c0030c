"""What is already known that touches a case: improvements asked for before, themes, cases like it.

It stands beside the criteria, so that a lesson met before is seen before it is met again. It
informs an answer and never gives one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max

from heed.decisions import queries
from heed.memory import queries as memory
from heed.memory import themes
from heed.memory.access import Reader
from heed.memory.models import Entry, Kind
from heed.partnership.models import Case, Person

SHOWN = 3
LOOKED_AT = 40


@dataclass(frozen=True)
class Met:
    """A theme that the case seems to speak of, and how often it was met before."""

    label: str
    times: int
    latest: date | None


@dataclass(frozen=True)
class Known:
    """What memory gives: ``looked`` is false where the case has no words to look with."""

    looked: bool
    improvements: tuple[Entry, ...] = ()
    met: tuple[Met, ...] = ()
    alike: tuple[Entry, ...] = ()
    pages: int = 0


def known(person: Person, case: Case) -> Known:
    """What the person may find that touches the case, by the words of its referral."""
    words = queries.referral_words(case)
    if not words:
        return Known(looked=False)
    hits = [hit.entry for hit in memory.search(person, words, limit=LOOKED_AT).hits]
    hits = [one for one in hits if one.case_id != case.pk]
    improvements = [one for one in hits if one.kind == Kind.RECOMMENDATION]
    alike = [one for one in hits if one.kind in (Kind.BRIEFING, Kind.OTHER_PARTNERSHIP)]
    met, pages = _met(person, case, words)
    return Known(
        looked=True,
        improvements=tuple(improvements[:SHOWN]),
        met=met,
        alike=tuple(alike[:SHOWN]),
        pages=pages,
    )


def _met(person: Person, case: Case, words: str) -> tuple[tuple[Met, ...], int]:
    suggested = [one.theme for one in themes.suggest(words, limit=4)]
    pages = (
        Reader.of(person)
        .entries()
        .filter(kind=Kind.BRIEFING, partnership=case.partnership)
        .exclude(case=case)
    )
    rows: dict[Any, Any] = {
        row["themes__theme"]: row
        for row in pages.values("themes__theme").annotate(
            times=Count("pk", distinct=True), latest=Max("date")
        )
    }
    found = [
        Met(theme.label, rows[theme.id]["times"], rows[theme.id]["latest"])
        for theme in suggested
        if theme.id in rows
    ]
    return tuple(sorted(found, key=lambda one: -one.times)), pages.count()
