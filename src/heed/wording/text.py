"""A text made ready for reading: folded to plain letters, with the way back to its own offsets.

Detectors read `Text.plain`, where look-alike letters, accents, invisible characters and fancy
dashes and quotes are folded away, so that no spelling trick hides a name. Every span found there
is carried back to code points of the text as it was given.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# Letters of other alphabets that look like a Latin letter, and Latin letters that do not
# decompose. Left: what stands in the text; right: what a reader takes it for.
_LOOK_ALIKES: dict[str, str] = {}
for _seen, _meant in (
    # Cyrillic
    ("АВЕЅІЈКМНОРСТУҮХԜԚ", "ABESIJKMHOPCTYYXWQ"),
    ("аеорсуѕіјхһԁԛԝѵӏкмтнв", "aeopcysijxhdqwvlkmthb"),
    ("ӀѴ", "IV"),
    # Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αεικνορτυχωϲϳ", "aeikvoptuxwcj"),
    # Armenian
    ("սոցհօ", "ungho"),
    # Latin that does not decompose
    ("ıłŁøØđĐðÐŧŦħĦƙƘɓƁɗƊƴƳəƏɛƐɔƆɡɑ", "ilLoOdDdDtThHkKbBdDyYeEeEoOga"),
):
    _LOOK_ALIKES.update(zip(_seen, _meant, strict=True))
_LOOK_ALIKES |= {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
_LOOK_ALIKES |= {"þ": "th", "Þ": "Th"}
_QUOTES = dict.fromkeys("’‘ʼʻ′＇`´ʹʿʾ‛", "'") | dict.fromkeys("“”„‟″＂«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SPECIAL = _LOOK_ALIKES | _QUOTES | _DASHES
_KEPT_BREAKS = "\n\r\t"
_folded_character: dict[str, str] = {}


def fold_character(character: str) -> str:
    """One code point as plain letters: none, one or a few characters."""
    known = _folded_character.get(character)
    if known is not None:
        return known
    if character in _SPECIAL:
        answer = _SPECIAL[character]
    elif character in _KEPT_BREAKS:
        answer = character
    else:
        answer = _fold_by_category(character)
    if len(_folded_character) < 50_000:
        _folded_character[character] = answer
    return answer


def _fold_by_category(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me", "Cs"):
        return ""
    if category in ("Zs", "Cc"):
        return " "
    if category in ("Zl", "Zp"):
        return "\n"
    decomposed = unicodedata.normalize("NFKD", character)[:8]
    kept = [part for part in decomposed if unicodedata.category(part) not in ("Mn", "Me", "Cf")]
    return "".join(_SPECIAL.get(part, " " if part.isspace() else part) for part in kept)


def fold(text: str) -> str:
    """The text in plain letters, without the way back: for registers and lists."""
    if text.isascii():
        return text
    return "".join(fold_character(character) for character in text)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the plain text. Hyphens and apostrophes inside belong to it."""

    start: int
    end: int
    text: str


_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
# A sentence ends at . ! ? or : before a space and something that can begin one, or at a blank
# line, a bullet or a table cell. Titles and initials before a dot do not end it.
_BREAK = re.compile(r"[.!?]+[\"')\]]*(?=\s)|\n\s{0,200}\n|\n|[|;](?=\s)")
_NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Fr|Sr|St|Sgt|Insp|Cllr|Hon|No|nos?|approx|e\.g|i\.e"
    r"|etc|vs|cf|al|Jr|[A-Z])|^\s{0,8}\d{1,3})\.$"
)


class Text:
    """A text, its plain form, its sentences and its words."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._digests: dict[int, str] = {}
        if raw.isascii():
            self.plain = raw
            self._starts: list[int] | None = None
            return
        plain: list[str] = []
        starts: list[int] = []
        for position, character in enumerate(raw):
            folded = character if character.isascii() else fold_character(character)
            plain.append(folded)
            if len(folded) == 1:
                starts.append(position)
            else:
                starts.extend([position] * len(folded))
        self.plain = "".join(plain)
        self._starts = starts

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A span of the plain text as a span of the text as it was given."""
        if self._starts is None or end <= start:
            return start, end
        first = self._starts[start]
        last = self._starts[end - 1] + 1
        while last < len(self.raw) and unicodedata.category(self.raw[last]) in ("Mn", "Me"):
            last += 1
        return first, last

    @cached_property
    def words(self) -> list[Word]:
        """Every word, in order."""
        return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.plain)]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Spans of the sentences, in order, without the white space around them."""
        plain = self.plain
        spans: list[tuple[int, int]] = []
        begin = 0
        for match in _BREAK.finditer(plain):
            end = match.end()
            tail = plain[max(begin, end - 12) : end]
            if match.group()[0] == "." and _NOT_AN_END.search(tail):
                continue
            begin = _add(plain, begin, end, spans)
        _add(plain, begin, len(plain), spans)
        return spans

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_number(self, position: int) -> int:
        """Which sentence a position of the plain text lies in (the one before, in a gap)."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_digest(self, number: int) -> str:
        """A fingerprint of one sentence's words, or nothing when there is no such sentence."""
        if not 0 <= number < len(self.sentences):
            return ""
        if number not in self._digests:
            start, end = self.sentences[number]
            words = " ".join(self.plain[start:end].split())
            self._digests[number] = hashlib.sha256(
                words.encode("utf-8", "surrogatepass")
            ).hexdigest()
        return self._digests[number]


def _add(plain: str, begin: int, end: int, spans: list[tuple[int, int]]) -> int:
    piece = plain[begin:end]
    stripped = piece.strip()
    if stripped:
        start = begin + len(piece) - len(piece.lstrip())
        spans.append((start, start + len(stripped)))
    return end
