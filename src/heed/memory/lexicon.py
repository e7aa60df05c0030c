"""What the field means by its words: the concepts that a text or a question speaks of.

A concept ("was not brought") gathers the ways of saying one thing: abbreviations, phrases, and
hints that point to it less surely. Concepts belong to themes. They are spotted in stored texts and
in questions alike, so that "WNB" finds "appointments that nobody took her to".

Phrases are compared stem by stem, common words included. A phrase with `` + `` ("baby + bruise")
is met when its parts stand in one sentence, in any order. A short form that is an everyday word
too ("IT", "SMART") is met by its capitals alone.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from heed.memory import themes
from heed.memory.words import SENTENCE, is_common, places, plain, root, sentences, written

FILE = Path(__file__).with_name("lexicon.yaml")
ABBREVIATIONS = Path(__file__).with_name("abbreviations.yaml")
TALK = Path(__file__).with_name("talk.yaml")
EVERYDAY = "everyday words"
OUTRIGHT, HINT = 1.0, 0.5
_NOT = re.compile(r"\b(was|were|is|did|does|do|has|have|had|would|could|should|wo) not\b")
_CAPITALS = re.compile("[A-Z].*[A-Z]")
MARK, SHOUT = "^", 3
Part = tuple[str, ...]
Spans = tuple[tuple[int, int], ...]
# Raised when the way a text is read changes, so that what is stored is read anew.
READING = 2


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
    _alone: dict[str, list[tuple[str, float]]] = field(default_factory=lambda: defaultdict(list))
    _phrases: dict[Part, list[tuple[str, float]]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)
    _together: dict[str, list[tuple[tuple[Part, ...], str, float]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _known: set[str] = field(default_factory=set)
    _said: dict[str, list[tuple[str, float]]] = field(default_factory=lambda: defaultdict(list))

    def only(self, concepts: Collection[str]) -> "Lexicon":
        """The lexicon of these concepts alone, by which a text is read more quickly."""
        part = Lexicon(self.concepts, self.version, self.synonyms)
        for concept in concepts:
            for phrase, strength in self._said.get(concept, ()):
                part._take(concept, phrase, strength)
        return part

    def learn(self, concept: str, phrase: str, strength: float) -> None:
        """Takes one more way of saying a concept, with its contracted form where it has one."""
        for said in dict.fromkeys((phrase, _NOT.sub(r"\1n't", phrase))):
            self._said[concept].append((said, strength))
            self._take(concept, said, strength)

    def _take(self, concept: str, phrase: str, strength: float) -> None:
        parts, alone = _parsed(phrase)
        self._known.update(alone)
        if alone:
            for form in alone:
                _add(self._alone[form], concept, strength)
        elif len(parts) == 1:
            _add(self._phrases.setdefault(parts[0], []), concept, strength)
            first = parts[0][0]
            self._longest[first] = max(self._longest.get(first, 0), len(parts[0]))
            self._known.add(_telling(parts[0]))
        else:
            anchor = max(parts, key=lambda part: sum(map(len, part)))
            self._together[anchor[0]].append((parts, concept, strength))
            self._known.add(_telling(anchor))

    def stems(self) -> frozenset[str]:
        """Every stem that stands in a phrase or among the synonyms."""
        known = set(self.synonyms)
        for phrases in self._said.values():
            for phrase, _ in phrases:
                known.update(root(word) for word in written(phrase))
        return frozenset(known)

    def spot(self, text: str, words: list[re.Match[str]] | None = None) -> list[Spotted]:
        """The concepts of a text in order of place; one place may speak of several.

        ``words`` spares the finding of its words where they are known.
        """
        words = places(text) if words is None else words
        read = Read.of([one.group() for one in words])
        known = self._known
        hits = [
            at
            for at, (stem, form) in enumerate(zip(*read, strict=True))
            if stem in known or form in known
        ]
        found = []
        for first, last in _sentences(text, words, hits):
            inside = words[first:last]
            said = text[inside[0].start() : inside[-1].end()]
            for spans, concept, strength in self.meet(read.part(first, last, said)):
                found.append(
                    Spotted(
                        concept,
                        self.concepts[concept].themes,
                        " … ".join(text[inside[a].start() : inside[b].end()] for a, b in spans),
                        inside[spans[0][0]].start(),
                        inside[spans[-1][1]].end(),
                        strength,
                    )
                )
        return found

    def meet(self, read: "Read") -> Iterator[tuple[Spans, str, float]]:
        """The concepts of one sentence: where (word places), which, how surely."""
        stems, forms = read
        anchors = []
        for at, first in enumerate(stems):
            if first in self._together:
                anchors.append(first)
            longest = self._longest.get(first)
            if longest is not None:
                for size in range(min(longest, len(stems) - at), 1, -1):
                    for concept, strength in self._phrases.get(tuple(stems[at : at + size]), ()):
                        yield ((at, at + size - 1),), concept, strength
            if forms[at] in self._alone:
                for concept, strength in self._alone[forms[at]]:
                    yield ((at, at),), concept, strength
        for anchor in dict.fromkeys(anchors):
            for parts, concept, strength in self._together[anchor]:
                spans = _places(parts, stems)
                if spans:
                    yield spans, concept, strength


class Read(NamedTuple):
    """The words of a sentence twice over: their stems, and the forms that stand there."""

    stems: list[str]
    forms: list[str]

    @classmethod
    def of(cls, words: list[str]) -> "Read":
        """Words as read."""
        known = {word: (root(word), _form(word)) for word in set(words)}
        return cls([known[word][0] for word in words], [known[word][1] for word in words])

    def part(self, first: int, last: int, said: str) -> "Read":
        """The words of one sentence. ``said`` is the sentence: where it shouts, capitals tell
        nothing of its words.
        """
        forms = self.forms[first:last]
        if last - first > SHOUT and said.isupper():
            forms = [form.rstrip(MARK) for form in forms]
        return Read(self.stems[first:last], forms)


@lru_cache(maxsize=200_000)
def _form(word: str) -> str:
    """A word as it is met by itself; a short form in capitals that is an everyday word too is
    marked.
    """
    form = plain(word)
    bare = form.removesuffix("s")
    return bare + MARK if bare in everyday() and _CAPITALS.search(word) else form


@cache
def _parsed(phrase: str) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """A phrase as parts of stems, and, where it is one word, the forms in which it is met.

    One word is met as it stands and in the plural: its stem would bring "sexual" to "sexuality".
    """
    words = [written(part) for part in phrase.split(" + ")]
    if not all(words):
        raise ValueError(f"lexicon: the phrase {phrase!r} holds no word")
    parts = tuple(tuple(root(word) for word in some) for some in words)
    if len(parts) > 1 or len(parts[0]) > 1:
        return parts, ()
    form = _form(words[0][0])
    ending = form[:-1] + "ies" if form.endswith("y") else form + "es"
    return parts, (form,) if form.endswith(MARK) else (form, form + "s", ending)


def _telling(part: Part) -> str:
    """The longest stem of a phrase: a sentence without it need not be looked at."""
    return max(part, key=len)


def _add(known: list[tuple[str, float]], concept: str, strength: float) -> None:
    if all(concept != other for other, _ in known):
        known.append((concept, strength))


def _places(parts: tuple[Part, ...], stems: list[str]) -> Spans:
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


def _sentences(
    text: str, words: Sequence[re.Match[str]], hits: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Of each sentence that holds a hit, the place of its first word and that after its last."""
    if not hits:
        return
    starts = [word.start() for word in words]
    cuts = [bisect_left(starts, cut.end()) for cut in SENTENCE.finditer(text)]
    last = 0
    for hit in hits:
        if hit >= last:
            at = bisect_right(cuts, hit)
            last = cuts[at] if at < len(cuts) else len(words)
            yield cuts[at - 1] if at else 0, last


