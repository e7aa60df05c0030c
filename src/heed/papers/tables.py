"""Tables that people take away: one shape, as CSV or as a workbook, that runs no formula.

A spreadsheet runs what begins with an equals sign, and a cell can hold what somebody outside
typed. In CSV such a cell begins with an apostrophe; in a workbook every text is typed as text.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Cell = str | int | float | bool | date | None

CSV: Final = "csv"
WORKBOOK: Final = "xlsx"
KINDS: Final = {
    CSV: "text/csv; charset=utf-8",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: What a spreadsheet may take for the start of a formula; the wide ones are those of East Asia.
STARTS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BREAKS: Final = ("\t", "\r", "\n")
#: The most characters that a workbook's cell holds.
LONGEST: Final = 32_767


@dataclass(frozen=True)
class Table:
    """A head and its rows. ``name`` is the file's, without an ending: never a person's.

    ``notes`` explain a column under its head; only the workbook shows them, as a second row.
    ``sheet`` is the name on the workbook's tab.
    """

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]] = ()
    notes: Sequence[str] = ()
    sheet: str = "Sheet"


def answer(table: Table, kind: str) -> HttpResponse:
    """The table as a download: ``csv`` or ``xlsx``; anything else is given as CSV."""
    kind = kind if kind in KINDS else CSV
    content = as_workbook(table) if kind == WORKBOOK else as_csv(table)
    response = HttpResponse(content, content_type=KINDS[kind])
    response["Content-Disposition"] = f'attachment; filename="{table.name}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def as_csv(table: Table) -> bytes:
    """UTF-8 with the mark by which Excel knows it; every cell in quotes, days as 2026-04-03."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(one) for one in table.head])
    for row in table.rows:
        writer.writerow([_in_csv(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(table: Table) -> bytes:
    """A workbook of one sheet, its head frozen and bold, with text as text and days as days."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(table.sheet[:31])  # its types leave out the columns
    for place, told in enumerate(table.head, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(14, min(len(told) + 4, 40))
    sheet.freeze_panes = "A3" if table.notes else "A2"
    sheet.append([_head(sheet, told) for told in table.head])
    if table.notes:
        sheet.append([_note(sheet, told) for told in table.notes])
    for row in table.rows:
        sheet.append([_in_workbook(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def guarded(text: str) -> str:
    """The text so that no spreadsheet runs it: with an apostrophe first where it must."""
    runs = text.startswith(BREAKS) or text.lstrip().startswith(STARTS)
    return f"'{text}" if runs else text


def unguarded(text: str) -> str:
    """The text as it was before ``guarded``, for a table that comes back."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else str(cell)


def _in_workbook(sheet: WriteOnlyWorksheet, cell: Cell) -> BookCell:
    if isinstance(cell, bool):
        cell = "Yes" if cell else "No"
    if isinstance(cell, str):
        made = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", cell)[:LONGEST])
        made.data_type = "s"
        return made
    if isinstance(cell, datetime):
        return WriteOnlyCell(sheet, value=cell.replace(tzinfo=None))
    if isinstance(cell, date):
        made = WriteOnlyCell(sheet, value=datetime.combine(cell, time()))
        made.number_format = "dd/mm/yyyy"
        return made
    return WriteOnlyCell(sheet, value=cell)


def _head(sheet: WriteOnlyWorksheet, told: str) -> BookCell:
    made = _in_workbook(sheet, told)
    made.font = Font(bold=True)
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def _note(sheet: WriteOnlyWorksheet, told: str) -> BookCell:
    made = _in_workbook(sheet, told)
    made.font = Font(italic=True, color="505A5F")
    made.fill = PatternFill("solid", fgColor="F3F2F1")
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made
