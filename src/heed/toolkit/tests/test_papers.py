"""The papers of a module pass the gate with their contents, and a person says they read them."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.elsewhere.tests.factories import as_pdf, as_word, as_zip, scanned_pdf
from heed.papers.checking import Unfit
from heed.papers.words import words_of
from heed.partnership.models import Person
from heed.refusals import NotNow
from heed.toolkit import operations, queries
from heed.toolkit.access import ModuleAt
from heed.toolkit.models import Module
from heed.toolkit.tests.factories import agree, make_module
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
KIND = "Ask what a day is like, and then ask about yesterday, in the words of the family."
TELLS = "Ring the family at 14 Quayside Row, HR4 9QT, before the visit that follows this one."


def sent_with(house: House, name: str, content: bytes) -> Module:
    module = make_module(house)
    operations.add_paper(
        module, by=house.coordinator, seen=module.version, file=SimpleUploadedFile(name, content)
    )
    module = Module.objects.get()
    return operations.send(module, by=house.coordinator, seen=module.version)


@pytest.mark.parametrize(
    ("name", "content"),
    [("sheet.docx", as_word(KIND, TELLS)), ("sheet.pdf", as_pdf("A sheet", KIND, TELLS))],
)
def test_what_a_paper_says_is_read_and_holds_the_module(
    two_partnerships: Houses, signed_in: SignIn, name: str, content: bytes
) -> None:
    house = two_partnerships[0]
    module = sent_with(house, name, content)
    with pytest.raises(NotNow, match="could still identify someone"):
        agree(module, house)
    at = f"/{house.partnership.slug}/toolkit/modules/{module.pk}/"
    client = signed_in(Client(), house.chair)
    assert f"In the paper “{name}”" in client.get(at).content.decode()
    (paper,) = queries.papers(module)
    file = client.get(f"{at}papers/{paper.pk}/")
    assert file["Content-Disposition"].startswith("attachment")
    assert b"".join(file.streaming_content)  # type: ignore[attr-defined]
    assert client.get(f"{at}papers/{paper.pk + 1}/").status_code == 404
    other = signed_in(Client(), two_partnerships[1].chair)
    assert other.get(f"{at}papers/{paper.pk}/").status_code == 404
    for hit in queries.read(module, house.partnership).unsettled:
        operations.keep_words(
            module,
            by=house.coordinator,
            partnership=house.partnership,
            mark=hit.mark,
            reason="The address of a family centre.",
        )
    assert agree(Module.objects.get(), house)


def test_what_the_check_cannot_read_a_person_reads_whole_and_says_so(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    module = sent_with(house, "poster.pdf", scanned_pdf())
    at = f"/{house.partnership.slug}/toolkit/modules/{module.pk}/"
    client = signed_in(Client(), house.chair)
    assert "For a person to read" in client.get(at).content.decode()
    with pytest.raises(NotNow, match=r"everything in “poster\.pdf”"):
        operations.agree(
            ModuleAt(module, house.partnership),
            by=house.chair,
            seen=module.version,
            nobody_known=True,
        )
    form = {"seen": module.version, "answer": "nobody"}
    assert "read all of it, and say so here" in client.post(f"{at}agree/", form).content.decode()
    (paper,) = queries.papers(module)
    assert client.post(f"{at}agree/", {**form, "opened": paper.pk}).status_code == 302
    assert module.shelves.get().stands


def test_a_paper_whose_words_were_read_is_read_whole_by_a_person_too(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    module = sent_with(house, "sheet.docx", as_word(KIND))
    assert not queries.unread(module)
    with pytest.raises(NotNow, match=r"everything in “sheet\.docx”"):
        operations.agree(
            ModuleAt(module, house.partnership),
            by=house.chair,
            seen=module.version,
            nobody_known=True,
        )
    client = signed_in(Client(), house.chair)
    at = f"/{house.partnership.slug}/toolkit/modules/{module.pk}/"
    assert "reads every paper whole and says so" in client.get(at).content.decode()
    form = {"seen": module.version, "answer": "nobody"}
    refused = client.post(f"{at}agree/", form).content.decode()
    assert "cannot see pictures, comments or everything" in refused
    assert "read all of it, and say so here" in refused
    (paper,) = queries.papers(module)
    assert client.post(f"{at}agree/", {**form, "opened": paper.pk}).status_code == 302
    assert module.shelves.get().stands


@pytest.mark.parametrize("corner", ["A1048576", "XFD1", "XFD1048576"])
def test_a_sheet_that_is_nearly_all_gap_holds_nobody_up(corner: str) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "From here"
    book.worksheets[0][corner] = "to there"
    sheet = io.BytesIO()
    book.save(sheet)
    with pytest.raises(Unfit, match="20,000 rows or 200 columns"):
        words_of("a.xlsx", sheet.getvalue())


def test_an_open_document_that_unpacks_to_far_more_is_not_read() -> None:
    told = b"<d>" + b" " * 21_000_000 + b"</d>"
    with zipfile.ZipFile(packed := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("content.xml", told)
    with pytest.raises(Unfit, match="20 MB"):
        words_of("a.odt", packed.getvalue())


def test_tables_and_open_documents_are_read_too() -> None:
    book = openpyxl.Workbook()
    book.create_sheet().append(["Who", 7])
    sheet = io.BytesIO()
    book.save(sheet)
    assert words_of("a.xlsx", sheet.getvalue()).text == "Who 7"
    mark = 'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    told = f"<d {mark}><t:h>A day</t:h><t:p>in the <t:span>life</t:span></t:p></d>".encode()
    assert words_of("a.odt", as_zip({"content.xml": told})).text == "A day\nin the life"
