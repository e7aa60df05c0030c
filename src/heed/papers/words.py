"""Reads the words of a document: PDF, Word, OpenDocument text, Excel, plain text.

Nothing in a file is run. What cannot be read says why, in a sentence that tells how to put it
right.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree

import docx
import openpyxl
import pypdf
from django.conf import settings

from heed.papers import checking
from heed.papers.checking import Unfit
from heed.papers.models import Paper

LONGEST = 1_000_000
"""The most characters that are read of one document; a report of 300 pages holds fewer."""
MOST_PAGES = 400
MOST_ROWS, MOST_COLUMNS = 20_000, 200
MOST_UNPACKED = 20_000_000
FEWEST = 40
"""A document with fewer characters than this holds pictures of pages, or hardly a word."""

SCANNED = (
    "This PDF holds pictures of pages and no words. Have the text recognised (“OCR” in a scanner’s "
    "or a PDF program’s menu), then bring it in again."
)
LOCKED = "This PDF asks for a password. Save a copy without one, then bring it in again."
MACROS = "This Word file holds macros. Save it as .docx without them, then bring it in again."
NOT_READ = "This file could not be read. Open it, save it again, then bring it in."
LARGE = "This workbook has more than 20,000 rows or 200 columns. Bring in a smaller one."
PICTURE = "A picture holds no words that can be read here."
_ODT_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@dataclass(frozen=True)
class Words:
    """What a document says, and the title that it gives itself (often none)."""

    title: str
    text: str


def words_of(name: str, content: bytes) -> Words:
    """The words of a document. Raises ``checking.Unfit`` with a sentence."""
    ending = PurePosixPath(checking.plain_label(name).lower()).suffix
    if ending == ".docm":
        raise Unfit(MACROS)
    checking.fit(name, content)
    if ending not in _READERS:
        raise Unfit(PICTURE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a reader puts up with
            title, text = _READERS[ending](content)
    except Unfit:
        raise
    except Exception as fault:  # whatever a broken file makes of its reader
        raise Unfit(NOT_READ) from fault
    text = "\n".join(" ".join(line.split()) for line in text.replace("\x00", "").splitlines())
    text = re.sub(r"\n{3,}", "\n\n", text).strip()[:LONGEST]
    if len(text) < FEWEST and ending in (".pdf", ".docx"):
        raise Unfit(SCANNED if ending == ".pdf" else "This Word file holds hardly a word.")
    return Words(title, text)


def words_in(paper: Paper) -> str:
    """The words of a paper that is kept here. Raises ``checking.Unfit`` with a sentence."""
    text, why = _kept(paper.stored_as, paper.label)
    if why:
        raise Unfit(why)
    return text


@lru_cache(maxsize=32)
def _kept(stored_as: str, label: str) -> tuple[str, str]:
    # What is kept under a name never changes, so that it is read once: its words, or why not.
    try:
        return words_of(label, (settings.PAPERS / stored_as).read_bytes()).text, ""
    except FileNotFoundError:
        return "", "This file is no longer there. Add it again."
    except Unfit as fault:
        return "", str(fault)


def _of_pdf(content: bytes) -> tuple[str, str]:
    book = pypdf.PdfReader(io.BytesIO(content))
    if book.is_encrypted and not book.decrypt(""):
        raise Unfit(LOCKED)
    if len(book.pages) > MOST_PAGES:
        raise Unfit(f"This PDF has more than {MOST_PAGES} pages. Bring in its summary instead.")
    told = book.metadata.title if book.metadata else ""
    return told or "", "\n\n".join(_so_far(page.extract_text() or "" for page in book.pages))


def _of_word(content: bytes) -> tuple[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if any("vbaproject" in name.lower() for name in parts.namelist()):
            raise Unfit(MACROS)
    paper = docx.Document(io.BytesIO(content))
    text = [one.text for one in paper.paragraphs]
    for table in paper.tables:
        text += [" ".join(cell.text for cell in row.cells) for row in table.rows]
    for part in paper.sections:
        text += [one.text for edge in (part.header, part.footer) for one in edge.paragraphs]
    return paper.core_properties.title or "", "\n".join(text)


def _of_excel(content: bytes) -> tuple[str, str]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return "", "\n".join(_so_far(_rows(book.worksheets)))


def _rows(sheets: Iterable[Any]) -> Iterable[str]:
    # Rows are counted over all sheets and as they come: a gap of a million of them is a few bytes.
    number = 0
    for sheet in sheets:
        sheet.reset_dimensions()  # a sheet that tells too few would have the others left out
        for row in sheet.iter_rows(values_only=True):
            number += 1
            if number > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Unfit(LARGE)
            yield "  ".join(str(cell) for cell in row if cell is not None)


def _of_open_document(content: bytes) -> tuple[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if parts.getinfo("content.xml").file_size > MOST_UNPACKED:
            raise Unfit("This document unpacks to more than 20 MB of words. Part it in two.")
        told = parts.read("content.xml")
    if b"<!DOCTYPE" in told or b"<!ENTITY" in told:
        raise Unfit(NOT_READ)
    whole = ElementTree.fromstring(told)  # noqa: S314 it defines no entity, as was just seen
    lines = (one for one in whole.iter() if one.tag in (f"{_ODT_TEXT}p", f"{_ODT_TEXT}h"))
    return "", "\n".join("".join(one.itertext()) for one in lines)


def _of_text(content: bytes) -> tuple[str, str]:
    return "", content.decode("utf-8-sig")


def _so_far(texts: Iterable[str]) -> Iterable[str]:
    """The texts until they have grown to as much as is read."""
    length = 0
    for text in texts:
        yield text
        length += len(text)
        if length > LONGEST:
            return


_READERS: dict[str, Callable[[bytes], tuple[str, str]]] = {
    ".pdf": _of_pdf,
    ".docx": _of_word,
    ".xlsx": _of_excel,
    ".odt": _of_open_document,
    ".txt": _of_text,
}
