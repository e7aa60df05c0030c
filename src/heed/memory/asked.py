"""A question as it was typed, read into the terms by which it is answered. Plain Python.

Any text is taken: quotes that do not close, operators of other search engines, emoji, a hundred
thousand characters. Quoted words are a phrase; everything else is words and concepts.
"""

import re
from dataclasses import dataclass, field

from heed.memory.lexicon import Spotted, lexicon
from heed.memory.words import COMMON, plain, read, root

LONGEST = 2_000
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{2,200})[\"“”«»]")


@dataclass(frozen=True)
class Question:
    """What was asked: ``words`` are stems with how often they stand there."""

    text: str
    words: dict[str, float] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    phrases: tuple[tuple[str, ...], ...] = ()
    spotted: tuple[Spotted, ...] = ()


def ask(text: str) -> Question:
    """Reads a question; of a longer text the first 2,000 characters."""
    text = " ".join(text[:LONGEST].split())
    words: dict[str, float] = {}
    written: dict[str, str] = {}
    for word in read(text):
        if plain(word.written) in COMMON:
            continue
        words[word.root] = words.get(word.root, 0.0) + 1.0
        written.setdefault(word.root, word.written)
    phrases = tuple(
        tuple(root(word.written) for word in read(quoted)) for quoted in _QUOTED.findall(text)
    )
    return Question(
        text=text,
        words=words,
        written=written,
        phrases=tuple(phrase for phrase in phrases if phrase),
        spotted=tuple(lexicon().spot(text)),
    )
