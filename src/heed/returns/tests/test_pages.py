"""The pages of returns: served, refused, what they cost, and what they never show."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.partnership.models import Person
from heed.returns import queries
from heed.returns.models import AgencyReturn
from heed.returns.tests.factories import CANARY, make_asked, make_begun, make_prepared
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def address(given: AgencyReturn, slug: str = "") -> str:
    return f"/{given.case.partnership.slug}/reviews/{given.reference}/returns/{given.pk}/{slug}"


@pytest.mark.parametrize("slug", ["", "child/", "child/share/", "ready/"])
def test_the_agency_s_pages_are_served_to_its_manager_and_to_nobody_else(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, slug: str
) -> None:
    here, there = two_partnerships
    given = make_begun(here)
    client = signed_in(Client(), here.manager)
    with statements() as made:
        assert client.get(address(given, slug)).status_code == 200
    made.at_most(12)
    for person in (
        here.coordinator,
        here.facilitator,
        here.chair,
        here.neighbour,
        there.coordinator,
    ):
        assert signed_in(Client(), person).get(address(given, slug)).status_code == 404


def test_the_unit_sees_that_it_is_ready_and_never_what_it_says(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    given = make_prepared(house)
    client = signed_in(Client(), house.coordinator)
    answer = client.get(
        f"/{house.partnership.slug}/reviews/{given.reference}/returns/"
    ).content.decode()
    assert "Ready to bring" in answer
    assert CANARY not in answer


def test_a_stale_section_shows_both_texts(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    section = next(s for s in queries.sections_of(given) if s.id == "child")
    client = signed_in(Client(), house.manager)
    first = section.questions[0].id
    data = {q.id: "What I wrote" for q in section.questions}
    client.post(
        address(given, "child/"), {**data, first: "Theirs", **{f"seen-{q}": 1 for q in data}}
    )
    answer = client.post(address(given, "child/"), {**data, **{f"seen-{q}": 1 for q in data}})
    assert answer.status_code == 409
    assert "Theirs" in answer.content.decode()
    assert "What I wrote" in answer.content.decode()


@pytest.mark.parametrize("typed", ["x" * 100_000, "‮emit", "👶🏾" * 20, "é" * 40])
def test_odd_text_is_answered_and_kept(
    two_partnerships: Houses, signed_in: SignIn, typed: str
) -> None:
    house = two_partnerships[0]
    given = make_asked(house)
    section = next(s for s in queries.sections_of(given) if s.id == "child")
    answer = signed_in(Client(), house.manager).post(
        address(given, "child/"), {q.id: typed for q in section.questions}
    )
    assert answer.status_code in (200, 302)
    if answer.status_code == 200:
        assert typed[:300] in answer.content.decode()


def test_an_unknown_section_is_not_found(two_partnerships: Houses, signed_in: SignIn) -> None:
    given = make_asked(two_partnerships[0])
    client = signed_in(Client(), two_partnerships[0].manager)
    assert client.get(address(given, "nothing/")).status_code == 404


def test_a_soft_word_is_given_and_stops_nothing(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    section = next(one for one in queries.sections_of(given) if one.id == "child")
    first = next(one for one in section.questions if one.kind == "long")
    client = signed_in(Client(), house.manager)
    kept = queries.answers_in(given, "child")
    blaming = "The mother failed to engage, and DC Alan Whitworth should have rung 07700 900123."
    posted = {name: one.value for name, one in kept.items()} | {first.id: blaming}
    seen = {f"seen-{name}": one.version for name, one in kept.items()}
    answer = client.post(address(given, "child/"), posted | seen)
    assert answer.status_code == 302, "A soft word stops nothing."
    for slug in ("child/", "ready/"):
        said = client.get(address(given, slug)).content.decode()
        assert "“failed to engage”" in said
        assert "“07700 900123”</b> could tell who somebody is" in said
        assert "You can also leave it as it is" in said
