"""Reads of memory. The reader comes first, and permission is part of every query."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import QuerySet

from heed.memory import postings, ranking
from heed.memory.access import Reader
from heed.memory.asked import Question, ask
from heed.memory.index import with_rows
from heed.memory.models import Entry
from heed.memory.postings import NOWHERE, Occurrences, facet
from heed.memory.snippets import Snippet, snippet
from heed.partnership.models import Partnership

MOST = 1_000


@dataclass(frozen=True)
class Filters:
    """What a search is narrowed to; an empty field narrows nothing."""

    theme: str = ""
    kind: str = ""
    age_band: str = ""
    agency: str = ""
    route: str = ""
    polarity: str = ""
    year: int | None = None
    partnership: Partnership | None = None

    def terms(self) -> list[str]:
        """The filters as terms of the index."""
        named = {
            "theme": self.theme,
            "kind": self.kind,
            "age_band": self.age_band,
            "agency": self.agency,
            "route": self.route,
            "polarity": self.polarity,
            "year": self.year,
            "partnership_id": self.partnership.pk if self.partnership else None,
        }
        return [facet(name, value) for name, value in named.items() if value not in ("", None)]


@dataclass(frozen=True)
class Hit:
    """One entry that answers, how well (0 to 1), and the stretch of it that does."""

    entry: Entry
    score: float
    snippet: Snippet


@dataclass(frozen=True)
class Results:
    """What a search found: ``total`` is counted up to a thousand, and ``facets`` over those."""

    hits: list[Hit]
    total: int
    more: bool = False
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    note: str = ""

    @property
    def total_in_words(self) -> str:
        """The count as shown: "27", or "1,000+" past the cap."""
        return f"{MOST:,}+" if self.more else f"{self.total:,}"


def search(
    reader: Any,
    text: str,
    *,
    filters: Filters | None = None,
    limit: int = 10,
    offset: int = 0,
    facets: bool = False,
) -> Results:
    """The entries that answer ``text``, best first, among those that the reader may find.

    ``reader`` is a person, None for somebody not signed in, or ``access.COMMAND_LINE``. Any text is
    taken; where nothing answers it, the nearest there is comes instead, and ``note`` says so.
    """
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    question = ask(text)
    filters = filters or Filters()
    asked = _terms(question)
    narrowed = filters.terms()
    found = postings.look_up([*asked, *narrowed, *reader.scopes(), postings.LENGTH])
    by_id, entries = ranking.longness(found.get(postings.LENGTH, NOWHERE))
    allowed = _allowed(reader, narrowed, found, len(by_id))
    scores = ranking.bm25(asked, found, by_id, entries)
    ids = ranking.best(scores, allowed, MOST + 1)
    rows = _permitted(reader, ids)
    page = rows[offset : offset + limit]
    return Results(
        hits=_hits(reader, page, scores, question),
        total=min(len(rows), MOST),
        more=len(rows) > MOST,
        facets=_facets(rows) if facets else {},
    )


def _terms(question: Question) -> dict[str, float]:
    terms = dict(question.words)
    for found in question.spotted:
        for concept in {found.concept, *found.themes}:
            terms["=" + concept] = max(terms.get("=" + concept, 0.0), found.strength)
    return terms


def _allowed(
    reader: Reader, narrowed: Sequence[str], found: Mapping[str, Occurrences], size: int
) -> np.ndarray:
    allowed = np.zeros(size, bool)
    for scope in reader.scopes():
        allowed[found.get(scope, NOWHERE).ids] = True
    if reader.person is not None:
        own = reader.entries().filter(audience="case").values_list("pk", flat=True)
        ids = np.fromiter(own, np.int64)
        allowed[ids[ids < size]] = True
    for term in narrowed:
        among = np.zeros(size, bool)
        among[found.get(term, NOWHERE).ids] = True
        allowed &= among
    return allowed


def _permitted(reader: Reader, ids: np.ndarray) -> list[int]:
    """Those of ``ids`` that the reader may find, in the same order: the rule itself, asked last."""
    may = set(reader.entries().filter(pk__in=ids.tolist()).values_list("pk", flat=True))
    return [one for one in ids.tolist() if one in may]


def _hits(reader: Reader, ids: Sequence[int], scores: np.ndarray, question: Question) -> list[Hit]:
    entries = with_rows(reader.entries().select_related("partnership")).in_bulk(list(ids))
    best = max((float(scores[one]) for one in ids), default=0.0) or 1.0
    concepts = {found.concept for found in question.spotted}
    return [
        Hit(
            entries[one],
            round(float(scores[one]) / best, 4),
            snippet(entries[one].text, question.words.keys(), concepts),
        )
        for one in ids
        if one in entries
    ]


def _facets(ids: Sequence[int]) -> dict[str, list[tuple[str, int]]]:
    rows = Entry.objects.filter(pk__in=ids)
    counted: dict[str, Counter[str]] = {}
    plain = rows.values_list(
        "kind",
        "age_band",
        "route",
        "polarity",
        "date__year",
        "partnership__name",
        "partnership_name",
    )
    names = ("kind", "age_band", "route", "polarity", "year")
    counted = {name: Counter() for name in (*names, "partnership", "theme", "agency")}
    for *values, ours, theirs in plain:
        for name, value in zip(names, values, strict=True):
            if value not in ("", None):
                counted[name][str(value)] += 1
        if ours or theirs:
            counted["partnership"][ours or theirs] += 1
    for name, table in (("theme", "themes__theme"), ("agency", "agencies__agency")):
        for value in rows.values_list(table, flat=True):
            if value:
                counted[name][value] += 1
    return {name: counter.most_common() for name, counter in counted.items()}


def newest(reader: Any, *, limit: int = 10) -> QuerySet[Entry]:
    """The newest entries that the reader may find."""
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    return with_rows(reader.entries().order_by("-date", "-pk"))[:limit]
