"""Papers bound into one PDF: an agenda with page numbers, then each item with its papers.

Documents of ours and pictures are set together; PDFs that people attached are put in after them,
each behind a slip that names it, and the pages are numbered through.
"""

import io
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject

from heed.papers.sheets.pdf import STAMP, TEMPLATE, as_data, as_part, as_piece
from heed.papers.sheets.shape import Sheet, Text
from heed.papers.typesetting import draw

MOST_PAGES = 400
"""Pages of attached PDFs that one file takes in; what is longer comes apart from it."""
WIDEST = 1800
"""Pixels across a picture: sharp on A4, and small enough to send."""


@dataclass(frozen=True)
class Attached:
    """A file that somebody attached: what people call it, what it is served as, its content."""

    label: str
    kind: str
    content: bytes


@dataclass(frozen=True)
class Item:
    """One item of the agenda with its papers. ``note`` stands beside it on the agenda."""

    title: str
    note: str = ""
    sheets: tuple[Sheet, ...] = ()
    attached: tuple[Attached, ...] = ()


@dataclass
class _Bound:
    """What has been gathered so far: parts to set, and the PDFs put in behind some of them."""

    folder: Path
    parts: list[dict[str, Any]] = field(default_factory=list)
    behind: dict[int, PdfReader] = field(default_factory=dict)
    pages: int = 0

    def skip(self) -> int:
        """How many pages come between the last part and the next."""
        reader = self.behind.get(len(self.parts) - 1)
        return len(reader.pages) if reader else 0

    def add(self, part: dict[str, Any]) -> None:
        self.parts.append({**part, "skip": self.skip()})


def bind(front: Sheet, items: Iterable[Item]) -> bytes:
    """One PDF with bookmarks, "page x of y" on every page, and an agenda in front.

    A file that is no PDF or picture, or that cannot be read, is named where it belongs with a
    sentence that it comes apart.
    """
    with tempfile.TemporaryDirectory(prefix="heed-papers-") as folder:
        bound = _Bound(Path(folder))
        agenda: list[dict[str, Any]] = []
        bound.add({**as_part(front), "agenda": agenda})
        for number, item in enumerate(items, start=1):
            first = len(bound.parts)
            _item(bound, item, f"{number}. {item.title}", front)
            agenda.append(
                {
                    "title": as_piece(f"{number}. {item.title}"),
                    "note": as_piece(item.note),
                    "at": first if len(bound.parts) > first else -1,
                }
            )
        tail = bound.skip()
        data = as_data(bound.parts, title=f"{front.title}: {front.reference}") | {"tail": tail}
        template = bound.folder / TEMPLATE.name
        template.write_bytes(TEMPLATE.read_bytes())
        pdf, compiler = draw(template, name="papers", data=data)
        begins = _begins(compiler)
    return _merged(pdf, bound, begins) if bound.behind else pdf


def _item(bound: _Bound, item: Item, heading: str, front: Sheet) -> None:
    """Its sheets, then what was attached; the first part carries the item's heading."""
    apart: list[str] = []
    files: list[tuple[Attached, PdfReader | str]] = []
    for one in item.attached:
        try:
            files.append((one, _readable(bound, one)))
        except _Apart as fault:
            apart.append(f"{one.label}: {fault}")
    sheets = list(item.sheets)
    if apart:
        sheets.append(
            Sheet(
                "Files that come apart from these papers",
                item.sheets[0].reference if item.sheets else "",
                front.marking,
                tuple(Text(line) for line in apart),
            )
        )
    for number, sheet in enumerate(sheets):
        bound.add(as_part(sheet, within=heading if number == 0 else ""))
    for number, (one, what) in enumerate(files):
        part = as_part(
            Sheet(one.label, sheets[0].reference if sheets else "", front.marking),
            within=heading if not sheets and number == 0 else "",
        )
        if isinstance(what, str):
            bound.add({**part, "picture": what, "says": one.label})
        else:
            bound.add({**part, "behind": len(what.pages)})
            bound.behind[len(bound.parts) - 1] = what


