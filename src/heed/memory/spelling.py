"""Near spellings of words that nothing holds, from the lexicon and from the index itself."""

from functools import cache

from django.db.models import QuerySet
from rapidfuzz.distance import OSA

from heed.memory.lexicon import lexicon
from heed.memory.models import Posting
from heed.wording.lexicon import is_ordinary

SHORTEST = 4
MOST = 50


@cache
def known() -> frozenset[str]:
    """The stems that the lexicon itself uses."""
    return lexicon().stems()


def is_word(stem: str, written: str) -> bool:
    """Whether a word that nothing holds is a word all the same, and no slip."""
    return stem in known() or is_ordinary(written)


def near_in_lexicon(stem: str) -> str:
    """The lexicon's word that a slip most likely meant, or nothing."""
    return _nearest(stem, known())


def near_in_index(stem: str) -> list[str]:
    """Stored words that a slip may have meant, the likeliest first: at most fifty.

    A slip is looked for after the first two letters, so that a large index is not read whole.
    They may come from any entry: whoever uses them must see that the reader may find one.
    """
    if len(stem) < SHORTEST:
        return []
    rows: QuerySet[Posting, str] = (
        Posting.objects.filter(term__startswith=stem[:2])
        .values_list("term", flat=True)
        .distinct()
        .order_by()
    )
    apart = sorted(
        (OSA.distance(stem, term, score_cutoff=_slack(stem)), term)
        for term in rows
        if abs(len(term) - len(stem)) <= 2
    )
    return [term for distance, term in apart if distance <= _slack(stem)][:MOST]


def _nearest(stem: str, among: frozenset[str]) -> str:
    if len(stem) < SHORTEST:
        return ""
    slack = _slack(stem)
    best, best_at = "", slack + 1
    for word in among:
        if abs(len(word) - len(stem)) <= slack and word[0] == stem[0]:
            distance = OSA.distance(stem, word, score_cutoff=slack)
            if distance < best_at or (distance == best_at and word < best):
                best, best_at = word, distance
    return best if best_at <= slack else ""


def _slack(stem: str) -> int:
    return 1 if len(stem) < 7 else 2
