"""What stands in a Word file, piece by piece: rows of tables, and paragraphs beside them.

What was struck out in tracked changes is not there, what was put in is. Plain Python.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from heed.design.text import plain
from heed.papers.checking import Unfit, fit
from heed.referrals.copies.filling import TAG

MOST_TEXT = 12 * 1024 * 1024
"""Bytes of one part of the file, unpacked; a filled copy has about a hundred thousand."""
MOST_PARAGRAPHS = 5000
"""Paragraphs of one part; a filled copy has a few hundred."""
TOO_MUCH = "This file would unpack to far more than a filled copy holds. Use a new copy."
NOT_WORD = (
    "This is not a Word document that Heed can read. Open it, save it as a Word document (.docx), "
    "and add it again."
)
LOCKED = (
    "This file is locked with a password, or comes from an older Word. Open it, save it as a Word "
    "document (.docx) without a password, and add it again."
)
MACROS = (
    "This file can run macros, so it cannot be taken. Save it as a Word document (.docx) without "
    "macros, and add it again."
)
_GONE = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:delText"), qn("w:txbxContent")}
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
_VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"


@dataclass(frozen=True)
class Row:
    """One row of a table, cell by cell, each a list of paragraphs."""

    cells: list[list[Any]]


@dataclass(frozen=True)
class Document:
    """A file's rows and paragraphs in order, what stands in its margins, and whether it was
    changed with changes tracked."""

    pieces: list[Any]
    margins: list[tuple[str, str]]
    tracked: bool


def opened(name: str, content: bytes) -> Document:
    """The pieces of a Word file. Raises Unfit, with how to put it right, for anything else."""
    if name.lower().endswith((".docm", ".dotm", ".dot")):
        raise Unfit(MACROS)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unfit(LOCKED)
    if not name.lower().endswith(".docx"):
        raise Unfit(NOT_WORD)
    fit(name, content)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = set(parts.namelist())
        if any("vbaproject" in one.lower() for one in names):
            raise Unfit(MACROS)
        if "word/document.xml" not in names:
            raise Unfit(NOT_WORD)
        root = _part(parts, "word/document.xml")
        margins = [
            (label, said)
            for part, label in (
                ("word/comments.xml", "A comment in the margin"),
                ("word/footnotes.xml", "A note at the foot"),
                ("word/endnotes.xml", "A note at the end"),
            )
            if part in names
            for one in _part(parts, part)
            if (said := "\n".join(text_of(p) for p in paragraphs(one)).strip())
        ]
    body = root.find(qn("w:body"))
    if body is None:
        raise Unfit(NOT_WORD)
    tracked = any(True for _ in root.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom")))
    boxes = [
        p for box in root.iter(qn("w:txbxContent")) if not _twice(box) for p in paragraphs(box)
    ]
    return Document([*_pieces(body), *boxes], margins, tracked)


def _part(parts: zipfile.ZipFile, name: str) -> Any:
    try:
        with parts.open(name) as part:
            content = part.read(MOST_TEXT + 1)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise Unfit(LOCKED if isinstance(fault, RuntimeError) else NOT_WORD) from fault
    if len(content) > MOST_TEXT:
        raise Unfit(TOO_MUCH)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unfit(NOT_WORD)
    try:
        root = parse_xml(content)
    except (SyntaxError, ValueError) as fault:
        raise Unfit(NOT_WORD) from fault
    if sum(1 for _ in root.iter(qn("w:p"))) > MOST_PARAGRAPHS:
        raise Unfit(TOO_MUCH)
    return root


def _pieces(within: Any) -> Iterator[Any]:
    for one in within:
        if one.tag == qn("w:p"):
            yield one
        elif one.tag == qn("w:tbl"):
            for row in _rows(one):
                yield Row([paragraphs(cell) for cell in row.iter(qn("w:tc")) if _own(cell, row)])
        elif one.tag not in _GONE and one.tag != _TWICE:
            yield from _pieces(one)


def _rows(table: Any) -> Iterator[Any]:
    for row in table.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl"))) is table and row.find(
            f"{qn('w:trPr')}/{qn('w:del')}"
        ) is None:  # fmt: skip
            yield row


def _own(cell: Any, row: Any) -> bool:
    return next(cell.iterancestors(qn("w:tr"))) is row


def paragraphs(within: Any) -> list[Any]:
    """Every paragraph inside, those of tables within tables too; text boxes come apart."""
    return list(_paragraphs(within))


def _paragraphs(within: Any) -> Iterator[Any]:
    for one in within:
        if one.tag in _GONE or one.tag == _TWICE:
            continue
        if one.tag == qn("w:p"):
            yield one
        yield from _paragraphs(one)


def _twice(one: Any) -> bool:
    return any(up.tag == _TWICE for up in one.iterancestors())


def text_of(within: Any, *, without: tuple[Any, ...] = ()) -> str:
    """The words of a paragraph, or of a part of one; ``without`` leaves controls out."""
    said: list[str] = []
    _say(within, said, without)
    return plain("".join(said))


def _say(one: Any, said: list[str], without: tuple[Any, ...]) -> None:
    for child in one:
        tag = child.tag
        if tag in _GONE or tag == _TWICE or child in without:
            continue
        if tag == qn("w:t"):
            said.append(child.text or "")
        elif tag in (qn("w:br"), qn("w:cr")):
            said.append("\n")
        elif tag == qn("w:tab") and one.tag == qn("w:r"):
            said.append("\t")
        elif tag == qn("w:noBreakHyphen"):
            said.append("-")
        else:
            _say(child, said, without)


def controls(within: Any) -> list[tuple[str, Any]]:
    """The controls of ours in a paragraph, each with its tag."""
    found = []
    for one in within.iter(qn("w:sdt")):
        tag = one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        value = (tag.get(qn("w:val")) or "") if tag is not None else ""
        if value.startswith(f"{TAG}."):
            found.append((value, one))
    return found


def is_ticked(control: Any) -> bool | None:
    """Whether a box is ticked; None where the control is no box."""
    box = next(control.iter(_CHECKED), None)
    return None if box is None else box.get(_VALUE) in ("1", "true")
