"""What is released to the forum: its members read it, and nothing else of the case."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from heed.briefings import operations, queries
from heed.briefings.states import Item
from heed.briefings.tests.factories import make_released, make_signed_off
from heed.library.access import readable
from heed.meetings.tests.factories import seat
from heed.memory import queries as memory
from heed.partnership.models import Group, Person
from heed.refusals import NotNow
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def forum_of(house: House) -> Group:
    """A forum with somebody from another board."""
    return Group.objects.create(
        partnership=house.partnership, key="forum", name="Learning forum", kind="forum"
    )


def test_the_forum_reads_what_is_released_to_it_and_nothing_else_of_the_case(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    member = seat(here, "Priya Raman", group=forum_of(here))
    made = make_released(here, readers="forum")
    make_released(there, title="A page from elsewhere")
    assert made.briefing
    client = signed_in(Client(), member)
    shown = client.get(f"/{here.partnership.slug}/forum-reading/").content.decode()
    assert made.title in shown
    page = client.get(f"/{here.partnership.slug}/learning/{made.slug}/")
    assert page.status_code == 200
    assert made.briefing.reference not in page.content.decode()
    assert client.get(f"/{here.partnership.slug}/learning/{made.slug}/sheet/").status_code == 200
    case = made.briefing.reference
    for part in (f"reports/{case}/", f"reviews/{case}/", f"cases/{case}/"):
        assert client.get(f"/{here.partnership.slug}/{part}").status_code == 404
    assert memory.search(member, "who else is at home").hits


def test_nobody_else_finds_what_is_released_to_the_forum(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    forum_of(here)
    theirs = seat(there, "Ewan Baird", group=forum_of(there))
    made = make_released(here, readers="forum")
    for person in (here.manager, here.member, here.scrutineer, there.coordinator, theirs):
        client = signed_in(Client(), person)
        address = f"/{here.partnership.slug}/learning/"
        assert client.get(f"{address}{made.slug}/").status_code == 404
        assert made.title not in client.get(address, {"q": "at home"}).content.decode()
        assert client.get(f"/{here.partnership.slug}/forum-reading/").status_code == 404
        assert not memory.search(person, "who else is at home").hits
    assert not readable(AnonymousUser())
    assert not memory.search(None, "who else is at home").hits


def test_both_shapes_agree_for_the_forum(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    member = seat(here, "Priya Raman", group=forum_of(here))
    made = make_released(here, readers="forum")
    things = [made, here.partnership, there.partnership]
    assert_shapes_agree("library", things, [member, *here.people, *there.people])


def test_without_a_forum_nobody_is_offered_to_release_to_one(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_signed_off(here)
    client = signed_in(Client(), here.coordinator)
    address = f"/{here.partnership.slug}/reports/{page.reference}/publish/audience/"
    assert "Only the forum" not in client.get(address).content.decode()
    with pytest.raises(NotNow, match="offered"):
        operations.settle(page, by=here.coordinator, item=Item.AUDIENCE, answer="forum")
    forum_of(here)
    assert "Only the forum" in client.get(address).content.decode()
    operations.settle(page, by=here.coordinator, item=Item.AUDIENCE, answer="forum")
    assert any(one.answer.startswith("Only the forum") for one in queries.checklist(page))


def test_the_reading_list_costs_the_same_for_many(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable[[], Any]
) -> None:
    here, _ = two_partnerships
    member = seat(here, "Priya Raman", group=forum_of(here))
    client, address = signed_in(Client(), member), f"/{here.partnership.slug}/forum-reading/"
    costs = []
    for _ in range(2):
        make_released(here, readers="forum")
        with statements() as made:
            client.get(address)
        costs.append(len(made))
    assert costs[0] == costs[1]
    assert costs[0] <= 12
