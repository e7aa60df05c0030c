"""What a filled copy says: by the tags of its controls, then by the words of its rows.

Nothing is dropped. What has no question, or does not answer the one beside it, is kept with the
words that stood by it. Plain Python.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from heed.papers.checking import Unfit
from heed.pathways.answers import NOT_KNOWN_WORDS
from heed.pathways.shapes import NOT_KNOWN, Pack
from heed.referrals.copies.asks import Ask
from heed.referrals.copies.filling import EMPTY, edition_line, intro, tag_of
from heed.referrals.copies.pieces import Row, controls, is_ticked, opened, text_of
from heed.referrals.copies.understanding import understood

NEAR = 88
"""How alike, of a hundred, a row's words must be to a question that somebody wrote anew."""
OTHER = (
    "None of our questions is in this file. Take a blank copy from this page, or begin here and "
    "add this file to the referral as it is."
)
UNFILLED = (
    "Nothing is filled in here yet. Write in the right-hand column, save it, and add it again."
)
TRACKED = "Changes were tracked in the file. We read it as if all of them had been accepted."
_EDITION = re.compile(r"^This copy: ([a-z][a-z0-9-]*), edition (\d+)\.$")
_MARKED = re.compile(r"^\s*(?:\[\s*([xX✓✔]?)\s*\]|([☒☑✓✔☐]))\s*(.*)$", re.S)
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Left:
    """Something that was written and has no place: what stood by it, and the row it stood in."""

    label: str
    text: str
    under: str = ""


@dataclass(frozen=True)
class Read:
    """What a copy says.

    ``answers`` are by key, as they are kept; ``left`` has no place yet; ``told`` are sentences on
    what was read in another way than it was written.
    """

    answers: dict[str, Any]
    left: tuple[Left, ...] = ()
    told: tuple[str, ...] = ()


@dataclass
class _Said:
    """What stands in one answer: its lines, and the boxes ticked in it."""

    lines: list[str] = field(default_factory=list)
    ticked: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.ticked and not "".join(self.lines).strip()


def read(
    name: str, content: bytes, *, pack: Pack, number: int, asks: Iterable[Ask], today: date
) -> Read:
    """What a filled copy says. ``asks`` are all rows that any copy of this edition may have.

    Raises Unfit, with how to put it right, for a file that is no copy or that is empty.
    """
    reader = _Reader(pack, number, {ask.key: ask for ask in asks})
    document = opened(name, content)
    for piece in document.pieces:
        if isinstance(piece, Row):
            reader.row(piece)
        else:
            reader.paragraph(piece)
    return reader.done(document.margins, today=today, tracked=document.tracked)


def plainly(text: str) -> str:
    """A text by its letters and digits alone, so that a full stop or a space more is no other."""
    return _NOT_LETTERS.sub(" ", text).strip().casefold()


