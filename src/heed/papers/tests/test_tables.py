"""Tables that people take away: what they hold, and that no spreadsheet runs them."""

import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest

from heed.papers import tables
from heed.papers.tables import Table

RUNS = [
    "=1+1",
    "+44 117 496 0101",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\uff1d1",
    '=HYPERLINK("http://x","y")',
]


def told(*rows: list[tables.Cell]) -> Table:
    return Table(name="ply-things", head=["What", "When"], rows=rows)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", RUNS)
def test_no_spreadsheet_runs_a_cell(text: str) -> None:
    cell = read_csv(tables.as_csv(told([text, ""])))[1][0]
    assert cell == f"'{text}"
    assert tables.unguarded(cell) == text
    sheet = openpyxl.load_workbook(io.BytesIO(tables.as_workbook(told([text, ""])))).active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text


@pytest.mark.parametrize("text", ["", "plain", "3 = 3", "'tis", "a-b", "'quoted'", "it's"])
def test_what_runs_nothing_is_left_as_it_is(text: str) -> None:
    assert tables.guarded(text) == text
    assert tables.unguarded(text) == text


def test_numbers_and_days_stay_numbers_and_days() -> None:
    made = told([-3, date(2026, 4, 3)], [2.5, None], [True, datetime(2026, 4, 3, 9, 5, tzinfo=UTC)])
    assert read_csv(tables.as_csv(made)) == [
        ["What", "When"],
        ["-3", "2026-04-03"],
        ["2.5", ""],
        ["Yes", "2026-04-03 09:05+00:00"],
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(tables.as_workbook(made))).active
    assert sheet is not None
    assert sheet["A2"].value == -3
    assert sheet["B2"].value == datetime(2026, 4, 3)  # noqa: DTZ001 a workbook holds no zone
    assert sheet["B2"].number_format == "dd/mm/yyyy"
    assert sheet["B3"].value is None
    assert sheet["A4"].value == "Yes"


def test_what_a_workbook_cannot_hold_does_not_stop_it() -> None:
    content = tables.as_workbook(told(["a\x00b\x0b", "x" * 40_000]))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert sheet["A2"].value == "ab"
    assert len(str(sheet["B2"].value)) == tables.LONGEST


def test_the_workbook_explains_its_columns_and_the_answer_is_a_download() -> None:
    made = Table(name="ply-people", head=["Name"], notes=["As on the door"], sheet="People")
    answer = tables.answer(made, "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["People"]
    assert (sheet["A1"].value, sheet["A2"].value) == ("Name", "As on the door")
    assert sheet["A1"].font.bold
    assert answer["Content-Disposition"] == 'attachment; filename="ply-people.xlsx"'
    assert tables.answer(made, "exe")["Content-Type"].startswith("text/csv")
