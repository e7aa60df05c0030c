"""How good an order of documents is: nDCG with graded answers. Plain Python."""

from collections.abc import Mapping, Sequence
from math import log2


def ndcg(order: Sequence[str], answers: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain of the first ``depth``, gain 2^grade − 1."""
    gained = sum(
        (2 ** answers.get(one, 0) - 1) / log2(rank + 2) for rank, one in enumerate(order[:depth])
    )
    ideal = sorted(answers.values(), reverse=True)[:depth]
    possible = sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(ideal))
    return gained / possible if possible else 0.0


def mean(values: Sequence[float]) -> float:
    """The mean; nought of nothing."""
    return sum(values) / len(values) if values else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