class _Reader:
    def __init__(self, pack: Pack, number: int, asks: dict[str, Ask]) -> None:
        self.asks, self.edition = asks, edition_line(pack, number)
        self.labels = {plainly(ask.label): key for key, ask in asks.items()}
        ours = [*intro(pack), *(one for ask in asks.values() for one in (ask.hint, ask.only))]
        for ask in asks.values():
            ours += [word for _, word, _ in ask.choices]
            ours += [f"{word}: {hint}" for _, word, hint in ask.choices if hint]
        self.ours = {plainly(one) for text in ours for one in (text, *text.split("\n\n"))}
        self.tags = {
            tag_of(key, choice): (key, choice)
            for key, ask in asks.items()
            for choice in ("", NOT_KNOWN, *(one for one, _, _ in ask.choices))
        }
        self.said: dict[str, _Said] = {}
        self.left: list[Left] = []
        self.told: list[str] = []
        self.met = False
        self.beside, self.heading = "", ""

    def row(self, row: Row) -> None:
        """One row: the key by a tag in it, else by the words of its first cell."""
        self.beside = ""
        cells = [cell for cell in row.cells if cell]
        if len(cells) < 2:
            for cell in cells:
                for paragraph in cell:
                    self.paragraph(paragraph)
            return
        named = {
            self.tags[tag][0]
            for cell in cells
            for p in cell
            for tag, _ in controls(p)
            if tag in self.tags
        }
        if len(named) > 1:
            for paragraph in (p for cell in cells for p in cell):
                self.paragraph(paragraph)
            return
        label = next((line for p in cells[0] if (line := text_of(p).strip())), "")
        key = named.pop() if named else self._key_of(label)
        if not key:
            self._strange_row(label, cells)
            return
        holds = [
            n
            for n, cell in enumerate(cells)
            if any(tag in self.tags for p in cell for tag, _ in controls(p))
        ] or list(range(1, len(cells)))
        said = _Said()
        for number, cell in enumerate(cells):
            if number in holds:
                for paragraph in cell:
                    self._take(paragraph, key, said)
            else:
                self._beside_a_label(cell, key, label)
        self._keep(key, said)

    def _beside_a_label(self, cell: list[Any], key: str, label: str) -> None:
        """What somebody wrote below the question itself."""
        lines = [text_of(p).strip() for p in cell]
        more = [one for one in lines if one and one != label and not self._is_ours(one)]
        if more:
            self._leave(self.asks[key].label, "\n".join(more), key)

    def _strange_row(self, label: str, cells: list[list[Any]]) -> None:
        rest = [said for cell in cells for p in cell if (said := text_of(p).strip())]
        unknown = [one for one in rest if one != label and not self._is_ours(one)]
        if unknown or (label and not self._is_ours(label)):
            self._leave(label if unknown else "", "\n".join(unknown) or label)

    def paragraph(self, paragraph: Any) -> None:
        """A paragraph beside the tables, or in a table that has come apart."""
        ours = [(tag, one) for tag, one in controls(paragraph) if tag in self.tags]
        for tag, _ in ours[:1]:
            key = self.tags[tag][0]
            said = _Said()
            self._take(paragraph, key, said)
            already = self.said.get(key)
            if already is not None and all(is_ticked(one) is not None for _, one in ours):
                already.ticked += said.ticked
                already.lines += said.lines
            else:
                self._keep(key, said)
            self.met = True
            self.beside = key
            return
        text = text_of(paragraph).strip()
        found = _EDITION.match(text)
        if found:
            self.met = True
            if text != self.edition:
                self.told.append(
                    f"This copy is of edition {found[2]} of the form. What fits stands under "
                    "today’s questions; look at the rest below."
                )
            self.beside = ""
            return
        if not text:
            return
        if key := self._key_of(text, near=94):
            self.beside = key
            self.said.setdefault(key, _Said())
            self.met = True
        elif self._is_ours(text) and not _MARKED.match(text):
            pass  # the form's own words, which nobody answered with
        elif self.beside:
            self._take(paragraph, self.beside, self.said[self.beside])
        elif paragraph.style and str(paragraph.style).lower().startswith("heading"):
            self.heading = text
        else:
            self._leave(self.heading, text)

    def _take(self, paragraph: Any, key: str, said: _Said) -> None:
        """Adds what a paragraph says to an answer: its boxes, and its words."""
        ask, boxes = self.asks[key], []
        for tag, control in controls(paragraph):
            ticked = is_ticked(control)
            if ticked is None:
                continue
            boxes.append(control)
            choice = self.tags.get(tag, ("", ""))[1]
            if ticked and choice:
                said.ticked.append(choice)
        text = text_of(paragraph, without=tuple(boxes))
        if boxes:
            labels = {plainly(word) for _, word, _ in ask.choices} | {plainly(NOT_KNOWN_WORDS)}
            if plainly(text) in labels or not text.strip():
                return
            text = self._after_a_label(text.strip(), ask)
        elif marked := _MARKED.match(text):
            choice = self._choice(marked[3], ask)
            if choice:
                if (marked[1] or marked[2] or EMPTY) != EMPTY:
                    said.ticked.append(choice)
                return
        said.lines.append(text)

    def _after_a_label(self, text: str, ask: Ask) -> str:
        for _, word, _ in ask.choices:
            if text.startswith(word):
                return f"{word}: {text.removeprefix(word).strip(' :,-–')}"
        return text

    def _choice(self, text: str, ask: Ask) -> str:
        words = {plainly(word): choice for choice, word, _ in ask.choices}
        if ask.box:
            words[plainly(NOT_KNOWN_WORDS)] = NOT_KNOWN
        return words.get(plainly(text), "")

    def _keep(self, key: str, said: _Said) -> None:
        self.met = True
        before = self.said.get(key)
        if before is None or before.is_empty:
            self.said[key] = said
        elif not said.is_empty and said != before:
            lines = "\n".join(said.lines).strip() or ", ".join(said.ticked)
            self._leave(self.asks[key].label, lines, key)

    def _leave(self, label: str, text: str, under: str = "") -> None:
        last = self.left[-1] if self.left else None
        if last and not under and not last.under and last.label == label and not self.beside:
            self.left[-1] = Left(label, f"{last.text}\n{text}")
        else:
            self.left.append(Left(label, text, under))

    def _key_of(self, label: str, *, near: int = NEAR) -> str:
        asked = plainly(label)
        if not asked or len(label) > 300:
            return ""
        if asked in self.labels:
            return self.labels[asked]
        best = process.extract(asked, list(self.labels), scorer=fuzz.ratio, limit=2)
        if best[0][1] < near or (len(best) > 1 and best[1][1] > best[0][1] - 4):
            return ""
        return self.labels[best[0][0]]

    def _is_ours(self, text: str) -> bool:
        marked = _MARKED.match(text)
        return plainly(marked[3] if marked else text) in self.ours or bool(_EDITION.match(text))

    def done(self, margins: list[tuple[str, str]], *, today: date, tracked: bool) -> Read:
        """The answers, understood."""
        if not self.met:
            raise Unfit(OTHER)
        answers: dict[str, Any] = {}
        for key, said in self.said.items():
            ask = self.asks[key]
            value, over, told = understood(ask, said.lines, said.ticked, today=today)
            if value is not None:
                answers[key] = value
            if over:
                self.left.append(Left(ask.label, over, key))
            self.told += told
        self.left += [Left(label, text) for label, text in margins]
        if not answers and not self.left:
            raise Unfit(UNFILLED)
        return Read(
            answers,
            tuple(one for one in self.left if one.text.strip()),
            (*self.told, *([TRACKED] if tracked else [])),
        )
