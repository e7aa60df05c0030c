"""Search. The reader comes first, and permission is part of every query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import QuerySet

from heed.memory import ranking, spelling, vectors
from heed.memory.access import Reader
from heed.memory.asked import Question, ask
from heed.memory.facets import Facet, count_facets
from heed.memory.ground import Filters, Ground, stand
from heed.memory.index import with_rows
from heed.memory.lexicon import lexicon
from heed.memory.models import Entry
from heed.memory.postings import NOWHERE
from heed.memory.snippets import Snippet, snippet
from heed.memory.themes import Theme, find
from heed.memory.words import roots

__all__ = ["Filters", "Hit", "Results", "newest", "search"]

MOST = 1_000
CANDIDATES = 400
NEAREST = 200
SHARE_OF_BEST = 0.3
FLOOR = 10
PHRASE_CHECKED = 200


@dataclass(frozen=True)
class Hit:
    """One entry that answers, how well (0 to 1), and the stretch of it that does."""

    entry: Entry
    score: float
    snippet: Snippet


@dataclass(frozen=True)
class Results:
    """What a search found, best first.

    ``total`` is counted up to a thousand and facets over those. ``themes`` are those that the
    question speaks of, to be offered beside it. ``note`` says so where the question was answered
    otherwise than as asked: by another spelling, without its quotes, or by the newest there is.
    """

    hits: list[Hit]
    total: int
    more: bool = False
    facets: list[Facet] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
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
    ground = stand(reader, question, filters or Filters())
    question, notes = _respelled(ground, question)
    by_term = ranking.by_terms(question.words, question.concepts, question.lean, ground.found)
    allowed, note = _with_phrases(ground, question)
    notes += note
    ranked = _ranked(question, by_term, allowed)
    if not ranked:
        ranked, note = _newest_instead(ground, text)
        notes += note
    elif not _holds_a_word(ground, question):
        notes.append("None of those words stands here. These are the nearest in meaning.")
    page = ranked[offset : offset + limit]
    return Results(
        hits=_hits(reader, page, question),
        total=min(len(ranked), MOST),
        more=len(ranked) > MOST,
        facets=count_facets([one for one, _ in ranked[:MOST]]) if facets else [],
        themes=[found for one in list(question.lean)[:3] if (found := find(one))],
        note=" ".join(notes),
    )


def _respelled(ground: Ground, question: Question) -> tuple[Question, list[str]]:
    """The question with slips put right, where a word of it stands nowhere that may be read."""
    text, changed = question.text, False
    said = {stem for found in question.spotted for stem in roots(found.written)}
    for stem, written in question.written.items():
        if stem in said or spelling.is_word(stem, written) or _readable(ground, stem):
            continue
        meant = spelling.near_in_lexicon(stem)
        if not meant:
            near = spelling.near_in_index(stem)
            ground.look_up(near)
            meant = next((term for term in near if _readable(ground, term)), "")
        if meant:
            text, changed = text.replace(written, meant), True
    if not changed:
        return question, []
    again = ask(text)
    ground.look_up(term for term in again.terms if term not in ground.found)
    return again, ["A near spelling was searched for."]


def _holds_a_word(ground: Ground, question: Question) -> bool:
    """Whether a word of the question stands anywhere that may be read, or it speaks of a theme."""
    plain = not question.words or bool(question.spotted)
    return plain or any(_readable(ground, one) for one in question.words)


def _readable(ground: Ground, term: str) -> bool:
    where = ground.found.get(term, NOWHERE).ids
    return bool(ground.allowed[where].any())


def _with_phrases(ground: Ground, question: Question) -> tuple[np.ndarray, list[str]]:
    """Who is allowed, narrowed to entries that hold every quoted phrase, if any does."""
    if not question.phrases:
        return ground.allowed, []
    allowed = ground.allowed.copy()
    for phrase in question.phrases:
        for stem in phrase:
            if stem in question.words:
                among = np.zeros(len(allowed), bool)
                among[ground.found.get(stem, NOWHERE).ids] = True
                allowed &= among
    ids = np.flatnonzero(allowed)[::-1][:PHRASE_CHECKED].tolist()
    rows = ground.reader.entries().filter(pk__in=ids).values_list("pk", "title", "text")
    holding = [
        pk
        for pk, title, text in rows
        if all(_holds(f"{title}\n{text}", phrase) for phrase in question.phrases)
    ]
    if not holding:
        return ground.allowed, ["Nothing holds those words side by side."]
    narrowed = np.zeros(len(allowed), bool)
    narrowed[holding] = True
    return narrowed, []


def _holds(text: str, phrase: tuple[str, ...]) -> bool:
    stems = tuple(roots(text))
    return any(
        stems[at : at + len(phrase)] == phrase for at, stem in enumerate(stems) if stem == phrase[0]
    )


def _ranked(
    question: Question, by_term: np.ndarray, allowed: np.ndarray
) -> list[tuple[int, float]]:
    """Ids with scores, best first: candidates by terms and by meaning, weighed together.

    After the candidates come, unweighed by meaning, the others that answer at least a third as well
    by terms as the best does.
    """
    ids = ranking.best(by_term, allowed, MOST + 1)
    top, rest = ids[:CANDIDATES], ids[CANDIDATES:]
    close: dict[int, float] = {}
    if question.vector is not None:
        copy = vectors.current()
        close = vectors.nearest(copy, question.vector, allowed, NEAREST)
        unknown = np.array([one for one in top.tolist() if one not in close], np.int64)
        close |= vectors.closeness(copy, question.vector, unknown)
    scored = ranking.with_meaning({*top.tolist(), *close}, by_term, close)
    least = SHARE_OF_BEST * (float(by_term[ids[0]]) if len(ids) else 0.0)
    kept = [
        pair for at, pair in enumerate(scored) if at < FLOOR or by_term[pair[0]] >= max(least, 1e-6)
    ]
    tail = [(one, float(by_term[one])) for one in rest.tolist() if by_term[one] >= least]
    return kept + tail


def _newest_instead(ground: Ground, text: str) -> tuple[list[tuple[int, float]], list[str]]:
    allowed = np.flatnonzero(ground.allowed)[::-1][:MOST].tolist()
    newest = ground.reader.entries().filter(pk__in=allowed).order_by("-date", "-pk")
    ids = list(newest.values_list("pk", flat=True))
    note = ["Nothing answers that yet. These are the newest."] if text.strip() and ids else []
    return [(one, 0.0) for one in ids], note


def _hits(reader: Reader, page: Sequence[tuple[int, float]], question: Question) -> list[Hit]:
    entries: Mapping[int, Entry] = with_rows(
        reader.entries().select_related("partnership")
    ).in_bulk([one for one, _ in page])
    concepts = lexicon().only({*question.spoken, *list(question.lean)[:3]})
    stems = {*question.words, *question.synonyms}
    return [
        Hit(
            entries[one],
            round(min(score / 2, 1.0), 4),
            snippet(entries[one].text, stems, concepts),
        )
        for one, score in page
        if one in entries
    ]


def newest(reader: Any, *, limit: int = 10) -> QuerySet[Entry]:
    """The newest entries that the reader may find."""
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    return with_rows(reader.entries().order_by("-date", "-pk"))[:limit]


def about(reader: Any, *, theme: str, kinds: Sequence[str], limit: int = 10) -> QuerySet[Entry]:
    """The newest entries of some kinds on a theme that the reader may find."""
    reader = reader if isinstance(reader, Reader) else Reader.of(reader)
    found = reader.entries().filter(themes__theme=theme, kind__in=kinds)
    return found.order_by("-date", "-pk")[:limit]
