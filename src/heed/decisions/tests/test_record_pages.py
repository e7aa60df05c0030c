"""The pages of a record: who may read it, its editions, positions, and the log."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.decisions.models import Decision
from heed.decisions.tests.factories import (
    REASONS,
    address,
    filled,
    make_decided,
)
from heed.history.models import Entry
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
YES = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}


@pytest.mark.parametrize("slug", ["", "json/", "reopen/"])
def test_the_pages_of_a_record(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    case = make_decided(here).case
    url = address(case, f"record/1/{slug}")
    assert signed_in(client, here.chair).get(url).status_code == 200
    for person in (there.coordinator, here.neighbour):
        assert signed_in(Client(), person).get(url).status_code == 404


def test_a_correction_shows_both_editions(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    signed_in(client, house.chair)
    url = address(decision.case, "record/1/")
    client.post(f"{url}reopen/", {"why": "A date was wrong.", "seen": decision.version})
    decision.refresh_from_db()
    client.post(address(decision.case), filled(decision, reasons="Said better."))
    latest, first = client.get(url).content.decode(), client.get(f"{url}?edition=1")
    assert "Said better." in latest
    assert "A date was wrong." in latest
    assert REASONS in first.content.decode()
    assert client.get(f"{url}?edition=9").status_code == 404
    assert client.get(f"{url}json/").json()["reasons"] == "Said better."


def test_whoever_has_a_personal_interest_cannot_open_the_papers(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    assert decision.item
    meetings.declare_interest(decision.item, by=house.member, kind=InterestKind.PERSONAL)
    signed_in(client, house.member)
    for slug in ("", "record/1/", "record/1/json/"):
        assert client.get(address(decision.case, slug)).status_code == 404
    assert (
        decision.reference
        not in client.get(f"/{house.partnership.slug}/decisions/").content.decode()
    )
    assert (
        client.get(f"/{house.partnership.slug}/referrals/{decision.reference}/").status_code == 404
    )


def test_a_partner_answers_on_one_screen(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house, route="lcspr")
    url = address(decision.case, "record/1/")
    signed_in(client, house.executive)
    assert client.get(f"{url}position/").status_code == 404
    chair = signed_in(Client(), house.chair)
    assert chair.post(f"{url}ask-partners/").status_code == 302
    assert client.get(f"{url}position/").status_code == 200
    blank = client.post(f"{url}position/", {"view": "differs", "differs_why": ""})
    assert "Say what is seen differently" in blank.content.decode()
    client.post(f"{url}position/", {"view": "agrees"})
    assert decision.positions.get().person == house.executive
    assert "Agrees" in client.get(url).content.decode()
    coordinator = signed_in(Client(), house.coordinator)
    asked = coordinator.get(f"{url}position/").content.decode()
    assert "Where do they stand?" in asked
    coordinator.post(
        f"{url}position/",
        {"name": "The chief constable", "view": "asks", "asks_what": "Who speaks for health?",
         "means": "telephone", "happened_on": "today"},
    )  # fmt: skip
    coordinator.post(
        f"{url}position/",
        {"name": "The chief constable", "view": "asks", "asks_what": "Who speaks for health?",
         "means": "telephone", "happened_on": "1 March 2026"},
    )  # fmt: skip
    assert decision.positions.get(person=None).words == "Who speaks for health?"


@pytest.mark.parametrize("rows", [1, 30])
def test_the_log_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    one = make_decided(house)
    for number in range(2, rows + 1):
        Decision.objects.create(
            case=one.case, group=house.group, number=number, state="recorded", route="lfer"
        )
    signed_in(client, house.member)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/decisions/")
    assert len(made) == 8, "\n".join(made)


def test_a_restricted_case_is_in_nobodys_log_but_theirs_who_are_named(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    partnership.restrict(decision.case, by=house.coordinator, keep=[house.chair])
    log = f"/{house.partnership.slug}/decisions/"
    assert decision.reference in signed_in(client, house.chair).get(log).content.decode()
    for person in (house.member, house.scrutineer, house.manager):
        assert decision.reference not in signed_in(Client(), person).get(log).content.decode()


def test_opening_a_record_is_kept_in_history(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    signed_in(client, house.member).get(address(decision.case, "record/1/"))
    assert Entry.objects.filter(verb="opened", person_id=house.member.pk).count() == 1
