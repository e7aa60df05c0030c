"""The index of words: writing entries into it, and reading terms out of it as arrays.

One row holds one term in one block of 4,096 entries, so that the index is plain tables on every
database, changes in the same transaction as the entry, and forgets an entry at once. Terms are
stems; a concept is ``=id``; a facet is ``:name=value``. ``:length`` holds each entry's length, and
``:of-others`` says that it is the learning of somebody who is not on this machine.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from django.db import connection, transaction

from heed.memory.models import Audience, Entry, Posting
from heed.memory.reading import TITLE_WEIGHT, text_terms

BLOCK = 4096
HEAVIEST = 255
LENGTH = ":length"
_LENGTH_STEP = 12.0
_WRITERS = 7_403_201_118  # any number, the same in every process: one writer of the index at a time
TERM_LONGEST = 80
AT_ONCE = 5_000
Packed = bytes | memoryview


OF_OTHERS = ":of-others"


def facet(name: str, value: object) -> str:
    """The term under which a facet's value is kept."""
    return f":{name}={value}".lower()[:TERM_LONGEST]


def facet_terms(entry: Entry, theme_ids: Iterable[str], agencies: Iterable[str]) -> list[str]:
    """The facets of an entry as terms: by these it is narrowed, counted and permitted."""
    terms = [facet("kind", entry.kind), facet("audience", entry.audience)]
    terms += [facet("theme", theme_id) for theme_id in theme_ids]
    terms += [facet("agency", agency) for agency in agencies]
    for name in ("age_band", "route", "polarity", "effect", "partnership_id", "year"):
        value = getattr(entry, name)
        if value not in ("", None):
            terms.append(facet(name, value))
    if entry.partnership_name:
        terms.append(OF_OTHERS)
    if entry.audience == Audience.PARTNERSHIP and entry.partnership_id:
        terms.append(facet("scope", entry.partnership_id))
    if entry.audience == Audience.FORUM and entry.partnership_id:
        terms.append(facet("forum", entry.partnership_id))
    return terms


def entry_terms(
    entry: Entry,
    theme_ids: Iterable[str],
    agencies: Iterable[str],
    words: Counter[str] | None = None,
) -> dict[str, int]:
    """All terms of an entry with their weights, as they are stored.

    ``words`` spares the reading of its text where ``text_terms`` has been asked already.
    """
    theme_ids = list(theme_ids)
    words = text_terms(entry.title, entry.text) if words is None else words
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
    for block, changes in _by_block(added or {}, removed or {}).items():
        terms = list(changes)
        for start in range(0, len(terms), AT_ONCE):
            _write_terms(block, {term: changes[term] for term in terms[start : start + AT_ONCE]})


@transaction.atomic
def strip(entry_id: int) -> None:
    """Takes an entry out of every term of its block, whatever its terms were. Slow, and sure."""
    hold()
    terms = Posting.objects.filter(block=entry_id // BLOCK).values_list("term", flat=True)
    write(removed={entry_id: list(terms)})


def _by_block(
    added: Mapping[int, Mapping[str, int]], removed: Mapping[int, Iterable[str]]
) -> dict[int, dict[str, list[int]]]:
    """The changes to each block's terms, each as slot * 256 + weight (nought: it goes)."""
    blocks: dict[int, dict[str, list[int]]] = {}
    for entry_id, gone in removed.items():
        block, slot = divmod(entry_id, BLOCK)
        changes = blocks.setdefault(block, {})
        for term in gone:
            changes.setdefault(term, []).append(slot << 8)
    for entry_id, weights in added.items():
        block, slot = divmod(entry_id, BLOCK)
        changes = blocks.setdefault(block, {})
        for term, weight in weights.items():
            changes.setdefault(term, []).append(slot << 8 | weight)
    return blocks


def _write_terms(block: int, changes: Mapping[str, list[int]]) -> None:
    known = {
        term: (slots, weights)
        for term, slots, weights in Posting.objects.filter(
            block=block, term__in=list(changes)
        ).values_list("term", "slots", "weights")
    }
    kept, emptied = [], []
    for term, packed in changes.items():
        merged = _merge(known.get(term), packed)
        if merged is not None and merged == known.get(term):
            continue
        if merged is not None:
            kept.append(Posting(term=term, block=block, slots=merged[0], weights=merged[1]))
        elif term in known:
            emptied.append(term)
    Posting.objects.bulk_create(
        kept,
        update_conflicts=True,
        unique_fields=["term", "block"],
        update_fields=["slots", "weights"],
    )
    if emptied:
        Posting.objects.filter(block=block, term__in=emptied).delete()


def _merge(old: tuple[Packed, Packed] | None, packed: list[int]) -> tuple[bytes, bytes] | None:
    changed = np.array(packed, np.int64)
    slots, weights = changed >> 8, changed & 255
    if old is not None:
        before = np.frombuffer(old[0], "<u2").astype(np.int64)
        stays = ~np.isin(before, slots)
        slots = np.concatenate([before[stays], slots])
        weights = np.concatenate([np.frombuffer(old[1], np.uint8)[stays], weights])
    present = weights > 0
    slots, weights = slots[present], weights[present]
    if not len(slots):
        return None
    order = np.argsort(slots, kind="stable")
    return slots[order].astype("<u2").tobytes(), weights[order].astype(np.uint8).tobytes()


@dataclass(frozen=True)
class Occurrences:
    """Where a term occurs: entry ids, ascending, and a weight for each."""

    ids: np.ndarray
    weights: np.ndarray


NOWHERE = Occurrences(np.empty(0, np.int64), np.empty(0, np.uint8))


def look_up(terms: Iterable[str]) -> dict[str, Occurrences]:
    """The occurrences of several terms, by one statement; a term that is nowhere is left out."""
    found: dict[str, list[tuple[int, Packed, Packed]]] = defaultdict(list)
    rows = Posting.objects.filter(term__in=list(terms)).values_list(
        "term", "block", "slots", "weights"
    )
    for term, block, slots, weights in rows:
        found[term].append((block, slots, weights))
    return {term: _joined(blocks) for term, blocks in found.items()}


def _joined(blocks: list[tuple[int, Packed, Packed]]) -> Occurrences:
    blocks.sort(key=lambda row: row[0])
    slots = [np.frombuffer(one, "<u2") for _, one, _ in blocks]
    first = np.repeat([block * BLOCK for block, _, _ in blocks], [len(one) for one in slots])
    return Occurrences(
        np.concatenate(slots) + first,
        np.concatenate([np.frombuffer(weights, np.uint8) for *_, weights in blocks]),
    )
