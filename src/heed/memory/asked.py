"""A question as it was typed, read into the terms by which it is answered. No database.

Any text is taken: quotes that do not close, operators of other search engines, emoji, a hundred
thousand characters. Quoted words are a phrase; everything else is words and concepts.
"""

import re
from dataclasses import dataclass, field

import numpy as np

from heed.memory import leanings, meaning
from heed.memory.lexicon import Spotted, everyday, lexicon
from heed.memory.words import is_common, root, roots
from heed.memory.words import written as words_of

LONGEST = 2_000
FEW = 3
BY_LEXICON, BY_MEANING = 0.85, 0.4
SURE_AT = 0.5
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{2,200})[\"“”«»]")


@dataclass(frozen=True)
class Question:
    """What was asked. Terms carry weights; ``lean`` are shares of themes that sum to 1 or less.

    ``synonyms`` are other words for its words: they are marked in an answer, and weigh nothing.
    """

    text: str
    words: dict[str, float] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    synonyms: frozenset[str] = frozenset()
    concepts: dict[str, float] = field(default_factory=dict)
    lean: dict[str, float] = field(default_factory=dict)
    phrases: tuple[tuple[str, ...], ...] = ()
    spotted: tuple[Spotted, ...] = ()
    vector: np.ndarray | None = None

    @property
    def spoken(self) -> set[str]:
        """The concepts that its words speak of."""
        return {found.concept for found in self.spotted}

    @property
    def terms(self) -> list[str]:
        """All terms to be looked up."""
        themes = [sign + theme for theme in self.lean for sign in "=~"]
        return list(dict.fromkeys([*self.words, *self.concepts, *themes]))


def ask(text: str, *, most_words: int = 40) -> Question:
    """Reads a question; of a longer text the first 2,000 characters."""
    text = " ".join(text[:LONGEST].split())
    words: dict[str, float] = {}
    written: dict[str, str] = {}
    for word in words_of(text):
        stem = root(word)
        if not is_common(word) and (stem in words or len(words) < most_words):
            words[stem] = min(words.get(stem, 0.0) + 1.0, 3.0)
            written.setdefault(stem, word)
    spotted = tuple(lexicon().spot(_in_capitals(text)))
    phrases = tuple(tuple(roots(quoted)) for quoted in _QUOTED.findall(text))
    vector = meaning.of_question(text) if words or spotted else None
    return Question(
        text=text,
        words=words,
        written=written,
        synonyms=frozenset(
            other for stem in words for other in lexicon().synonyms.get(stem, ())
        ).difference(words),
        concepts=_concepts(spotted),
        lean=_lean(spotted, vector),
        phrases=tuple(phrase for phrase in phrases if phrase),
        spotted=spotted,
        vector=vector,
    )


def _in_capitals(text: str) -> str:
    """A question of few words with its short forms in capitals, as somebody in a hurry means it."""
    found = words_of(text)
    if len(found) > FEW or text != text.lower():
        return text
    for word in found:
        if word in everyday() and not is_common(word):
            text = text.replace(word, word.upper())
    return text


def _concepts(spotted: tuple[Spotted, ...]) -> dict[str, float]:
    """The concepts finer than a theme that were spoken of, each with how surely."""
    concepts: dict[str, float] = {}
    for found in spotted:
        if found.concept not in found.themes:
            term = "=" + found.concept
            concepts[term] = max(concepts.get(term, 0.0), found.strength)
    return concepts


def _lean(spotted: tuple[Spotted, ...], vector: np.ndarray | None) -> dict[str, float]:
    """Shares of the themes asked for: by the lexicon's words and by closeness of meaning."""
    said = {(theme, found.written.lower()) for found in spotted for theme in found.themes}
    near = leanings.of_question(vector) if vector is not None else {}
    lean = {theme: BY_MEANING * share for theme, share in near.items()}
    for theme, _ in sorted(said):
        lean[theme] = lean.get(theme, 0.0) + BY_LEXICON
    top = sorted(lean.items(), key=lambda pair: -pair[1])[: leanings.MOST]
    total = sum(share for _, share in top)
    sure = min(total / SURE_AT, 1.0)
    return {theme: sure * share / total for theme, share in top if share / total > 0.02}
