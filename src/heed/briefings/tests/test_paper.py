import io
import re
import time
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.briefings.paper import PageContent, RenderedPage, Section, render

PAGE = PageContent(
    partnership="Harrowmere Safeguarding Children Partnership",
    colour="#6d2f4f",
    title="Asking who else is at home",
    focus="A child moved house three times in a year. This page is about the notes that moved too.",
    byline="3-minute read, for housing, schools and health visitors",
    sections=(
        Section("Why we looked", "Five services knew this family. Each knew one address."),
        Section(
            "What we learned",
            "- An address is a fact about a child. It was kept as a fact about a form.\n"
            "- A move closes things. Nobody had decided that it should.",
        ),
    ),
    questions=("What closes when a family moves?", "Who would tell us?", "Whom would we tell?"),
    support="Worried about a child today? Call the front door on 01632 960456.",
    published="June 2026",
    review_by="June 2028",
    number="Learning page 7",
    address="learn.example/harrowmere/learning/asking-who-else-is-at-home",
)


def opened(page: RenderedPage) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(page.pdf))


def test_a_page_is_one_tagged_a4_sheet_in_english_with_its_title() -> None:
    rendered = render(PAGE)
    pdf = opened(rendered)
    assert len(pdf.pages) == rendered.pages == 1
    assert rendered.fits
    width, height = (float(side) for side in list(pdf.pages[0].MediaBox)[2:])
    assert (round(width), round(height)) == (595, 842)
    assert "/StructTreeRoot" in pdf.Root
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo["/Title"]) == "Asking who else is at home"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_nothing_in_the_file_says_who_wrote_it_or_when() -> None:
    pdf = opened(render(PAGE))
    assert set(pdf.docinfo.keys()) <= {"/Title", "/Creator"}
    with pdf.open_metadata() as metadata:
        assert not [key for key in metadata if key.lower() == "creator" or "author" in key.lower()]
        assert "xmp:CreateDate" not in metadata
    assert len(pdf.attachments) == 0


def test_headings_and_lists_are_tagged_as_such() -> None:
    pdf = opened(render(PAGE))
    tags = [
        str(thing.S)
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and "/S" in thing
    ]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 3
    assert tags.count("/L") == 2
    assert tags.count("/LI") == 5


def test_the_same_page_comes_out_the_same() -> None:
    assert render(PAGE).pdf == render(PAGE).pdf


def test_room_is_counted_in_lines_and_filling_them_still_fits() -> None:
    rendered = render(PAGE)
    assert 0.2 < rendered.fill < 0.9
    lines = "\n\n".join(["line"] * 3)
    fuller = render(replace(PAGE, sections=(*PAGE.sections, Section("More", lines))))
    assert fuller.fill > rendered.fill
    assert fuller.room_lines < rendered.room_lines


def page_with_words(count: int) -> PageContent:
    text = " ".join(["learning"] * count)
    return replace(PAGE, sections=(Section("What we learned", text),))


def test_the_measure_agrees_with_the_pages_that_come_out() -> None:
    """Grow the page word by word round the edge: it fits exactly when one sheet comes out."""
    previous = None
    for count in range(250, 520, 3):
        rendered = render(page_with_words(count))
        assert rendered.fits == (len(opened(rendered).pages) == 1), count
        assert rendered.fits == (rendered.fill <= 1.0005), count
        if previous is not None:
            assert rendered.room_lines in (previous, previous - 1)
        previous = rendered.room_lines
    assert previous is not None
    assert previous < 0


def test_a_page_that_is_too_long_says_by_how_many_lines() -> None:
    """Taking out the lines that it says are too many makes it fit; one fewer does not."""
    paragraphs = 60
    long = replace(PAGE, sections=(Section("Notes", "\n".join(["- point"] * paragraphs)),))
    rendered = render(long)
    assert rendered.pages == 2
    assert not rendered.fits
    over = -rendered.room_lines
    assert 1 <= over < paragraphs
    shorter = replace(
        PAGE, sections=(Section("Notes", "\n".join(["- point"] * (paragraphs - over))),)
    )
    assert render(shorter).fits


def test_smaller_print_holds_more_and_eleven_points_is_the_least() -> None:
    assert render(page_with_words(300), size=11).fill < render(page_with_words(300)).fill
    with pytest.raises(ValueError, match="too small to read"):
        render(PAGE, size=10.5)


def test_no_letter_on_the_page_is_smaller_than_eleven_points() -> None:
    pdf = opened(render(PAGE, size=11))
    drawn = pikepdf.parse_content_stream(pdf.pages[0])
    sizes = [float(one.operands[1]) for one in drawn if str(one.operator) == "Tf"]
    assert sizes
    assert min(sizes) >= 11


