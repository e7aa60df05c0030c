"""How the words of a page fall into paragraphs and points. Plain Python.

People type as they would in an email: a blank line starts a paragraph, a line that begins with a
dash or a dot is a point, a line that begins with a number is a question in its turn. There is no
other markup, so that nothing typed can turn into code on the page or in the PDF.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from heed.design.text import plain, says_nothing

Kind = Literal["text", "points", "questions"]
"""What a section of a page holds, in the words of a pack: prose, points, or questions for teams."""

_POINT = re.compile(r"^\s*[-*•–—‣◦]\s+(?=\S)")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.?!](?=\s+\S)")

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
        """The point in one piece."""
        return f"{self.lead} {self.rest}".strip()


@dataclass(frozen=True)
class Block:
    """A paragraph (one item without a lead), a list of points, or a list of questions."""

    kind: Kind
    items: tuple[Item, ...]


def clean(text: str) -> str:
    """The text as it may be shown: line ends made equal, control marks and broken characters out.

    Keeps every letter of every language; composes what can be composed (NFC).
    """
    return unicodedata.normalize("NFC", plain(text))


def blocks(text: str, kind: Kind = "text") -> tuple[Block, ...]:
    """What was typed, as paragraphs, points and questions in order.

    In a section for points or questions each line is one, with or without its dash or number.
    """
    found: list[tuple[Kind, list[str]]] = []
    open_block: tuple[Kind, list[str]] | None = None
    for line in clean(text).split("\n"):
        if says_nothing(line):
            open_block = None
            continue
        of, words = _read_line(line, kind)
        if of == "text" and open_block and _carries_on(open_block[0], line):
            open_block[1][-1] = f"{open_block[1][-1]} {words}"
        elif of != "text" and found and found[-1][0] == of:
            # Points with an empty line between them are still one list.
            open_block = found[-1]
            open_block[1].append(words)
        else:
            open_block = (of, [words])
            found.append(open_block)
    return tuple(Block(of, tuple(_items(of, lines))) for of, lines in found)


def lines(text: str) -> tuple[str, ...]:
    """The points or questions of a text, one a line, without dashes and numbers."""
    return tuple(item.whole for block in blocks(text, "questions") for item in block.items)


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


def _read_line(line: str, kind: Kind) -> tuple[Kind, str]:
    of: Kind = kind
    for pattern, named in ((_POINT, "points"), (_NUMBER, "questions")):
        match = pattern.match(line)
        if match:
            of = named if kind == "text" else kind  # type: ignore[assignment]
            line = line[match.end() :]
            break
    else:
        if kind != "text" and line[0].isspace():
            of = "text"  # an indented line goes on with the point above it
    return of, " ".join(line.split())


def _carries_on(open_kind: Kind, line: str) -> bool:
    """A line that was broken by hand: always within a paragraph, within a point when indented."""
    return open_kind == "text" or line[0].isspace()


def _items(kind: Kind, texts: list[str]) -> Iterator[Item]:
    for words in texts:
        end = _SENTENCE_END.search(words) if kind == "points" else None
        if end and end.end() <= LEAD_LONGEST:
            yield Item(words[: end.end()], words[end.end() :].strip())
        else:
            yield Item("", words)
