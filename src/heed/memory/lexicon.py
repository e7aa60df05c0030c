"""What the field means by its words: the concepts that a text or a question speaks of.

A concept ("was not brought") gathers the ways of saying one thing: abbreviations, phrases, and
hints that point to it less surely. Concepts belong to themes. They are spotted in stored texts and
in questions alike, so that "WNB" finds "appointments that nobody took her to".

Phrases are compared stem by stem, common words included. A phrase with `` + `` ("baby + bruise")
is met when its parts stand in one sentence, in any order.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from heed.memory import themes
from heed.memory.words import is_common, places, root, roots, sentences, written

FILE = Path(__file__).with_name("lexicon.yaml")
OUTRIGHT, HINT = 1.0, 0.5
_NOT = re.compile(r"\b(was|were|is|did|does|do|has|have|had|would|could|should|wo) not\b")
Spans = tuple[tuple[int, int], ...]
# Raised when the way a text is read changes, so that what is stored is read anew.
READING = 1


@dataclass(frozen=True)
class Concept:
    """One thing the field speaks of, and the themes it belongs to."""

    id: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Spotted:
    """A concept met in a text: by which words, at which characters, how surely (0 to 1)."""

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

    _said: dict[str, list[tuple[list[tuple[str, ...]], float]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def only(self, concepts: Collection[str]) -> "Lexicon":
        """The lexicon of these concepts alone, by which a text is read more quickly."""
        part = Lexicon(self.concepts, self.version, self.synonyms)
        for concept in concepts:
            for parts, strength in self._said.get(concept, ()):
                part._take(concept, parts, strength)
        return part

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
        self._said[concept].append((parts, strength))
        self._take(concept, parts, strength)

    def _take(self, concept: str, parts: list[tuple[str, ...]], strength: float) -> None:
        if len(parts) > 1:
            anchor = max(parts, key=lambda part: sum(map(len, part)))
            self._together[anchor[0]].append((tuple(parts), concept, strength))
            return
        known = self._phrases.setdefault(parts[0], [])
        if all(concept != other for other, _ in known):
            known.append((concept, strength))
        self._first[parts[0][0]] = max(self._first.get(parts[0][0], 0), len(parts[0]))

    def stems(self) -> frozenset[str]:
        """Every stem that stands in a phrase or among the synonyms."""
        single = {stem for phrase in self._phrases for stem in phrase}
        joined = {
            stem
            for rows in self._together.values()
            for parts, _, _ in rows
            for part in parts
            for stem in part
        }
        return frozenset(single | joined | self.synonyms.keys())

    def spot(self, text: str) -> list[Spotted]:
        """The concepts of a text in order of place; one place may speak of several."""
        found = []
        for offset, sentence in _placed_sentences(text):
            met = list(self.meet(roots(sentence)))
            words = places(sentence) if met else []
            for spans, concept, strength in met:
                found.append(
                    Spotted(
                        concept,
                        self.concepts[concept].themes,
                        " … ".join(sentence[words[a].start() : words[b].end()] for a, b in spans),
                        offset + words[spans[0][0]].start(),
                        offset + words[spans[-1][1]].end(),
                        strength,
                    )
                )
        return found

    def meet(self, stems: list[str]) -> Iterator[tuple[Spans, str, float]]:
        """The concepts of one sentence, given as stems: where (word places), which, how surely."""
        anchors = []
        for at, first in enumerate(stems):
            if first in self._together:
                anchors.append(first)
            longest = self._first.get(first)
            if longest is None:
                continue
            for size in range(min(longest, len(stems) - at), 0, -1):
                for concept, strength in self._phrases.get(tuple(stems[at : at + size]), ()):
                    yield ((at, at + size - 1),), concept, strength
        for anchor in dict.fromkeys(anchors):
            for parts, concept, strength in self._together[anchor]:
                spans = _places(parts, stems)
                if spans:
                    yield spans, concept, strength


def _places(parts: tuple[tuple[str, ...], ...], stems: list[str]) -> Spans:
    """Where each part first stands in the sentence, in order of place; nothing unless all do."""
    spans = []
    for part in parts:
        at = -1
        while True:
            try:
                at = stems.index(part[0], at + 1)
            except ValueError:
                return ()
            if tuple(stems[at : at + len(part)]) == part:
                break
        spans.append((at, at + len(part) - 1))
    return tuple(sorted(spans))


def _placed_sentences(text: str) -> Iterator[tuple[int, str]]:
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


def weigh(text: str) -> Counter[str]:
    """A text as terms: the stems of words that carry a subject, counted, and ``=`` its concepts.

    A concept counts two for words that mean it outright and one for a hint, and so do its themes.
    """
    book = lexicon()
    weights: Counter[str] = Counter()
    for sentence in sentences(text):
        words = written(sentence)
        stems = [root(word) for word in words]
        weights.update(stem for stem, word in zip(stems, words, strict=True) if not is_common(word))
        for _, concept, strength in book.meet(stems):
            points = 1 if strength <= HINT else 2
            weights["=" + concept] += points
            for theme in book.concepts[concept].themes:
                if theme != concept:
                    weights["=" + theme] += points
    return weights


def sayings() -> Iterator[tuple[str, str, float]]:
    """Every phrase as it is written, with a theme that it speaks of and how surely."""
    for theme in themes.every():
        for phrase in (theme.label, *theme.aliases):
            yield theme.id, phrase, OUTRIGHT
    for row in yaml.safe_load(FILE.read_bytes())["concepts"]:
        for theme_id in row.get("themes", ()):
            yield from ((theme_id, str(one), OUTRIGHT) for one in row.get("says", ()))
            yield from ((theme_id, str(one), HINT) for one in row.get("hints", ()))
