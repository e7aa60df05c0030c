"""A return as Word and PDF: for whoever reads the page, and nobody else."""

import io
from collections.abc import Callable

import docx
import pypdf
import pytest
from django.test import Client

from heed.partnership.models import Person
from heed.returns import operations, queries
from heed.returns.sheet import agency_return
from heed.returns.tests.factories import CANARY, make_asked, make_begun, make_prepared
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_it_is_for_those_who_prepare_it_and_for_nobody_else(
    two_partnerships: Houses, signed_in: SignIn, kind: str
) -> None:
    here, there = two_partnerships
    given = make_prepared(here)
    page = f"/{given.case.partnership.slug}/reviews/{given.reference}/returns/{given.pk}/"
    client = signed_in(Client(), here.manager)
    assert f"{page}{kind}/" in client.get(page).content.decode()
    answer = client.get(f"{page}{kind}/")
    content = io.BytesIO(answer.content)
    if kind == "word":
        said = " ".join(one.text for one in docx.Document(content).paragraphs)
    else:
        said = " ".join(one.extract_text() for one in pypdf.PdfReader(content).pages)
    assert CANARY in " ".join(said.split())
    assert answer.headers["Content-Disposition"].endswith(
        f'"{given.reference}-agency-return.{"docx" if kind == "word" else "pdf"}"'
    )
    for person in (here.coordinator, here.chair, here.neighbour, there.coordinator):
        assert signed_in(Client(), person).get(f"{page}{kind}/").status_code == 404


def test_one_that_is_not_begun_asks_and_leaves_room(two_partnerships: Houses) -> None:
    given = make_asked(two_partnerships[0])
    said = str(agency_return(two_partnerships[0].manager, given))
    for section in queries.sections_of(given):
        assert section.title in said
        assert all(one in said for one in section.prompts)


def test_a_colleague_gets_the_section_that_they_were_asked_for(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    operations.share_section(
        given, by=house.manager, section="child", name="Ines", email="ines@harrowmere.example"
    )
    colleague = Person.objects.get(email="ines@harrowmere.example")
    titles = [one.title for one in queries.sections_of(given)]
    said = str(agency_return(colleague, given))
    shown = [one for one in titles if f"'{one}'" in said or f'"{one}"' in said]
    assert len(shown) == 1
