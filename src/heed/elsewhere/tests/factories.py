"""Reports from elsewhere for tests. Every place, child and partnership in them is invented."""

import io
import zipfile
from typing import Any

import docx
import pypdf

from heed.elsewhere import operations
from heed.elsewhere.incoming import Incoming
from heed.elsewhere.models import Report
from heed.papers import sheets
from heed.papers.sheets import Sheet, Text
from tests.houses import House

TITLE = "Babies who are seen by many and known by few"
TEXT = "Nobody had asked who else was at home. The father was not spoken with by any service."


def make_incoming(**changed: Any) -> Incoming:
    values: dict[str, Any] = {
        "title": TITLE,
        "text": TEXT,
        "id": "N-77",
        "by_whom": "Anonymous",
        "keywords": ("neglect",),
        "link": "https://collection.example/77",
        "year": 2024,
    }
    return Incoming(**{**values, **changed})


def make_report(house: House, **changed: Any) -> Report:
    brought = operations.bring_in(
        house.partnership, by=house.coordinator, incoming=make_incoming(**changed)
    )
    assert brought.report is not None
    return brought.report


def make_offered(house: House, **changed: Any) -> Report:
    report = make_report(house, **changed)
    return operations.offer(report, by=house.coordinator, seen=report.version)


def as_word(*lines: str, title: str = "") -> bytes:
    paper = docx.Document()
    paper.core_properties.title = title
    for line in lines:
        paper.add_paragraph(line)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def as_pdf(title: str, *lines: str) -> bytes:
    return sheets.as_pdf(
        Sheet(title=title, reference="R", marking="", blocks=tuple(Text(one) for one in lines))
    )


def scanned_pdf(password: str = "") -> bytes:
    book = pypdf.PdfWriter()
    book.add_blank_page(width=595, height=842)
    if password:
        book.encrypt(password)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def as_zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()
