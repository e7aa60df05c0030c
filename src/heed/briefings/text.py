"""How the words of a page fall into paragraphs and points. Plain Python.

People type as they would in an email: a blank line starts a paragraph, a line that begins with a
dash or a dot is a point, a line that begins with a number is a question in its turn. There is no
other markup, so that nothing typed can turn into code on the page or in the PDF.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["paragraph", "points", "numbers"]

_POINT = re.compile(r"^\s*[-*•–—‣◦]\s+(?=\S)")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.?!](?=\s+\S)")
_CONTROLS = {
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    # Marks that reorder what follows can make a sentence read as another one.
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0x200E,
    0x200F,
    0x061C,
    0xFEFF,
}
_DROP: dict[int, str | None] = dict.fromkeys(_CONTROLS)
_DROP[0x2028] = _DROP[0x2029] = "\n"

LEAD_LONGEST = 90
"""A point's first sentence is set in bold when more follows and it is at most this many
characters: long enough for "Quiet is information." and its like, too short for an argument."""


@dataclass(frozen=True)
class Item:
    """One point: a short first sentence in bold (may be empty) and the rest."""

    lead: str
    rest: str

    @property
    def whole(self) -> str:
        return f"{self.lead} {self.rest}".strip()


@dataclass(frozen=True)
class Block:
    """A paragraph (one item without a lead), a list of points, or a numbered list."""

    kind: Kind
    items: tuple[Item, ...]


def clean(text: str) -> str:
    """The text as it may be shown: line ends made equal, control marks and broken characters out.

    Keeps every letter of every language; composes what can be composed (NFC).
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n").translate(_DROP)
    return unicodedata.normalize("NFC", whole)


def blocks(text: str) -> tuple[Block, ...]:
    """What was typed, as paragraphs, points and numbered questions in order."""
    found: list[tuple[Kind, list[str]]] = []
    open_block: tuple[Kind, list[str]] | None = None
    for line in clean(text).split("\n"):
        if not line.strip():
            open_block = None
            continue
        kind, words = _read_line(line)
        if kind == "paragraph" and open_block and _carries_on(open_block[0], line):
            open_block[1][-1] = f"{open_block[1][-1]} {words}"
        elif kind != "paragraph" and found and found[-1][0] == kind:
            # Points with an empty line between them are still one list.
            open_block = found[-1]
            open_block[1].append(words)
        else:
            open_block = (kind, [words])
            found.append(open_block)
    return tuple(Block(kind, tuple(_items(kind, lines))) for kind, lines in found)


def count_words(*texts: str) -> int:
    """Words as a reader counts them: runs of characters with a letter or a digit in them."""
    return sum(
        1 for text in texts for word in text.split() if any(letter.isalnum() for letter in word)
    )


def minutes(words: int) -> int:
    """Whole minutes a careful reader needs, at 110 words a minute for dense professional text.

    Never less than one.
    """
    return max(1, round(words / 110))


def _read_line(line: str) -> tuple[Kind, str]:
    for pattern, kind in ((_POINT, "points"), (_NUMBER, "numbers")):
        match = pattern.match(line)
        if match:
            return kind, " ".join(line[match.end() :].split())  # type: ignore[return-value]
    return "paragraph", " ".join(line.split())


def _carries_on(open_kind: Kind, line: str) -> bool:
    """A line that was broken by hand: always within a paragraph, within a point when indented."""
    return open_kind == "paragraph" or line[0].isspace()


def _items(kind: Kind, lines: Iterable[str]) -> Iterable[Item]:
    for words in lines:
        end = _SENTENCE_END.search(words) if kind == "points" else None
        if end and end.end() <= LEAD_LONGEST:
            yield Item(words[: end.end()], words[end.end() :].strip())
        else:
            yield Item("", words)
