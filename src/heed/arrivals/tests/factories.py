"""Spreadsheets to bring in, as people keep them. Every child and colleague in them is invented."""

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from heed.arrivals import operations
from heed.arrivals.columns import guess
from heed.arrivals.models import Arrival
from heed.arrivals.states import ArrivalState, Holds
from tests.houses import House

Rows = Sequence[Sequence[Any]]

TRACKER = [
    "Ref No", "Current stage", "AKA", "Child name", "Age", "Date of referral", "Type of review",
    "Date of panel", "Rationale", "Date opened", "Scope period", "Agencies involved",
    "Event date", "Report date", "Sign-off", "Awaiting", "Notes",
]  # fmt: skip


def as_csv(rows: Rows, *, encoding: str = "utf-8-sig", mark: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Rows, *, above: Rows = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (*above, *rows):
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def file_of(content: bytes, name: str = "tracker.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def take(house: House, holds: Holds, rows: Rows) -> Arrival:
    return operations.take_in(
        house.partnership, by=house.coordinator, holds=holds, file=file_of(as_csv(rows))
    )


def rehearse(house: House, holds: Holds, rows: Rows, *, completes: bool = False) -> Arrival:
    arrival = take(house, holds, rows)
    return operations.match_columns(
        arrival,
        by=house.coordinator,
        seen=arrival.version,
        mapping=guess(holds, arrival.head),
        completes=completes,
    )


def bring_in(
    house: House,
    holds: Holds,
    rows: Rows,
    *,
    completes: bool = False,
    with_looks: bool = True,
) -> Arrival:
    arrival = rehearse(house, holds, rows, completes=completes)
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=with_looks)
    while operations.bring_in_some(arrival, by=house.coordinator):
        pass
    arrival.refresh_from_db()
    assert arrival.state == ArrivalState.DONE
    return arrival


def tracked(number: int, stage: str, *, began: date, agencies: str, **given: str) -> list[str]:
    """A row of a tracker whose days follow on each other from `began`."""

    def after(days: int) -> str:
        return f"{began + timedelta(days=days):%d/%m/%Y}"

    row = {
        "Ref No": f"LR {began:%Y}/{number:03}",
        "Current stage": stage,
        "AKA": ("Wren", "Birch", "Amber", "Heron", "Slate")[number % 5],
        "Age": str(number % 17),
        "Date of referral": after(0),
        "Type of review": "Local learning review",
        "Date of panel": after(30),
        "Rationale": "Agencies can learn together from how the family was supported.",
        "Date opened": after(37),
        "Scope period": "1 March 2024 to 30 September 2024",
        "Agencies involved": agencies,
        "Notes": "Box 4, shelf 2",
        **given,
    }
    return [row.get(name, "") for name in TRACKER]