@cache
def everyday() -> frozenset[str]:
    """Short forms, in small letters, that are words of every day too."""
    return frozenset(_abbreviations()[EVERYDAY].split())


@cache
def _abbreviations() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(ABBREVIATIONS.read_text(encoding="utf-8"))
    return data


def abbreviations() -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    """Each abbreviation as a concept: its id, its themes, and all ways of writing it."""
    taken: set[str] = set()
    for heading, rows in _abbreviations().items():
        if heading == EVERYDAY:
            continue
        for row in rows:
            for short, long in row.items():
                forms = [*str(short).split(), *(one.strip() for one in long.split(","))]
                concept = forms[0].lower()
                while concept in taken:
                    concept += "+"
                taken.add(concept)
                yield concept, tuple(heading.split()), forms


@cache
def lexicon() -> Lexicon:
    """The lexicon that Heed ships: the themes' own words, ``lexicon.yaml``, abbreviations."""
    raw = FILE.read_bytes()
    data = yaml.safe_load(raw)
    every = raw + b"".join(one.read_bytes() for one in (ABBREVIATIONS, TALK, themes.FILE))
    digest = hashlib.sha256(every).hexdigest()[:12]
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
    for concept, of, forms in abbreviations():
        book.concepts.setdefault(concept, Concept(concept, of))
        for form in forms:
            book.learn(concept, form, OUTRIGHT)
    return book


def weigh(text: str) -> Counter[str]:
    """A text as terms: the stems of words that carry a subject, counted, and ``=`` its concepts.

    A concept counts two for words that mean it outright and one for a hint, and so do its themes.
    """
    book = lexicon()
    weights: Counter[str] = Counter()
    for sentence in sentences(text):
        words = written(sentence)
        weights.update(root(word) for word in words if not is_common(word))
        for _, concept, strength in book.meet(Read.of(words).part(0, len(words), sentence)):
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
    for _, of, forms in abbreviations():
        yield from ((theme_id, form, OUTRIGHT) for theme_id in of for form in forms)
