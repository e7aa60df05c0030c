"""Which entries answer a question best. NumPy over what the index gave; no database.

Four things are weighed: the words asked for (BM25, as a share of all that the question could give
and of what it gives the best), the field's concepts, the themes that the question and the entry
share, and closeness of meaning. The weights were chosen on the judged sets in ``bench/memory`` that
are there to be tuned on.
Arrays are as long as the highest entry id, so that a broad question costs little more than a
selective one.
"""

from collections.abc import Iterable, Mapping

import numpy as np

from heed.memory.postings import HEAVIEST, LENGTHS, NOWHERE, Occurrences

WORDS, OF_BEST, CONCEPTS, THEMES, LEANING, MEANING = 0.5, 0.1, 0.3, 1.0, 0.3, 0.6
K1, B = 1.2, 0.6
# A concept or theme as rare as a fiftieth of the entries counts in full.
FULL = 4.0
# How often a theme must be spoken of, in a text of middling length, to count by half.
HALF = 2.0
UNREAD = 0.25


def longness(lengths: Occurrences) -> tuple[np.ndarray, int]:
    """BM25's part for length, by entry id, and how many entries there are."""
    if not len(lengths.ids):
        return np.ones(1, np.float32), 0
    words = LENGTHS[lengths.weights]
    by_id = np.full(int(lengths.ids[-1]) + 1, K1, np.float32)
    by_id[lengths.ids] = K1 * (1 - B + B * words / max(float(words.mean()), 1.0))
    return by_id, len(lengths.ids)


def rarity(among: int, entries: int) -> float:
    """How much a term tells: near nothing for one that is everywhere, more the rarer it is."""
    return float(np.log(1 + (entries - among + 0.5) / (among + 0.5)))


def bm25(
    asked: Mapping[str, float],
    found: Mapping[str, Occurrences],
    by_id: np.ndarray,
    entries: int,
) -> np.ndarray:
    """Scores by entry id; ``asked`` gives each term's weight in the question."""
    scores = np.zeros(len(by_id), np.float32)
    for term, worth in asked.items():
        where = found.get(term, NOWHERE)
        if len(where.ids):
            weight = where.weights.astype(np.float32)
            scores[where.ids] += (worth * rarity(len(where.ids), entries) * (K1 + 1)) * (
                weight / (weight + by_id[where.ids])
            )
    return scores


def most_possible(
    asked: Mapping[str, float], found: Mapping[str, Occurrences], entries: int
) -> float:
    """What an entry would score that held every word asked for, over and over."""
    return sum(
        worth * rarity(len(found.get(term, NOWHERE).ids), entries) * (K1 + 1)
        for term, worth in asked.items()
    )


def share_themes(
    lean: Mapping[str, float],
    found: Mapping[str, Occurrences],
    by_id: np.ndarray,
    entries: int,
) -> np.ndarray:
    """How far entries speak of the themes that a question leans to (shares that sum to 1).

    A theme of which most entries speak tells less, and a word of it in a long entry less than in a
    short one.
    """
    scores = np.zeros(len(by_id), np.float32)
    # Where little is known yet nothing can be rare: what only one entry says counts in full.
    full = min(FULL, rarity(1, entries))
    for theme, share in lean.items():
        said = found.get("=" + theme, NOWHERE)
        weight = said.weights.astype(np.float32)
        worth = share * rarity(len(said.ids), entries) / full
        scores[said.ids] += worth * weight / (weight + (HALF / K1) * by_id[said.ids])
        meant = found.get("~" + theme, NOWHERE)
        scores[meant.ids] += (share * LEANING / HEAVIEST) * meant.weights
    return scores


def by_terms(
    words: Mapping[str, float],
    concepts: Mapping[str, float],
    lean: Mapping[str, float],
    found: Mapping[str, Occurrences],
) -> np.ndarray:
    """Scores by entry id, of all but meaning."""
    by_id, entries = longness(found.get(":length", NOWHERE))
    scores = THEMES * share_themes(lean, found, by_id, entries)
    literal = bm25(words, found, by_id, entries)
    if literal.any():
        most = most_possible(words, found, entries)
        scores += (WORDS / most + OF_BEST / float(literal.max())) * literal
    if concepts:
        scores += (CONCEPTS / (FULL * (K1 + 1))) * bm25(concepts, found, by_id, entries)
    return scores


def best(scores: np.ndarray, allowed: np.ndarray, limit: int) -> np.ndarray:
    """The ids of the highest scores above nought among those allowed, best first, newest first."""
    ids = np.flatnonzero(allowed & (scores > 0))
    if len(ids) > limit:
        ids = ids[np.argpartition(-scores[ids], limit - 1)[:limit]]
    return ids[np.lexsort((-ids, -scores[ids]))]


def with_meaning(
    ids: Iterable[int], by_term: np.ndarray, close: Mapping[int, float]
) -> list[tuple[int, float]]:
    """The ids in their last order with their last score: meaning added to the rest.

    An entry whose meaning is not read yet is taken to be as close as most are.
    """
    unread = UNREAD if close else 0.0
    scored = [
        (int(one), float(by_term[one]) + MEANING * close.get(int(one), unread)) for one in ids
    ]
    return sorted(scored, key=lambda pair: (-pair[1], -pair[0]))
