"""The index of words: writing entries into it, and reading terms out of it as arrays.

One row holds one term in one block of 4,096 entries, so that the index is plain tables on every
database, changes in the same transaction as the entry, and forgets an entry at once. Terms are
stems; a concept is ``=id``; a facet is ``:name=value``. ``:length`` holds each entry's length.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from django.db import connection, transaction

from heed.memory.lexicon import weigh
from heed.memory.models import Audience, Entry, Posting

BLOCK = 4096
HEAVIEST = 255
TITLE_WEIGHT = 3
LENGTH = ":length"
_LENGTH_STEP = 12.0
_WRITERS = 7_403_201_118  # any number, the same in every process: one writer of the index at a time
TERM_LONGEST = 80


def facet(name: str, value: object) -> str:
    """The term under which a facet's value is kept."""
    return f":{name}={value}".lower()[:TERM_LONGEST]


def text_terms(title: str, text: str) -> Counter[str]:
    """The words and concepts of a text, each with its weight; a title counts three times over."""
    weights = weigh(text)
    for term, weight in weigh(title).items():
        weights[term] += TITLE_WEIGHT * weight
    return weights


def facet_terms(entry: Entry, theme_ids: Iterable[str], agencies: Iterable[str]) -> list[str]:
    """The facets of an entry as terms: by these it is narrowed, counted and permitted."""
    terms = [facet("kind", entry.kind), facet("audience", entry.audience)]
    terms += [facet("theme", theme_id) for theme_id in theme_ids]
    terms += [facet("agency", agency) for agency in agencies]
    for name in ("age_band", "route", "polarity", "effect", "partnership_id", "year"):
        value = getattr(entry, name)
        if value not in ("", None):
            terms.append(facet(name, value))
    if entry.audience == Audience.PARTNERSHIP and entry.partnership_id:
        terms.append(facet("scope", entry.partnership_id))
    return terms


def entry_terms(entry: Entry, theme_ids: Iterable[str], agencies: Iterable[str]) -> dict[str, int]:
    """All terms of an entry with their weights, as they are stored."""
    theme_ids = list(theme_ids)
    words = text_terms(entry.title, entry.text)
    for theme_id in theme_ids:
        words["=" + theme_id] += 2 * TITLE_WEIGHT
    length = sum(weight for term, weight in words.items() if not term.startswith("="))
    terms = {term: min(weight, HEAVIEST) for term, weight in words.items()}
    terms.update(dict.fromkeys(facet_terms(entry, theme_ids, agencies), 1))
    terms[LENGTH] = length_code(length)
    return terms


def length_code(length: int) -> int:
    """A length in words as one byte, coarser as it grows (steps of about 8 in 100)."""
    return min(HEAVIEST, round(_LENGTH_STEP * float(np.log2(length + 1))))


LENGTHS = np.exp2(np.arange(HEAVIEST + 1) / _LENGTH_STEP).astype(np.float32) - 1


def hold() -> None:
    """Makes writers of the index wait for one another until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS])


@transaction.atomic
def write(
    added: Mapping[int, Mapping[str, int]] | None = None,
    removed: Mapping[int, Iterable[str]] | None = None,
) -> None:
    """Adds and removes entries: for each entry's id its terms (with weights, to add)."""
    hold()
    changes: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    for entry_id, terms in (removed or {}).items():
        for term in terms:
            changes[term, entry_id // BLOCK][entry_id % BLOCK] = 0
    for entry_id, weights in (added or {}).items():
        for term, weight in weights.items():
            changes[term, entry_id // BLOCK][entry_id % BLOCK] = weight
    known = _stored(changes)
    fresh, altered, emptied = [], [], []
    for (term, block), slots in changes.items():
        row = known.get((term, block))
        merged = _merge(row, slots)
        if row is None:
            if merged is not None:
                fresh.append(Posting(term=term, block=block, slots=merged[0], weights=merged[1]))
        elif merged is None:
            emptied.append(row.pk)
        else:
            row.slots, row.weights = merged
            altered.append(row)
    Posting.objects.bulk_create(fresh, batch_size=2000)
    for row in altered:
        Posting.objects.filter(pk=row.pk).update(slots=row.slots, weights=row.weights)
    for start in range(0, len(emptied), 500):
        Posting.objects.filter(pk__in=emptied[start : start + 500]).delete()


def _stored(changes: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Posting]:
    by_block: dict[int, list[str]] = defaultdict(list)
    for term, block in changes:
        by_block[block].append(term)
    rows = {}
    for block, terms in by_block.items():
        for start in range(0, len(terms), 500):
            for row in Posting.objects.filter(block=block, term__in=terms[start : start + 500]):
                rows[row.term, row.block] = row
    return rows


def _merge(row: Posting | None, changes: Mapping[int, int]) -> tuple[bytes, bytes] | None:
    changed = np.fromiter(changes.keys(), np.uint16, len(changes))
    weights = np.fromiter(changes.values(), np.uint8, len(changes))
    if row is not None:
        old = np.frombuffer(row.slots, np.uint16)
        kept = ~np.isin(old, changed)
        changed = np.concatenate([old[kept], changed])
        weights = np.concatenate([np.frombuffer(row.weights, np.uint8)[kept], weights])
    present = weights > 0
    changed, weights = changed[present], weights[present]
    if not len(changed):
        return None
    order = np.argsort(changed, kind="stable")
    return changed[order].astype("<u2").tobytes(), weights[order].tobytes()


@dataclass(frozen=True)
class Occurrences:
    """Where a term occurs: entry ids, ascending, and a weight for each."""

    ids: np.ndarray
    weights: np.ndarray


NOWHERE = Occurrences(np.empty(0, np.int64), np.empty(0, np.uint8))


def look_up(terms: Iterable[str]) -> dict[str, Occurrences]:
    """The occurrences of several terms, by one statement; a term that is nowhere is left out."""
    found: dict[str, list[tuple[int, bytes, bytes]]] = defaultdict(list)
    rows = Posting.objects.filter(term__in=list(terms)).values_list(
        "term", "block", "slots", "weights"
    )
    for term, block, slots, weights in rows:
        found[term].append((block, slots, weights))
    occurrences = {}
    for term, blocks in found.items():
        blocks.sort(key=lambda row: row[0])
        occurrences[term] = Occurrences(
            np.concatenate(
                [
                    np.frombuffer(slots, "<u2").astype(np.int64) + block * BLOCK
                    for block, slots, _ in blocks
                ]
            ),
            np.concatenate([np.frombuffer(weights, np.uint8) for *_, weights in blocks]),
        )
    return occurrences
