"""Documents as Word and PDF: what goes in comes out, whatever was typed."""

import io
import zipfile

import docx
import pikepdf
import pypdf
import pytest
from docx.oxml.ns import qn

from heed.papers import sheets
from heed.papers.sheets import Heading, Pairs, Points, Sheet, Table, Text

SHEET = Sheet(
    title="Minutes",
    reference="PLY-26-7K4M",
    marking="OFFICIAL-SENSITIVE",
    under="Learning group, 3 April 2026",
    blocks=(
        Heading("Decisions"),
        Text("A learning event.\nIn May.\n\nAsked of all: be kind."),
        Points(("Health begins", "Housing follows")),
        Pairs((("Date", "3 April 2026"), ("Place", "Room 2"))),
        Pairs((("Why", "It was said at length. " * 12),)),
        Table(("Who", "Says"), (("Police", "Agrees"), ("Health", "Asks for a week"))),
    ),
)
SAID = (
    "Minutes", "Learning group, 3 April 2026", "Decisions", "A learning event.", "In May.",
    "be kind", "Health begins", "3 April 2026", "said at length", "Police", "Asks for a week",
)  # fmt: skip
ODD = {
    "markup": '#panic("x") *bold* $x$ @ref <tag> \\ [ ] ` // /* = heading',
    "xml": "</w:t></w:r><script>&amp;\x00\x0b\ud800",
    "from the right": "مرحبا بالعالم \u202eabc",
    "emoji": "👩‍👧‍👦 and 🎈",
    "a long word": "w" * 10_000,
    "nothing to see": "\u200b\u00a0",
}


def words_of(content: bytes) -> str:
    found = docx.Document(io.BytesIO(content)).element.body.iter(qn("w:t"))
    return " ".join(one.text or "" for one in found)


def pages_of(content: bytes) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(content))
    return [" ".join(one.extract_text().split()) for one in read.pages]


def test_everything_said_comes_out_of_both() -> None:
    printed = " ".join(pages_of(sheets.as_pdf(SHEET)))
    written = words_of(sheets.as_word(SHEET))
    for said in SAID:
        assert said in printed
        assert said in written


def test_every_sheet_of_paper_says_whose_it_is_and_which_of_how_many() -> None:
    long = Sheet("Record", "PLY-26-7K4M", "OFFICIAL-SENSITIVE", (Text("Said again.\n\n" * 90),))
    pages = pages_of(sheets.as_pdf(long))
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "PLY-26-7K4M" in text
        assert "OFFICIAL-SENSITIVE" in text
    with zipfile.ZipFile(io.BytesIO(sheets.as_word(long))) as parts:
        names = [name for name in parts.namelist() if "header" in name or "footer" in name]
        around = "".join(parts.read(name).decode() for name in names)
    for said in ("PLY-26-7K4M", "OFFICIAL-SENSITIVE", '"PAGE"', '"NUMPAGES"'):
        assert said in around


def test_the_pdf_is_tagged_and_says_nothing_of_who_or_when() -> None:
    with pikepdf.open(io.BytesIO(sheets.as_pdf(SHEET))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert set(pdf.docinfo.keys()) <= {"/Title", "/Creator"}
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        tags = [
            str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
        ]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 1
    assert tags.count("/TH") == 2
    assert tags.count("/TD") == 4


def test_the_word_file_has_headings_a_head_that_repeats_and_names_nobody() -> None:
    document = docx.Document(io.BytesIO(sheets.as_word(SHEET)))
    styles = {one.text: one.style.name for one in document.paragraphs if one.style}
    assert styles["Minutes"] == "Heading 1"
    assert styles["Decisions"] == "Heading 2"
    assert styles["Health begins"] == "List Bullet"
    assert document.tables[-1].rows[0]._tr.xpath(".//w:tblHeader")
    told = document.core_properties
    assert told.title == "Minutes"
    assert (told.author, told.last_modified_by, told.comments) == ("", "", "")
    assert told.language == "en-GB"
    language = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0]
    assert language.get(qn("w:val")) == "en-GB"


@pytest.mark.parametrize("typed", ODD.values(), ids=ODD)
def test_odd_text_is_set_wherever_it_stands(typed: str) -> None:
    sheet = Sheet(
        typed, typed[:200], typed[:200],
        (Heading(typed), Text(typed), Points((typed,)), Pairs(((typed[:50], typed),)),
         Table((typed[:50], "b"), ((typed, typed),)), Text("The end.")),
        under=typed,
    )  # fmt: skip
    assert "The end." in pages_of(sheets.as_pdf(sheet))[-1]
    assert "The end." in words_of(sheets.as_word(sheet))


def test_markup_is_words() -> None:
    typed = ODD["markup"]
    sheet = Sheet("Minutes", blocks=(Text(typed),))
    assert "#panic" in pages_of(sheets.as_pdf(sheet))[0]
    assert typed in words_of(sheets.as_word(sheet))


def test_a_sheet_with_nothing_on_it_is_still_a_file() -> None:
    empty = Sheet("", blocks=(Points(()), Pairs(()), Table((), ()), Text(" "), Table(("A",), ())))
    assert pages_of(sheets.as_pdf(empty)) == ["Untitled Page 1 of 1"]
    assert sheets.as_word(empty)


@pytest.mark.parametrize(
    ("kind", "name", "served"),
    [
        ("word", "PLY-26-7K4M-minutes.docx", "wordprocessingml.document"),
        ("pdf", "PLY-26-7K4M-minutes.pdf", "application/pdf"),
    ],
)
def test_the_answer_is_a_file_that_nobody_keeps_on_the_way(
    kind: sheets.Kind, name: str, served: str
) -> None:
    answer = sheets.answer(SHEET, kind)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert served in answer.headers["Content-Type"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_is_named_in_letters_that_every_system_takes() -> None:
    odd = Sheet('The group’s "record" / Zoë \r\n', "A B/../C")
    assert sheets.file_name(odd, "pdf") == "A-B-C-the-groups-record-zoe.pdf"
    assert sheets.file_name(Sheet("مرحبا"), "word") == "document.docx"
