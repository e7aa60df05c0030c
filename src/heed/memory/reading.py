"""A text read whole: its terms, and its meaning. Plain data in and out, and no database.

What other processes are handed: see ``processes``.
"""

from collections import Counter
from collections.abc import Sequence

from heed.memory import leanings, meaning
from heed.memory.lexicon import weigh

TITLE_WEIGHT = 3
Text = tuple[str, str]
Read = tuple[bytes, dict[str, float]]


def text_terms(title: str, text: str) -> Counter[str]:
    """The words and concepts of a text, each with its weight; a title counts three times over."""
    weights = weigh(text)
    for term, weight in weigh(title).items():
        weights[term] += TITLE_WEIGHT * weight
    return weights


def read_words(texts: Sequence[Text]) -> list[Counter[str]]:
    """The terms of each title and text."""
    return [text_terms(title, text) for title, text in texts]


def read_meanings(texts: Sequence[Text]) -> list[Read]:
    """For each title and text: its passages' vectors, packed, and the themes it leans to."""
    pieces = [meaning.passages(title, text) for title, text in texts]
    encoded = meaning.encode([piece for some in pieces for piece in some])
    answers: list[Read] = []
    at = 0
    for some in pieces:
        packed = meaning.pack(encoded[at : at + len(some)])
        answers.append((packed, leanings.of_entry(meaning.unpack(packed))))
        at += len(some)
    return answers