def test_it_takes_a_moment() -> None:
    render(PAGE)
    started = time.process_time()
    render(PAGE)
    assert time.process_time() - started < 0.3


def words_of(rendered: RenderedPage) -> str:
    """The letters on the page, out of the PDF's own table from glyphs to letters."""
    pdf = opened(rendered)
    text = ""
    for page in pdf.pages:
        tables = {
            name: _letters(font.ToUnicode.read_bytes())
            for name, font in page.Resources.Font.items()
            if "/ToUnicode" in font
        }
        table: dict[int, str] = {}
        for drawn in pikepdf.parse_content_stream(page):
            operands, operator = drawn.operands, drawn.operator
            if str(operator) == "Tf":
                table = tables.get(str(operands[0]), {})
            strings = operands[0] if str(operator) == "TJ" else operands
            if str(operator) in ("Tj", "TJ"):
                for one in strings:
                    if isinstance(one, pikepdf.String):
                        raw = bytes(one)
                        codes = [raw[at] << 8 | raw[at + 1] for at in range(0, len(raw) - 1, 2)]
                        text += "".join(table.get(code, "") for code in codes)
            if str(operator) in ("ET", "BDC"):
                text += " "
    return text


def _letters(table: bytes) -> dict[int, str]:
    found = re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", table)
    return {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in found}


def test_polish_yoruba_and_arabic_are_printed_whole() -> None:
    text = "Zażółć gęślą jaźń. Ẹ kú àárọ̀, ọmọ mi. مرحبا بالعائلة"
    rendered = render(replace(PAGE, title=text, sections=(Section("Łódź", text),)))
    assert rendered.missing == ()
    assert "gęślą" in words_of(rendered)


def test_letters_without_a_shape_are_named_and_stood_in_for() -> None:
    rendered = render(replace(PAGE, sections=(Section("Names", "你好 and 👩‍👧 and ਪੰਜਾਬੀ"),)))
    assert rendered.pages == 1
    assert {"你", "好", "👩", "👧"} <= set(rendered.missing)
    assert "\u200d" not in rendered.missing
    assert "□" in words_of(rendered)


HOSTILE = {
    "markup": '#panic() #import "x.typ" = Heading *b* $x$ @ref <label> \\ // `raw`'
    ']#read("/etc/passwd")',
    "control": "a\x00b\x1bc\ufffe\uffff\ud83d\u202e evil \u2066",
    "right-to-left": "هذا نص طويل " * 30,
    "emoji": "👨‍👩‍👧‍👦🏳️‍🌈" * 60,
    "marks": "a" + "\u0301" * 3000,
    "one word": "x" * 5000,
    "quotes": '"\'\\"}{][' * 200,
    "chinese": "".join(chr(code) for code in range(0x4E00, 0x4E00 + 3000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_printed_or_stood_in_for(name: str) -> None:
    text = HOSTILE[name]
    rendered = render(
        PageContent(
            partnership=text,
            colour=text,
            title=text,
            focus=text,
            byline=text[:200],
            sections=(Section(text[:300], text), Section("b", f"- {text}\n1. {text}")),
            questions=(text, ""),
            support=text[:500],
            published=text[:100],
            number=text[:50],
        )
    )
    assert opened(rendered).Root.MarkInfo.Marked


def test_markup_is_shown_as_it_was_typed() -> None:
    rendered = render(replace(PAGE, sections=(Section("S", "*not bold* #panic() _x_"),)))
    assert "*not bold* #panic()" in words_of(rendered)


def test_a_hundred_thousand_characters_are_answered_in_a_moment() -> None:
    page = replace(PAGE, sections=(Section("S", "a few words " * 8334),))
    render(page)
    started = time.process_time()
    rendered = render(page)
    assert time.process_time() - started < 1
    assert rendered.room_lines < -900
    assert rendered.words > 24_000


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=1500))
def test_any_text_can_be_printed(title: str, text: str) -> None:
    rendered = render(replace(PAGE, title=title, sections=(Section(title, text),)))
    assert rendered.pages >= 1
    assert rendered.pdf.startswith(b"%PDF")


def test_an_empty_draft_has_a_page_and_a_title() -> None:
    rendered = render(PageContent(partnership="P", colour="purple", title=""))
    pdf = opened(rendered)
    assert str(pdf.docinfo["/Title"]) == "Untitled page"
    assert rendered.fits
