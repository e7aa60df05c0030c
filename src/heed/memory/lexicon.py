"""What the field means by its words: the concepts that a text or a question speaks of.

A concept ("was not brought") gathers the ways of saying one thing: abbreviations, phrases, and
hints that point to it less surely. Concepts belong to themes. They are spotted in stored texts and
in questions alike, so that "WNB" finds "appointments that nobody took her to".

Phrases are compared stem by stem, common words included. A phrase with `` + `` ("baby + bruise")
is met when its parts stand in one sentence, in any order.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from heed.memory import themes
from heed.memory.words import COMMON, Word, plain, read, root, roots, sentences

FILE = Path(__file__).with_name("lexicon.yaml")
OUTRIGHT, HINT = 1.0, 0.5
_NOT = re.compile(r"\b(was|were|is|did|does|do|has|have|had|would|could|should|wo) not\b")
# Raised when the way a text is read changes, so that what is stored is read anew.
READING = 1


@dataclass(frozen=True)
class Concept:
    """One thing the field speaks of, and the themes it belongs to."""

    id: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Spotted:
    """A concept met in a text: by which words, where (character places), and how surely (0 to 1)."""

    concept: str
    themes: tuple[str, ...]
    written: str
    start: int
    end: int
    strength: float


@dataclass
class Lexicon:
    """All concepts, ready to be spotted; ``version`` changes when any of their words do."""

    concepts: dict[str, Concept]
    version: str
    synonyms: dict[str, tuple[str, ...]]
    _phrases: dict[tuple[str, ...], list[tuple[str, float]]] = field(default_factory=dict)
    _first: dict[str, int] = field(default_factory=dict)
    _together: dict[str, list[tuple[tuple[tuple[str, ...], ...], str, float]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def learn(self, concept: str, phrase: str, strength: float) -> None:
        """Takes one more way of saying a concept, with its contracted form where it has one."""
        self._learn(concept, phrase, strength)
        short = _NOT.sub(r"\1n't", phrase)
        if short != phrase:
            self._learn(concept, short, strength)

    def _learn(self, concept: str, phrase: str, strength: float) -> None:
        parts = [tuple(roots(part)) for part in phrase.split(" + ")]
        if not all(parts):
            raise ValueError(f"lexicon: the phrase {phrase!r} of {concept} holds no word")
        if len(parts) > 1:
            anchor = max(parts, key=lambda part: sum(map(len, part)))
            self._together[anchor[0]].append((tuple(parts), concept, strength))
            return
        known = self._phrases.setdefault(parts[0], [])
        if all(concept != other for other, _ in known):
            known.append((concept, strength))
        self._first[parts[0][0]] = max(self._first.get(parts[0][0], 0), len(parts[0]))

    def spot(self, text: str) -> list[Spotted]:
        """The concepts of a text in order of place; one place may speak of several."""
        found = []
        for start, sentence in _placed_sentences(text):
            words = read(sentence)
            found += self._spot_phrases(sentence, words, start)
            found += self._spot_together(sentence, words, start)
        return found

    def _spot_phrases(self, sentence: str, words: list[Word], offset: int) -> Iterable[Spotted]:
        stems = [word.root for word in words]
        for at, first in enumerate(stems):
            for size in range(min(self._first.get(first, 0), len(stems) - at), 0, -1):
                for concept, strength in self._phrases.get(tuple(stems[at : at + size]), ()):
                    start, end = words[at].start, words[at + size - 1].end
                    yield Spotted(
                        concept,
                        self.concepts[concept].themes,
                        sentence[start:end],
                        offset + start,
                        offset + end,
                        strength,
                    )

    def _spot_together(self, sentence: str, words: list[Word], offset: int) -> Iterable[Spotted]:
        stems = [word.root for word in words]
        places: dict[str, list[int]] = defaultdict(list)
        for at, stem in enumerate(stems):
            places[stem].append(at)
        for anchor in places:
            for parts, concept, strength in self._together.get(anchor, ()):
                met = [
                    next(
                        (
                            at
                            for at in places.get(part[0], ())
                            if tuple(stems[at : at + len(part)]) == part
                        ),
                        None,
                    )
                    for part in parts
                ]
                if any(at is None for at in met):
                    continue
                spans = sorted(
                    (at, at + len(part) - 1)
                    for at, part in zip(met, parts, strict=True)
                    if at is not None
                )
                yield Spotted(
                    concept,
                    self.concepts[concept].themes,
                    " … ".join(sentence[words[a].start : words[b].end] for a, b in spans),
                    offset + words[spans[0][0]].start,
                    offset + words[spans[-1][1]].end,
                    strength,
                )


def _placed_sentences(text: str) -> Iterable[tuple[int, str]]:
    at = 0
    for sentence in sentences(text):
        at = text.index(sentence, at)
        yield at, sentence
        at += len(sentence)


@cache
def lexicon() -> Lexicon:
    """The lexicon that Heed ships: the themes' own words, then ``lexicon.yaml``."""
    raw = FILE.read_bytes()
    data = yaml.safe_load(raw)
    digest = hashlib.sha256(raw + themes.FILE.read_bytes()).hexdigest()[:12]
    synonyms: dict[str, tuple[str, ...]] = {}
    for group in data.get("synonyms", ()):
        stems = [root(word) for word in group]
        for stem in stems:
            others = tuple(other for other in stems if other != stem)
            synonyms[stem] = tuple(dict.fromkeys((*synonyms.get(stem, ()), *others)))
    book = Lexicon({}, f"{READING}-{digest}", synonyms)
    for theme in themes.every():
        book.concepts[theme.id] = Concept(theme.id, (theme.id,))
        for phrase in (theme.label, *theme.aliases):
            book.learn(theme.id, phrase, OUTRIGHT)
    for row in data["concepts"]:
        of = tuple(row.get("themes", ()))
        for theme_id in of:
            if themes.find(theme_id) is None:
                raise ValueError(f"lexicon: concept {row['id']} names no theme {theme_id!r}")
        if row["id"] not in book.concepts:
            book.concepts[row["id"]] = Concept(row["id"], of)
        for phrase in row.get("says", ()):
            book.learn(row["id"], str(phrase), OUTRIGHT)
        for phrase in row.get("hints", ()):
            book.learn(row["id"], str(phrase), HINT)
    return book


def content(text: str) -> list[str]:
    """The stems of the words that carry a subject, in order."""
    return [word.root for word in read(text) if plain(word.written) not in COMMON]
