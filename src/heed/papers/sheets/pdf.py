"""A document as a tagged PDF."""

import re
import unicodedata
from pathlib import Path
from typing import Any

from heed.design.text import plain
from heed.papers.letters import break_long_words, reads_from_right, stand_in
from heed.papers.sheets.shape import Block, Heading, Pairs, Points, Sheet, Table, Text, levelled
from heed.papers.typesetting import draw

TEMPLATE = Path(__file__).with_name("sheet.typ")
STAMP = Path(__file__).with_name("stamp.typ")
MOST_INLINE = 70
"""Pairs whose every value is at most this many characters stand on one line each."""
IN_A_CELL = 24
"""A run of more characters than this may break inside a cell of a table."""


def as_pdf(sheet: Sheet) -> bytes:
    """The document on A4, tagged to PDF/UA-1; reference, marking, page x of y on every sheet."""
    pdf, _ = draw(TEMPLATE, name="papers", data=as_data([as_part(sheet)], title=sheet.title))
    return pdf


def as_data(parts: list[dict[str, Any]], *, title: str) -> dict[str, Any]:
    """What the template is given: parts in order, and the title of the whole file."""
    return {"title": _line(title) or "Untitled", "parts": parts}


def as_piece(text: str) -> dict[str, Any]:
    """A few words as the template reads them."""
    return _piece(text)


def as_part(sheet: Sheet, *, within: str | None = None) -> dict[str, Any]:
    """One document as the template reads it.

    Among bound papers ``within`` is the heading of the item that begins with it, or empty; its own
    headings then stand one level lower.
    """
    return {
        "item": _piece(within or ""),
        "lower": 0 if within is None else 1,
        "title": _piece(sheet.title, or_else="Untitled"),
        "under": _piece(sheet.under),
        "reference": _line(sheet.reference),
        "marking": _line(sheet.marking),
        "blocks": [one for block in levelled(sheet.blocks) for one in _block(block)],
    }


def _block(block: Block) -> list[dict[str, Any]]:
    if isinstance(block, Heading):
        said = _piece(block.text)
        return [{"kind": "heading", "level": block.level, **said}] if said["lines"] else []
    if isinstance(block, Text):
        found = [_piece(part) for part in re.split(r"\n\s*\n", plain(block.text))]
        return [
            {"kind": "text", "strong": block.strong, **piece} for piece in found if piece["lines"]
        ]
    if isinstance(block, Points):
        items = [piece for item in block.items if (piece := _piece(item))["lines"]]
        return [{"kind": "points", "items": items}] if items else []
    if isinstance(block, Pairs):
        rows = [[_piece(key, or_else="–"), _piece(value, or_else="–")] for key, value in block.rows]
        short = all(len(value) <= MOST_INLINE and "\n" not in value for _, value in block.rows)
        return [{"kind": "pairs", "inline": short, "rows": rows}] if rows else []
    return _table(block)


def _table(block: Table) -> list[dict[str, Any]]:
    wide = len(block.head)
    rows = [
        [_piece(cell, longest=IN_A_CELL) for cell in (*row, *[""] * wide)[:wide]]
        for row in block.rows
        if any(row)
    ]
    if not rows or not wide:
        return []
    head = [_piece(cell, or_else="–") for cell in block.head]
    longest = [
        max(len(cell) for cell in column)
        for column in zip(block.head, *[(*r, *[""] * wide)[:wide] for r in block.rows], strict=True)
    ]
    return [
        {
            "kind": "table",
            "head": head,
            "rows": rows,
            "widths": [min(max(one, 8), 48) for one in longest],
        }
    ]


def _piece(text: str, *, or_else: str = "", longest: int = 40) -> dict[str, Any]:
    """Text as lines that can be drawn, and which way it reads; no lines where it says nothing."""
    lines = [_line(line, longest=longest) for line in plain(text).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    if not lines and or_else:
        lines = [or_else]
    return {"lines": lines, "rtl": reads_from_right(" ".join(lines))}


def _line(text: str, *, longest: int = 40) -> str:
    drawn, _ = stand_in(" ".join(unicodedata.normalize("NFC", plain(text)).split()))
    seen = any(unicodedata.category(letter)[0] in "LNPS" for letter in drawn)
    return break_long_words(drawn, longest) if seen else ""
