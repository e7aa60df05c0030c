"""A document as Word, with real headings, tables that say their head again, and page numbers.

The properties carry the title and nothing of who made it or when.
"""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from heed.design.text import one_line, plain
from heed.papers.letters import reads_from_right
from heed.papers.sheets.shape import Block, Heading, Pairs, Points, Sheet, Table, Text, levelled

PINE = RGBColor(0x17, 0x57, 0x5A)
INK = RGBColor(0x22, 0x28, 0x2B)
MUTED = RGBColor(0x4A, 0x53, 0x59)
LINE = "B9B4A8"
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where Word wants the day of making: a file says no more of its maker than its words do."""

_SIZES = {"Heading 1": 20, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11}


def as_word(sheet: Sheet) -> bytes:
    """The document on A4; reference and marking at the head, page x of y at the foot."""
    document = begin(title=sheet.title, reference=sheet.reference, marking=sheet.marking)
    write(document.add_paragraph(style="Heading 1"), sheet.title or "Untitled")
    if sheet.under:
        write(document.add_paragraph(style="Under"), sheet.under)
    for block in levelled(sheet.blocks):
        add(document, block)
    return finish(document)


def begin(*, title: str, reference: str = "", marking: str = "") -> Any:
    """An empty document in Heed's look, with its head and foot."""
    document = Document()
    _look(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    head = section.header.paragraphs[0]
    head.style = document.styles["Under"]
    head.paragraph_format.tab_stops.clear_all()
    head.paragraph_format.tab_stops.add_tab_stop(Mm(166), WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(one_line(reference))
    head.add_run("\t")
    head.add_run(one_line(marking)).bold = True
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Under"]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    told = document.core_properties
    told.title = one_line(title)[:250]
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.language = "en-GB"
    told.created = told.modified = NO_DAY
    return document


def finish(document: Any) -> bytes:
    """The document as a file: the same words make the same bytes, on whatever day."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, NO_DAY.timetuple()[:6])
            file.writestr(part, made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def add(document: Any, block: Block) -> None:
    """Put one block at the end of a document."""
    if isinstance(block, Heading):
        style = f"Heading {min(max(block.level, 2), 4)}"
        write(document.add_paragraph(style=style), block.text)
    elif isinstance(block, Text):
        for part in re.split(r"\n\s*\n", plain(block.text)):
            if part.strip():
                write(document.add_paragraph(), part.strip("\n"), strong=block.strong)
    elif isinstance(block, Points):
        for item in block.items:
            write(document.add_paragraph(style="List Bullet"), item)
    elif isinstance(block, Pairs):
        table = rows(document, 2, widths=(50, 116))
        for key, value in block.rows:
            cells = table.add_row().cells
            write(cells[0].paragraphs[0], key, strong=True)
            _fill(cells[1], value)
        _close(document)
    else:
        _table(document, block)


def _table(document: Any, block: Table) -> None:
    wide = len(block.head)
    if not wide or not block.rows:
        return
    table = rows(document, wide)
    first = table.add_row()
    repeat(first)
    for cell, said in zip(first.cells, block.head, strict=True):
        write(cell.paragraphs[0], said, strong=True)
    for row in block.rows:
        for cell, said in zip(table.add_row().cells, (*row, *[""] * wide)[:wide], strict=True):
            _fill(cell, said)
    _close(document)


def rows(document: Any, wide: int, *, widths: tuple[int, ...] = ()) -> Any:
    """A table without rows, its columns ``widths`` millimetres wide or alike."""
    table = document.add_table(rows=0, cols=wide)
    table.autofit = False
    for column, width in zip(table.columns, widths or [166 // wide] * wide, strict=True):
        column.width = Mm(width)
    _rules(table)
    return table


def repeat(row: Any) -> None:
    """Say that a row is the head of its table, on each sheet of paper."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def write(paragraph: Any, text: str, *, strong: bool = False) -> Any:
    """Put text into a paragraph; a line's end stays one, and the script says which way it reads."""
    run = paragraph.add_run(plain(text))
    run.bold = strong or None
    if reads_from_right(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    return run


def _fill(cell: Any, text: str) -> None:
    parts = [part for part in re.split(r"\n\s*\n", plain(text)) if part.strip()] or [""]
    for number, part in enumerate(parts):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        write(paragraph, part.strip("\n"))


def _close(document: Any) -> None:
    """Some air below a table; two tables without a paragraph between them would be one."""
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _look(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Arial", Pt(11), INK
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.15
    language = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0]
    language.set(qn("w:val"), "en-GB")
    for name, size in _SIZES.items():
        style = styles[name]
        style.font.size, style.font.bold = Pt(size), name != "Heading 1"
        style.font.italic = False
        style.font.color.rgb = INK if name in ("Heading 1", "Heading 3") else PINE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.keys()):
            del fonts.attrib[key]
        style.font.name = "Arial"
        style.paragraph_format.space_before = Pt(0 if name == "Heading 1" else 14)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True
    styles["List Bullet"].paragraph_format.space_after = Pt(4)
    under = styles.add_style("Under", 1)
    under.base_style = normal
    under.font.size, under.font.color.rgb = Pt(10), MUTED


def _rules(table: Any) -> None:
    """Thin lines between rows, none at the sides, and room in the cells."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    later = properties.xpath("w:shd|w:tblLayout|w:tblCellMar|w:tblLook")
    later[0].addprevious(borders) if later else properties.append(borders)


def _field(paragraph: Any, what: str) -> None:
    """A number that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    shown = OxmlElement("w:r")
    said = OxmlElement("w:t")
    said.text = "1"
    shown.append(said)
    field.append(shown)
    paragraph._p.append(field)
