"""One child, referred twice: pointed out to the coordinator, and to nobody else."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from heed.referrals import operations, queries
from heed.referrals.likeness import Known, alike, slip
from heed.referrals.models import Referral
from heed.referrals.tests.factories import make_draft
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
BORN = date(2019, 4, 3)


@pytest.mark.parametrize(
    ("names", "born_on", "why"),
    [
        (("Zofia Wrześniewska",), BORN, "The same name, and the same date of birth"),
        (("ZOFIA  Wrzesniewska",), BORN, "The same name, and the same date of birth"),
        (("Wrześniewska, Zofia",), BORN, "The same name, and the same date of birth"),
        (("Zophia Wrzesnievska",), BORN, "A near spelling of the name, and the same"),
        (("Zofia Hollis",), BORN, "Part of the name is the same, and the same"),
        (("Zofia Wrzesniewska",), date(2019, 3, 4), "one slip away"),
        (("Zofia Wrzesniewska",), date(2018, 4, 3), "one slip away"),
        (("Zofia Wrzesniewska",), None, "a date of birth is not known"),
        (("Zofia Wrzesniewska",), date(2011, 9, 28), "with another date of birth"),
        (("Zosia Hollis", "Zofia Wrześniewska"), BORN, "The same name"),
        (("Zofia Hollis",), None, ""),
        (("Zophia Wrzesnievska",), date(2011, 9, 28), ""),
        (("Ade Bankole",), BORN, ""),
        (("", "…"), BORN, ""),
    ],
)
def test_spelling_order_and_slips_of_a_date(
    names: tuple[str, ...], born_on: date | None, why: str
) -> None:
    said = alike(Known(("Zofia Wrześniewska",), BORN), Known(names, born_on))
    assert (why in said) if why else (said == "")
    assert said == alike(Known(names, born_on), Known(("Zofia Wrześniewska",), BORN))


def test_two_slips_are_not_one() -> None:
    assert slip(date(2019, 4, 3), date(2019, 3, 4))
    assert not slip(date(2019, 4, 3), date(2018, 5, 3))


def make_about(house: House, by: Person, name: str, born_on: date | None = BORN) -> Referral:
    """A sent referral about one child with this name."""
    draft = make_draft(house, by=by, about="child")
    operations.change_subject(draft.case.concerns.get(), by=by, name=name, born_on=born_on)
    return operations.send_referral(draft, by=by, seen=draft.version)


def test_the_coordinator_is_told_across_agencies(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    first = make_about(house, house.manager, "Zofia Wrześniewska")
    make_about(house, house.manager, "Ade Bankole", date(2015, 1, 1))
    again = make_about(house, house.neighbour, "Zophia Wrzesnievska", date(2019, 3, 4))
    found = queries.possible_duplicates(house.coordinator, again)
    assert [(case.reference, "slip" in why) for case, why in found] == [(first.reference, True)]


def test_what_the_coordinator_may_not_know_of_is_not_pointed_out(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    restricted, shut = (make_about(here, here.manager, "Zofia Wrześniewska") for _ in range(2))
    make_draft(here, by=here.manager)
    make_about(there, there.manager, "Zofia Wrześniewska")
    again = make_about(here, here.neighbour, "Zofia Wrześniewska")
    other = partnership.add_person(
        here.partnership, by=None, email="second@unit.example", name="Second"
    )
    partnership.give_part(here.partnership, by=None, person=other, kind=PartKind.COORDINATOR)
    partnership.restrict(restricted.case, by=here.coordinator, keep=[here.chair])
    partnership.shut_out(shut.case, by=here.coordinator, person=other, reason="A relative.")
    assert queries.possible_duplicates(other, again) == []


def test_it_stands_on_the_triage_page_and_names_nobody(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    first = make_about(house, house.manager, "Zofia Wrześniewska")
    again = make_about(house, house.neighbour, "Zofia Wrzesniewska")
    url = f"/{house.partnership.slug}/decisions/{again.reference}/triage/"
    shown = signed_in(Client(), house.coordinator).get(url).content.decode()
    assert "We may know this child already" in shown
    assert first.reference in shown
    assert "Zofia" not in shown


def test_a_referrer_never_learns_that_a_record_exists(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    first = make_about(house, house.manager, "Zofia Wrześniewska")
    again = make_about(house, house.neighbour, "Zofia Wrześniewska")
    client = signed_in(Client(), house.neighbour)
    for page in ("", "sent/"):
        url = f"/{house.partnership.slug}/referrals/{again.reference}/{page}"
        shown = client.get(url).content.decode()
        assert first.reference not in shown
        assert "already" not in shown
    assert queries.possible_duplicates(house.neighbour, again) == []
