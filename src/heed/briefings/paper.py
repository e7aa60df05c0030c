"""The one page as a PDF: drawn, measured and made safe to print. Plain Python, no database.

The renderer is typst, from the package that installs with Heed. The words go in as JSON and are
never read as code. The PDF is tagged to PDF/UA-1, says its title and its language, and carries no
author and no date of making. Government guidance on accessible print asks for 12 point, so that
is the usual size; 11 is the least allowed here.
"""

import json
import re
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import Any
from unicodedata import category

from heed.briefings.text import Block, Kind, blocks, clean, count_words
from heed.papers.letters import break_long_words, reads_from_right, stand_in
from heed.papers.typesetting import draw

SMALLEST, USUAL = 11.0, 12.0
"""Body sizes in points."""

MOST_DRAWN = 20_000
"""Characters of one text that are drawn; a page holds about 2,500. What lies beyond is counted in
proportion, so that a slip in pasting is answered in a moment."""

_CHARACTERS_A_LINE = 95
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HEED_PINE = "#17575a"
_PAGE = Path(__file__).with_name("page.typ")


@dataclass(frozen=True)
class Section:
    """A heading and what was typed under it; of what kind it is says how its lines are read."""

    heading: str
    text: str
    kind: Kind = "text"


@dataclass(frozen=True)
class PageContent:
    """Everything that a page says. No author has a place here, nor on release a case reference.

    `number` is the published page's own ("Learning page 23"), empty while it is a draft.
    `byline`, `published` and `review_by` are words ready to read ("June 2026"). `published` stands
    at the top right; a draft says there that it is one, with the case's marking and reference.
    """

    partnership: str
    colour: str
    title: str
    focus: str = ""
    byline: str = ""
    sections: tuple[Section, ...] = ()
    questions_heading: str = "Talk about it together"
    questions: tuple[str, ...] = ()
    support: str = ""
    caveat: str = ""
    published: str = ""
    review_by: str = ""
    number: str = ""
    address: str = ""

    @property
    def words(self) -> int:
        """Words of the lesson itself: title, focus, sections and questions."""
        return count_words(
            self.title, self.focus, *(section.text for section in self.sections), *self.questions
        )


@dataclass(frozen=True)
class RenderedPage:
    """The PDF and how it fits.

    `fill` is the part of one A4 page that is used (1.0 is full). `room_lines` is the number of
    whole lines of body text that would still fit; below nought it is how many are too many.
    `missing` names the characters that the fonts cannot draw, which print as a small square.
    """

    pdf: bytes
    pages: int
    fill: float
    room_lines: int
    words: int
    missing: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        return self.pages == 1 and self.room_lines >= 0


def render(page: PageContent, *, size: float = USUAL) -> RenderedPage:
    """Draws the page. `size` is the body text in points, at least 11.

    A page that is too long runs on, so that its writer sees what falls off; `fits` tells. Raises
    ValueError for a size below 11, and the renderer's own error only for a fault of ours.
    """
    if size < SMALLEST:
        raise ValueError(f"Body text of {size} points is too small to read; {SMALLEST} is least.")
    printer = _Printer()
    pdf, fit = _draw(_as_data(page, size, printer))
    room = _whole_lines(fit["lines"])
    if fit["pages"] > 1 and room >= 0:
        # Too tall by less than the measure can see: the pages that came out decide.
        room = -1
    return RenderedPage(
        pdf=pdf,
        pages=int(fit["pages"]),
        fill=round(fit["fill"], 3),
        room_lines=room - ceil(printer.cut / _CHARACTERS_A_LINE),
        words=page.words,
        missing=tuple(sorted(printer.missing)),
    )


class _Printer:
    """Makes texts safe to draw, and remembers what had to give way."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        self.cut = 0

    def line(self, text: str) -> str:
        return self._drawable(" ".join(clean(self._shorten(text)).split()))

    def heading(self, text: str) -> str:
        """A heading, or nothing where there is nothing to see in it: a tag may not stand empty."""
        drawn = self.line(text)
        return drawn if any(category(letter)[0] in "LNPS" for letter in drawn) else ""

    def piece(self, text: str) -> dict[str, Any]:
        drawn = self.line(text)
        return {"text": drawn, "rtl": reads_from_right(drawn)}

    def blocks(self, text: str, kind: Kind = "text") -> list[dict[str, Any]]:
        return [self._block(block) for block in blocks(self._shorten(text), kind)]

    def _block(self, block: Block) -> dict[str, Any]:
        return {
            "kind": block.kind,
            "items": [
                {
                    "lead": self._drawable(item.lead),
                    "text": self._drawable(item.rest),
                    "rtl": reads_from_right(item.whole),
                }
                for item in block.items
            ],
        }

    def _shorten(self, text: str) -> str:
        self.cut += max(0, len(text) - MOST_DRAWN)
        return text[:MOST_DRAWN]

    def _drawable(self, text: str) -> str:
        drawn, gone = stand_in(text)
        self.missing |= gone
        return break_long_words(drawn)


def _as_data(page: PageContent, size: float, printer: _Printer) -> dict[str, Any]:
    foot = (
        f"{page.number}." if page.number else "",
        f"To be looked at again by {page.review_by}." if page.review_by else "",
        page.address,
    )
    title = printer.heading(page.title) or "Untitled page"
    return {
        "size": size,
        "colour": page.colour if _COLOUR.fullmatch(page.colour) else _HEED_PINE,
        "partnership": printer.line(page.partnership),
        "title": title[:500],
        "heading": {"text": title, "rtl": reads_from_right(title)},
        "byline": printer.line(page.byline),
        "focus": printer.blocks(page.focus),
        "sections": [
            {
                "heading": printer.heading(section.heading),
                "blocks": printer.blocks(section.text, section.kind),
            }
            for section in page.sections
            if section.text.strip()
        ],
        "questions_heading": printer.heading(page.questions_heading),
        "questions": [printer.piece(one) for one in page.questions if one.strip()],
        "support": printer.line(page.support),
        "caveat": printer.line(page.caveat),
        "published": printer.line(page.published),
        "foot": printer.line(" ".join(part for part in foot if part)),
    }


def _draw(data: dict[str, Any]) -> tuple[bytes, dict[str, float]]:
    """The PDF and its measures."""
    pdf, compiler = draw(_PAGE, name="page", data=data)
    return pdf, json.loads(compiler.query("<fit>", field="value", one=True))


def _whole_lines(lines: float) -> int:
    """Lines still free rounded down, lines too many rounded up; a hair's breadth is forgiven."""
    return floor(lines + 0.01) if lines > -0.01 else -ceil(-lines - 0.01)
