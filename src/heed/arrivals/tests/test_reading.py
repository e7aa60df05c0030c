"""What a spreadsheet is read as: any that Excel writes, and none that is hostile."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from heed.arrivals import cells
from heed.arrivals.cells import NotUnderstood
from heed.arrivals.columns import closest, columns, guess, words
from heed.arrivals.queries import blank
from heed.arrivals.sheet import MOST_ROWS, read
from heed.arrivals.states import Holds
from heed.arrivals.tests.factories import TRACKER, as_csv, as_xlsx
from heed.papers import tables
from heed.papers.checking import Unfit

PEOPLE = [
    ["Full name", "E-mail", "Type", "Sub-group", "Organisation"],
    ["Siân Ó Briain", "sian@harrowmere.example", "Panel member", "Review group", "Police"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_csv_that_excel_writes_is_read(encoding: str, mark: str) -> None:
    sheet = read("people.csv", as_csv(PEOPLE, encoding=encoding, mark=mark), Holds.PEOPLE)
    assert sheet.head == PEOPLE[0]
    assert sheet.rows == [(2, PEOPLE[1])]


def test_excels_own_first_line_names_the_mark_and_a_guard_is_taken_off() -> None:
    content = b"sep=;\nName;Work email;Part\n'=Amina;a@b.example;member, of a sort\n"
    assert read("p.csv", content, Holds.PEOPLE).rows[0][1] == [
        "=Amina", "a@b.example", "member, of a sort",
    ]  # fmt: skip


def test_a_workbook_keeps_its_days_and_numbers_and_runs_no_formula() -> None:
    rows: list[list[Any]] = [
        ["Reference", "Stage", "Date of referral", "Age"],
        [2024.0, "=1+1", datetime(2026, 4, 3, 0, 0), 4],  # noqa: DTZ001 as Excel has it
    ]
    assert read("r.xlsx", as_xlsx(rows), Holds.REVIEWS).rows[0][1] == [
        "2024", "", "2026-04-03", "4",
    ]  # fmt: skip


def test_the_head_is_found_beneath_titles_and_over_two_rows() -> None:
    above = [["Case tracker 2026"], [], ["", "", "Scope period", ""]]
    rows = [["Case ref", "Status", "from", "to"], ["LR 1", "Scoping", "1/3/24", "30/9/24"]]
    sheet = read("r.xlsx", as_xlsx(rows, above=above), Holds.REVIEWS)
    assert guess(Holds.REVIEWS, sheet.head) == {
        "old_reference": 0, "stage": 1, "focus_from": 2, "focus_to": 3,
    }  # fmt: skip
    assert sheet.rows == [(5, ["LR 1", "Scoping", "1/3/24", "30/9/24"])]


@pytest.mark.parametrize("holds", list(Holds))
def test_the_blank_spreadsheet_is_understood_when_it_comes_back(holds: Holds) -> None:
    table = blank(holds, "harrowmere")
    filled = tables.Table(
        name="x", head=table.head, notes=table.notes, rows=[["given"] * len(table.head)]
    )
    sheet = read("x.xlsx", tables.as_workbook(filled), holds)
    assert guess(holds, sheet.head) == {one.key: n for n, one in enumerate(columns(holds))}
    assert [number for number, _ in sheet.rows] == [3]


def test_a_trackers_columns_are_guessed() -> None:
    found = guess(Holds.REVIEWS, TRACKER)
    assert {TRACKER[place]: key for key, place in found.items()} == {
        "Ref No": "old_reference", "Current stage": "stage", "AKA": "known_as",
        "Child name": "child_name", "Age": "age_band", "Date of referral": "referred_on",
        "Type of review": "route", "Date of panel": "decided_on", "Rationale": "reasons",
        "Date opened": "opened_on", "Scope period": "focus", "Agencies involved": "agencies",
        "Event date": "event_on", "Report date": "report_on", "Sign-off": "signed_off_on",
        "Awaiting": "waiting_on",
    }  # fmt: skip
    assert guess(Holds.PEOPLE, ["Emial address", "Namme", "Partt"])["email"] == 0


def bomb(name: str) -> bytes:
    """A workbook whose sheet holds entities that unfold without end."""
    told = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [{told}]><worksheet><sheetData><row><c t="inlineStr">'
    xml += "<is><t>&e11;</t></is></c></row></sheetData></worksheet>"
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(as_xlsx([["Name", "Email"]]))) as good,
        zipfile.ZipFile(out, "w") as bad,
    ):
        for part in good.namelist():
            bad.writestr(part, xml if part == name else good.read(part))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("p.exe", b"MZ", "ends in .xlsx or .csv"),
        ("p.xls", b"\xd0\xcf\x11\xe0", "ends in .xlsx or .csv"),
        ("p.csv", b"  \n ", "empty"),
        ("p.csv", b"Name,Work email\n", "no rows"),
        ("p.csv", b"\x00\x01\x02 binary,\x00", "could not be read"),
        ("p.csv", b"colour;taste\nred;sweet\n", "looks like a head"),
        ("p.csv", b'Name,Email\n"' + b"x" * 200_000 + b'",a\n', "could not be read"),
        ("p.csv", b"Name,Email\n" + b"a,b\n" * (MOST_ROWS + 60), "more than 5,000 rows"),
        ("p.csv", b"Name,Email\n" + b"a,b\n" * (MOST_ROWS + 1), "more than 5,000 rows"),
        ("p.xlsx", b"PK\x03\x04broken", "not what its name says"),
        ("p.xlsx", b"<html><script>", "not what its name says"),
        ("p.xlsx", bomb("xl/worksheets/sheet1.xml"), "could not be read"),
        ("p.xlsx", bomb("xl/workbook.xml"), "could not be read"),
    ],
)
def test_what_cannot_be_read_is_explained(name: str, content: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        read(name, content, Holds.PEOPLE)


def test_days_are_read_in_uk_order_and_from_excels_numbers() -> None:
    today = date(2026, 11, 22)
    for written in ("3/4/2026", "03.04.26", "3 April 2026", "2026-04-03", "46115", "46115.5",
                    "03/04/2026 00:00:00", "Friday 3 April 2026"):  # fmt: skip
        assert cells.day(written, today=today) == date(2026, 4, 3), written
    with pytest.raises(NotUnderstood, match="“31/02/2026” is not a day"):
        cells.day("31/02/2026", today=today)
    with pytest.raises(NotUnderstood, match="day before the month"):
        cells.day("04/31/2026", today=today)
    assert cells.period("1/3/24 - 30/9/24", today=today) == (date(2024, 3, 1), date(2024, 9, 30))


def test_small_cells() -> None:
    assert cells.many("Police; Health\nSchool;Police") == ["Police", "Health", "School"]
    assert cells.many("Police, Health") == ["Police", "Health"]
    assert cells.lines("1. Tell families\n- Ask twice\n") == ["Tell families", "Ask twice"]
    assert cells.mail("mailto:Amina.K@Unit.Example") == "amina.k@unit.example"
    assert (cells.yes_no("Y"), cells.yes_no("no")) == (True, False)
    assert cells.blank(" N/A ")
    assert closest("Serious Case Review", words("route")) == ("lcspr", True)
    assert closest("Recomendations", words("stage")) == ("recommendations", False)
    assert closest("purple", words("stage")) is None


@pytest.mark.parametrize("inside", [b"<row r='1'>" + b"<c/>" * 1_600_000, b"<row/>" * 1_600_000])
def test_a_workbook_of_a_few_kilobytes_with_millions_of_cells_is_not_opened(inside: bytes) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(as_xlsx(PEOPLE))) as was,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as now,
    ):
        for name in was.namelist():
            now.writestr(name, inside if name.endswith("sheet1.xml") else was.read(name))
    assert len(out.getvalue()) < 50_000
    with pytest.raises(Unfit, match="more than 5,000 rows"):
        read("people.xlsx", out.getvalue(), Holds.PEOPLE)
