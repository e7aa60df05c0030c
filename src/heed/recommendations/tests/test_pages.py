"""The pages: served, refused, what they cost, and bad input."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.partnership.models import Person
from heed.recommendations.tests.factories import make_action, make_routed
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.mark.parametrize("slug", ["", "answer/", "plan/", "look/", "close/"])
def test_a_recommendation_s_pages(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, slug: str
) -> None:
    here, there = two_partnerships
    one = make_action(here).recommendation
    url = f"/{here.partnership.slug}/recommendations/{one.reference}/{slug}"
    client = signed_in(Client(), here.coordinator)
    with statements() as made:
        assert client.get(url).status_code == 200
    made.at_most(12)
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    assert signed_in(Client(), here.neighbour).get(url).status_code == 404


@pytest.mark.parametrize("slug", ["", "text/", "check-in/", "date/", "evidence/"])
def test_an_action_s_pages(two_partnerships: Houses, signed_in: SignIn, slug: str) -> None:
    here, there = two_partnerships
    action = make_action(here)
    one = action.recommendation.reference
    url = f"/{here.partnership.slug}/recommendations/{one}/actions/{action.pk}/{slug}"
    assert signed_in(Client(), here.owner).get(url).status_code == 200
    assert signed_in(Client(), there.owner).get(url).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, rows: int
) -> None:
    house = two_partnerships[0]
    for _ in range(rows):
        make_action(house)
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/recommendations/")
    assert len(made) == 11, "\n".join(made)


def test_the_pages_of_a_case(two_partnerships: Houses, signed_in: SignIn) -> None:
    here, there = two_partnerships
    one = make_routed(here)
    for slug in ("", "propose/"):
        url = f"/{here.partnership.slug}/reviews/{one.case.reference}/recommendations/{slug}"
        assert signed_in(Client(), here.coordinator).get(url).status_code == 200
        assert signed_in(Client(), there.coordinator).get(url).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("notes.exe", b"MZ", "cannot be added"),
        ("notes.pdf", b"<html>", "not what its name says"),
        ("notes.docx", b"PK", "not what its name says"),
    ],
)
def test_a_file_of_the_wrong_kind_is_explained_and_the_text_is_kept(
    two_partnerships: Houses, signed_in: SignIn, name: str, content: bytes, says: str
) -> None:
    house = two_partnerships[0]
    action = make_action(house)
    answer = signed_in(Client(), house.owner).post(
        f"/{house.partnership.slug}/recommendations/{action.recommendation.reference}/actions/{action.pk}/evidence/",
        {
            "kind": "audit",
            "text": "Twelve of thirty plans.",
            "file": SimpleUploadedFile(name, content),
        },
    )
    assert answer.status_code == 200
    assert says in answer.content.decode() or "Choose" in answer.content.decode()
    assert "Twelve of thirty plans." in answer.content.decode()


def test_a_figure_needs_both_numbers(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    one = make_action(house).recommendation
    answer = signed_in(Client(), house.coordinator).post(
        f"/{house.partnership.slug}/recommendations/{one.reference}/look/",
        {"effect": "no_change", "what_was_seen": "Nothing yet", "part": "12", "seen": one.version},
    )
    assert "out of how many" in answer.content.decode()
