"""Whether it was learnt before: the closest earlier learning, and themes over time and again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as day
from typing import Any

import numpy as np
from django.db.models import Count

from heed.memory import meaning, ranking, vectors
from heed.memory.access import Reader
from heed.memory.asked import ask
from heed.memory.ground import Filters, Ground, stand
from heed.memory.index import with_rows
from heed.memory.lexicon import lexicon
from heed.memory.models import Effect, Entry, EntryTheme, Kind, Polarity
from heed.memory.postings import NOWHERE, facet
from heed.memory.snippets import Snippet, snippet
from heed.memory.themes import Theme, find
from heed.partnership.models import Partnership

CANDIDATES = 200
PIECES = 12
#: From which score in words. No model reads negation, so nothing is ever called the same.
VERY_CLOSE, CLOSE, SOME = 0.62, 0.46, 0.36
#: What words count for where the meaning of an entry is still to be read.
WORDS_ALONE = 0.9


@dataclass(frozen=True)
class Like:
    """An earlier entry like a text: how close from 0 to 1, and how close in words."""

    entry: Entry
    score: float
    how_close: str
    snippet: Snippet
    themes: tuple[Theme, ...] = ()


def similar(
    reader: Any,
    text: str,
    *,
    limit: int = 5,
    filters: Filters | None = None,
    but_not: Iterable[int] = (),
) -> list[Like]:
    """The closest earlier learning to any text, among what the reader may find, closest first.

    ``but_not``: ids of entries to leave out, such as the text's own. Narrowed to several kinds, it
    gives as many as ``limit`` of each, so that none crowds out another. Where it is recorded,
    ``entry.effect`` tells whether a recommendation was acted on and what came of it. What shows no
    likeness is not given, so the list may be empty.
    """
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    question = ask(text, most_words=30)
    if question.vector is None:
        return []
    filters = filters or Filters()
    ground = stand(reader, question, filters)
    for one in but_not:
        if one < len(ground.allowed):
            ground.allowed[one] = False
    by_term = ranking.by_terms(question.words, question.concepts, question.lean, ground.found)
    sorts = _sorts(ground, filters.kinds)
    top = {one for sort in sorts for one in ranking.best(by_term, sort, CANDIDATES).tolist()}
    close = _closeness(text, ground.allowed, top)
    likely = [pair for pair in _scores({*top, *close}, by_term, close) if pair[1] >= SOME]
    scores = [pair for sort in sorts for pair in _of(sort, likely)[: limit * 4]]
    entries = with_rows(reader.entries().select_related("partnership")).in_bulk(
        [one for one, _ in scores]
    )
    concepts = lexicon().only({*question.spoken, *question.lean})
    kept = [
        pair
        for sort in sorts
        for pair in [one for one in _of(sort, scores) if one[0] in entries][:limit]
    ]
    return [
        Like(
            entry=entries[one],
            score=round(score, 4),
            how_close=in_words(score),
            snippet=snippet(entries[one].text, question.words.keys(), concepts),
            themes=tuple(found for theme in entries[one].theme_ids if (found := find(theme))),
        )
        for one, score in sorted(kept, key=lambda pair: (-pair[1], -pair[0]))
    ]


def _sorts(ground: Ground, kinds: tuple[str, ...]) -> list[np.ndarray]:
    """Who is allowed, by entry id: apart for each of the kinds, or in one where none is named."""
    if not kinds:
        return [ground.allowed]
    found = []
    for kind in kinds:
        sort = np.zeros(len(ground.allowed), bool)
        sort[ground.found.get(facet("kind", kind), NOWHERE).ids] = True
        found.append(sort & ground.allowed)
    return found


def _of(sort: np.ndarray, scores: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    return [pair for pair in scores if sort[pair[0]]]


def _closeness(text: str, allowed: np.ndarray, also: Iterable[int]) -> dict[int, float]:
    """Of each near entry, and of those ``also`` asked about, how close its nearest passage is to
    the nearest piece of the text. One whose meaning was not read yet is left out."""
    pieces = meaning.passages("", text[:20_000])[:PIECES]
    encoded = meaning.encode([piece.lstrip(". ") for piece in pieces])
    copy = vectors.current()
    near = {*also}
    for vector in encoded:
        near |= vectors.nearest(copy, vector, allowed, CANDIDATES).keys()
    ids = np.array(sorted(near), np.int64)
    found: dict[int, float] = {}
    for vector in encoded:
        for one, score in vectors.closeness(copy, vector, ids).items():
            found[one] = max(found.get(one, 0.0), score)
    return found


def _scores(
    ids: Iterable[int], by_term: np.ndarray, close: dict[int, float]
) -> list[tuple[int, float]]:
    """Closeness of meaning and of words in one figure between 0 and 1; of an entry that was not
    read yet, such as one of a moment ago, its words speak alone."""
    scored = [
        (
            one,
            min(1.0, 0.5 * close[one] + 0.5 * float(by_term[one]))
            if one in close
            else min(1.0, WORDS_ALONE * float(by_term[one])),
        )
        for one in ids
    ]
    return sorted(scored, key=lambda pair: (-pair[1], -pair[0]))


def in_words(score: float) -> str:
    """How close, as it is said to a person."""
    if score >= VERY_CLOSE:
        return "very close"
    return "close" if score >= CLOSE else "some likeness"


@dataclass(frozen=True)
class Course:
    """One theme over the years: how often it was learning, and how often a strength."""

    theme: Theme
    learning: dict[int, int] = field(default_factory=dict)
    strengths: dict[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How often it was met, either way."""
        return sum(self.learning.values()) + sum(self.strengths.values())


