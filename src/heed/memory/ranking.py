"""Which entries answer a question best. NumPy over what the index gave; no database.

Words and concepts are weighed by BM25 over arrays as long as the highest entry id, so that a broad
question costs little more than a selective one.
"""

from collections.abc import Mapping

import numpy as np

from heed.memory.postings import LENGTHS, NOWHERE, Occurrences

K1, B = 1.2, 0.6


def longness(lengths: Occurrences) -> tuple[np.ndarray, int]:
    """BM25's part for length, by entry id, and how many entries there are."""
    if not len(lengths.ids):
        return np.ones(1, np.float32), 0
    words = LENGTHS[lengths.weights]
    by_id = np.full(int(lengths.ids[-1]) + 1, K1, np.float32)
    by_id[lengths.ids] = K1 * (1 - B + B * words / max(float(words.mean()), 1.0))
    return by_id, len(lengths.ids)


def rarity(term: Occurrences, entries: int) -> float:
    """How much a term tells: near nothing for one that is everywhere, more the rarer it is."""
    among = len(term.ids)
    return float(np.log(1 + (entries - among + 0.5) / (among + 0.5)))


def bm25(
    asked: Mapping[str, float],
    occurrences: Mapping[str, Occurrences],
    by_id: np.ndarray,
    entries: int,
) -> np.ndarray:
    """Scores by entry id; ``asked`` gives each term's weight in the question."""
    scores = np.zeros(len(by_id), np.float32)
    for term, worth in asked.items():
        where = occurrences.get(term, NOWHERE)
        if not len(where.ids):
            continue
        weight = where.weights.astype(np.float32)
        scores[where.ids] += (worth * rarity(where, entries) * (K1 + 1)) * (
            weight / (weight + by_id[where.ids])
        )
    return scores


def best(scores: np.ndarray, allowed: np.ndarray, limit: int) -> np.ndarray:
    """The ids of the highest scores above nought among those allowed, best first."""
    kept = np.where(allowed, scores, 0)
    positive = int(np.count_nonzero(kept > 0))
    limit = min(limit, positive)
    if limit == 0:
        return np.empty(0, np.int64)
    top = np.argpartition(-kept, limit - 1)[:limit]
    return top[np.lexsort((-top, -kept[top]))]
