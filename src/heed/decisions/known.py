"""What is already known that touches a case: improvements asked for before, themes, cases like it.

It stands beside the criteria, so that a lesson met before is seen before it is met again. It
informs an answer and never gives one.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from heed.decisions import queries
from heed.memory import themes
from heed.memory.access import Reader
from heed.memory.ground import Filters
from heed.memory.models import Entry, Kind
from heed.memory.recurrence import Like, similar
from heed.partnership.models import Case, Person

SHOWN = 3
LOOKED_FOR = (Kind.RECOMMENDATION, Kind.BRIEFING, Kind.OTHER_PARTNERSHIP)


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
    improvements: tuple[Like, ...] = ()
    met: tuple[Met, ...] = ()
    alike: tuple[Like, ...] = ()
    pages: int = 0


def known(person: Person, case: Case) -> Known:
    """What the person may find that touches the case, by the words of its referral."""
    words = queries.referral_words(case)
    if not words:
        return Known(looked=False)
    own = Entry.objects.filter(case=case).order_by().values_list("pk", flat=True)
    found = similar(person, words, limit=SHOWN, filters=Filters(kinds=LOOKED_FOR), but_not=own)
    improvements = [one for one in found if one.entry.kind == Kind.RECOMMENDATION]
    alike = [one for one in found if one.entry.kind != Kind.RECOMMENDATION]
    met, pages = _met(person, case, words)
    return Known(
        looked=True,
        improvements=tuple(improvements),
        met=met,
        alike=tuple(alike[:SHOWN]),
        pages=pages,
    )


def _met(person: Person, case: Case, words: str) -> tuple[tuple[Met, ...], int]:
    suggested = [one.theme for one in themes.suggest(words, limit=4)]
    pages: set[int] = set()
    by_theme: dict[str, dict[int, date | None]] = defaultdict(dict)
    for page, day, theme_id in (
        Reader.of(person)
        .entries()
        .filter(kind=Kind.BRIEFING, partnership=case.partnership)
        .exclude(case=case)
        .order_by()
        .values_list("pk", "date", "themes__theme")
    ):
        pages.add(page)
        by_theme[theme_id][page] = day
    found = [
        Met(theme.label, len(times), max((day for day in times.values() if day), default=None))
        for theme in suggested
        if (times := by_theme.get(theme.id))
    ]
    return tuple(sorted(found, key=lambda one: -one.times)), len(pages)