def themes_over_time(
    reader: Any, *, partnership: Partnership | None = None, since: int | None = None
) -> list[Course]:
    """Each theme by year, the most frequent first, strengths counted beside learning.

    Of what the reader may find: findings for somebody who works here, published pages for everybody
    else, so that one lesson is not counted again for each form it took.
    """
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    kind = Kind.FINDING if reader.person else Kind.BRIEFING
    entries = reader.entries().filter(date__isnull=False, kind=kind)
    if partnership is not None:
        entries = entries.filter(partnership=partnership, partnership_name="")
    if since is not None:
        entries = entries.filter(date__year__gte=since)
    rows = (
        EntryTheme.objects.filter(entry__in=entries.order_by().values("pk"))
        .values_list("theme", "entry__date__year", "entry__polarity")
        .annotate(times=Count("pk"))
        .order_by()
    )
    courses: dict[str, Course] = {}
    for theme_id, year, polarity, times in rows:
        theme = find(theme_id)
        if theme is None:
            continue
        course = courses.setdefault(theme_id, Course(theme))
        years = course.strengths if polarity == Polarity.STRENGTH else course.learning
        years[year] = years.get(year, 0) + times
    return sorted(courses.values(), key=lambda course: (-course.total, course.theme.label))


def known_themes(ids: Iterable[str]) -> list[Theme]:
    """The themes with these ids, less any that is no longer known."""
    return [theme for one in sorted(ids) if (theme := find(one))]


def effects(reader: Any, *, partnership: Partnership) -> dict[str, dict[Effect, int]]:
    """For each theme's id, how many recommendations on it there are by what came of them."""
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    asked = reader.entries().filter(
        partnership=partnership, partnership_name="", kind=Kind.RECOMMENDATION
    )
    rows = (
        EntryTheme.objects.filter(entry__in=asked.order_by().values("pk"))
        .values_list("theme", "entry__effect")
        .annotate(times=Count("pk"))
        .order_by("theme", "entry__effect")
    )
    found: dict[str, dict[Effect, int]] = defaultdict(dict)
    for theme_id, effect, times in rows:
        found[theme_id][Effect(effect)] = times
    return dict(found)


@dataclass(frozen=True)
class Return:
    """A theme met again after a recommendation on it was closed."""

    theme: Theme
    recommendation: Entry
    closed_on: day
    since: tuple[Entry, ...]

    @property
    def sentence(self) -> str:
        """What is pointed out to the group."""
        times = "once" if len(self.since) == 1 else f"{len(self.since)} times"
        effect = Effect(self.recommendation.effect)
        recorded = "" if effect == Effect.UNKNOWN else f" Recorded of it: {effect.label.lower()}."
        return (
            f"{self.theme.label} has been met {times} since a recommendation on it was closed on"
            f" {self.closed_on.day} {self.closed_on:%B %Y}.{recorded}"
        )


def returning(
    reader: Any,
    *,
    partnership: Partnership,
    theme_ids: Iterable[str] | None = None,
) -> list[Return]:
    """The themes that were learning again after a recommendation on them was closed, newest first.

    Of each theme the recommendation closed last before it returned. ``theme_ids`` narrows to those
    that a text or a case speaks of. Strengths are no return.
    """
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    mine = reader.entries().filter(partnership=partnership, partnership_name="")
    if theme_ids is not None:
        mine = mine.filter(themes__theme__in=list(theme_ids)).distinct()
    closed: dict[str, list[Entry]] = defaultdict(list)
    for entry in with_rows(
        mine.filter(kind=Kind.RECOMMENDATION, closed_on__isnull=False).order_by("closed_on")
    ):
        for theme_id in entry.theme_ids:
            closed[theme_id].append(entry)
    if not closed:
        return []
    earliest = min(entries[0].closed_on for entries in closed.values() if entries[0].closed_on)
    later: dict[str, list[Entry]] = defaultdict(list)
    for entry in with_rows(
        mine.filter(kind__in=(Kind.FINDING, Kind.BRIEFING), date__gt=earliest)
        .exclude(polarity=Polarity.STRENGTH)
        .order_by("-date")
    ):
        for theme_id in entry.theme_ids:
            later[theme_id].append(entry)
    returns = []
    for theme_id, entries in closed.items():
        theme, met = find(theme_id), later.get(theme_id, [])
        before = [one for one in entries if met and one.closed_on and one.closed_on < met[0].date]  # type: ignore[operator]
        if theme is None or not before or before[-1].closed_on is None:
            continue
        last = before[-1]
        since = tuple(one for one in met if one.date and one.date > before[-1].closed_on)
        returns.append(Return(theme, last, before[-1].closed_on, since))
    return sorted(returns, key=lambda one: one.since[0].date or day.min, reverse=True)