class _Apart(Exception):
    """Why a file cannot stand in the bound papers, in a sentence."""


def _readable(bound: _Bound, one: Attached) -> PdfReader | str:
    if one.kind == "application/pdf":
        return _pages(bound, one.content)
    if one.kind.startswith("image/"):
        return _picture(bound, one.content)
    raise _Apart("this kind of file cannot be printed here. Open it in Heed.")


def _pages(bound: _Bound, content: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _Apart("it is locked with a password. Open it in Heed.")
        found = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as fault:
        raise _Apart("it could not be read here. Open it in Heed.") from fault
    if not found or bound.pages + found > MOST_PAGES:
        raise _Apart(f"it has {found} pages, too many to bind. Open it in Heed.")
    bound.pages += found
    return _gone_through(reader)


def _gone_through(reader: PdfReader) -> PdfReader:
    """The same pages as they will be bound, so that a fault is told of this file alone."""
    try:
        writer = PdfWriter(clone_from=reader)
        for page in writer.pages:
            _quiet(page)
            page.transfer_rotation_to_content()
            _size(page)
        kept = io.BytesIO()
        writer.write(kept)
        return PdfReader(kept)
    except Exception as fault:  # whatever a damaged file holds, the other papers are bound
        raise _Apart("it could not be read here. Open it in Heed.") from fault


def _picture(bound: _Bound, content: bytes) -> str:
    name = f"picture-{len(list(bound.folder.iterdir()))}.jpg"
    try:
        with Image.open(io.BytesIO(content)) as picture:
            drawn = picture.convert("RGBA")
            drawn.thumbnail((WIDEST, WIDEST))
            ground = Image.new("RGB", drawn.size, "white")
            ground.paste(drawn, mask=drawn.getchannel("A"))
            ground.save(bound.folder / name, "JPEG", quality=85)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise _Apart("it could not be read here. Open it in Heed.") from fault
    return name


def _begins(compiler: Any) -> list[int]:
    """On which page, from nought, each part begins."""
    found = json.loads(compiler.query("<begins>", field="value"))
    return [one["page"] - 1 for one in found]


def _merged(pdf: bytes, bound: _Bound, begins: list[int]) -> bytes:
    """Our own pages with the attached ones put in where they belong, each with its number."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    ours = len(writer.pages)
    for at in sorted(bound.behind, reverse=True):
        place = begins[at + 1] if at + 1 < len(begins) else ours
        for page in reversed(bound.behind[at].pages):
            writer.insert_page(page, place)
    total = len(writer.pages)
    put_in: list[tuple[int, dict[str, Any]]] = []
    before = 0
    for at in sorted(bound.behind):
        place = (begins[at + 1] if at + 1 < len(begins) else ours) + before
        count = len(bound.behind[at].pages)
        for number in range(place, place + count):
            page = writer.pages[number]
            put_in.append((number, _size(page) | {"says": f"Page {number + 1} of {total}"}))
        before += count
    stamps, _ = draw(STAMP, name="stamps", data={"pages": [size for _, size in put_in]})
    for (number, _), stamp in zip(put_in, PdfReader(io.BytesIO(stamps)).pages, strict=True):
        page = writer.pages[number]
        box = page.mediabox
        page.merge_translated_page(stamp, float(box.left), float(box.bottom))
    # With pages of others in it, the whole no longer keeps what was promised of ours.
    writer.root_object.pop(NameObject("/Metadata"), None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _size(page: PageObject) -> dict[str, Any]:
    """The page's sides in points."""
    box = page.mediabox
    return {"wide": max(float(box.width), 72.0), "high": max(float(box.height), 72.0)}


def _quiet(page: PageObject) -> None:
    """Takes out what a page would do when it is opened or touched."""
    page.pop(NameObject("/AA"), None)
    for one in page.get("/Annots") or []:
        note = one.get_object()
        for key in ("/A", "/AA"):
            note.pop(NameObject(key), None)
