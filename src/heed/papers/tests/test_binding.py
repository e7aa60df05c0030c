"""Papers bound into one file: what cannot be bound is said, and nothing runs."""

import io
import time

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from heed.papers.binding import Attached, Item, bind
from heed.papers.sheets import Sheet, Text, as_pdf

FRONT = Sheet("Papers", "Learning group, 3 April 2026", "OFFICIAL-SENSITIVE")
PDF = "application/pdf"


def made(pages: int = 1) -> bytes:
    return as_pdf(Sheet("Kept by the ward", blocks=(Text("A line.\n\n" * (25 * pages)),)))


def changed(content: bytes, *, password: str = "", turn: int = 0, acts: bool = False) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(content)))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    action = DictionaryObject({NameObject(key): value for key, value in script.items()})
    for one in writer.pages:
        if turn:
            one.rotate(turn)
        if acts:
            one[NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})
            writer.root_object[NameObject("/OpenAction")] = action
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def damaged(content: bytes, key: str, value: object) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(content)))
    for one in writer.pages:
        one[NameObject(key)] = value
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bound(*attached: Attached, sheets: tuple[Sheet, ...] = ()) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(bind(FRONT, [Item("First", "", sheets, attached)])))


def words(read: pypdf.PdfReader) -> list[str]:
    return [" ".join(one.extract_text().split()) for one in read.pages]


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        (b"%PDF-1.7 nothing more", PDF, "could not be read here"),
        (b"", PDF, "could not be read here"),
        (changed(made(), password="closed"), PDF, "is locked with a password"),
        (b"\x89PNG nothing more", "image/png", "could not be read here"),
        (b"words", "text/plain", "cannot be printed here"),
    ],
    ids=["broken", "empty", "locked", "no picture", "another kind"],
)
def test_what_cannot_be_bound_is_named_with_the_reason(
    content: bytes, kind: str, says: str
) -> None:
    said = " ".join(words(bound(Attached("Chronology", kind, content))))
    assert f"Chronology: it {says}" in said or f"Chronology: this kind of file {says}" in said


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/MediaBox", ArrayObject([NumberObject(3)])),
        ("/Rotate", TextStringObject("sideways")),
        ("/Annots", NumberObject(5)),
        ("/Contents", NumberObject(5)),
    ],
)
def test_a_damaged_page_spoils_no_other_paper(key: str, value: object) -> None:
    odd = damaged(made(), key, value)
    said = " ".join(words(bound(Attached("Odd", PDF, odd), Attached("Whole", PDF, made()))))
    assert "Kept by the ward" in said or "A line." in said


def test_a_page_that_lies_on_its_side_carries_its_number_at_the_foot() -> None:
    read = bound(Attached("Chronology", PDF, changed(made(), turn=90)))
    assert words(read)[-1].endswith(f"Page {len(read.pages)} of {len(read.pages)}")
    assert read.pages[-1].mediabox.width > read.pages[-1].mediabox.height


def test_nothing_that_a_file_would_do_comes_with_it() -> None:
    acting = changed(made(), acts=True)
    assert b"JavaScript" in acting
    content = bind(FRONT, [Item("First", "", (), (Attached("A", PDF, acting),))])
    assert b"JavaScript" not in content
    read = pypdf.PdfReader(io.BytesIO(content))
    assert "/OpenAction" not in read.root_object
    assert all("/AA" not in one for one in read.pages)


def test_papers_of_our_own_alone_stay_tagged() -> None:
    content = bind(FRONT, [Item("First", "", (Sheet("Referral", blocks=(Text("Why."),)),))])
    assert b"pdfuaid" in content
    assert "/StructTreeRoot" in pypdf.PdfReader(io.BytesIO(content)).root_object


def test_no_item_and_an_item_without_papers() -> None:
    assert "Page 1 of 1" in words(pypdf.PdfReader(io.BytesIO(bind(FRONT, []))))[0]
    alone = pypdf.PdfReader(io.BytesIO(bind(FRONT, [Item("Any other business", "To discuss")])))
    assert "1. Any other business" in words(alone)[0]


def test_ten_items_take_a_moment() -> None:
    sheet = Sheet("Referral", "PLY-26-7K4M", blocks=(Text("Why.\n\n" * 40),))
    items = [
        Item(f"Item {n}", "", (sheet, sheet), (Attached("A", PDF, made(2)),)) for n in range(10)
    ]
    began = time.process_time()
    assert len(pypdf.PdfReader(io.BytesIO(bind(FRONT, items))).pages) > 60
    assert time.process_time() - began < 6
