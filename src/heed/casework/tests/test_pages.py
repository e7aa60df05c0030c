"""The desk's pages: served, refused, what they cost, and what they never show."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.pathways import operations as pathways
from heed.pathways import packs
from heed.referrals.tests.factories import NAME, make_sent
from heed.returns.tests.factories import CANARY, make_prepared
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.mark.parametrize("slug", ["today", "reviews", "people", "people/invite", "settings"])
def test_the_partnership_s_pages(two_partnerships: Houses, signed_in: SignIn, slug: str) -> None:
    here, there = two_partnerships
    url = f"/{here.partnership.slug}/{slug}/"
    assert signed_in(Client(), here.coordinator).get(url).status_code == 200
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    assert Client().get(url).status_code == 302


@pytest.mark.parametrize("slug", ["", "who/", "who/restrict/", "who/shut-out/", "merge/", "split/"])
def test_a_case_s_pages(two_partnerships: Houses, signed_in: SignIn, slug: str) -> None:
    here, there = two_partnerships
    review = make_scoped(here)
    url = f"/{here.partnership.slug}/reviews/{review.reference}/{slug}"
    assert signed_in(Client(), here.coordinator).get(url).status_code == 200
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    assert signed_in(Client(), here.owner).get(url).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("slug", "number"), [("today", 20), ("reviews", 8)])
def test_the_lists_cost_the_same_for_one_and_for_thirty(
    two_partnerships: Houses,
    signed_in: SignIn,
    statements: Callable,
    slug: str,
    number: int,
    rows: int,
) -> None:
    house = two_partnerships[0]
    for _ in range(rows):
        make_sent(house, about="nobody")
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/{slug}/")
    assert len(made) == number, "\n".join(made)


def test_the_whole_review_stays_within_its_statements(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable
) -> None:
    house = two_partnerships[0]
    given = make_prepared(house)
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        page = client.get(f"/{house.partnership.slug}/reviews/{given.reference}/")
    made.at_most(25)
    assert CANARY not in page.content.decode()
    assert "Birdwhistle" not in page.content.decode()
    assert "Ready to bring" in page.content.decode()


def test_the_desk_says_what_waits(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    client = signed_in(Client(), house.coordinator)
    url = f"/{house.partnership.slug}/today/"
    assert "Nothing needs you today" in client.get(url).content.decode()
    make_sent(house)
    page = client.get(url).content.decode()
    assert "One thing needs you" in page
    assert "Triage this referral" in page
    assert NAME not in page


def test_a_restricted_case_is_absent_for_all_but_those_named(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    other = partnership.add_person(
        house.partnership, by=None, email="second@unit.example", name="Second"
    )
    partnership.give_part(house.partnership, by=None, person=other, kind="coordinator")  # type: ignore[arg-type]
    partnership.restrict(review.case, by=house.coordinator, keep=[])
    for slug in ("today/", "reviews/", "reviews/?which=all&as=csv", "outbox/", "referrals/"):
        page = signed_in(Client(), other).get(f"/{house.partnership.slug}/{slug}").content.decode()
        assert review.reference not in page
        assert "Wren" not in page
    mine = signed_in(Client(), house.coordinator).get(f"/{house.partnership.slug}/reviews/")
    assert review.reference in mine.content.decode()


def test_the_spreadsheet_runs_no_formula(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    review.case.known_as = "=HYPERLINK(1)"
    review.case.save()
    told = signed_in(Client(), house.coordinator).get(f"/{house.partnership.slug}/reviews/?as=csv")
    assert '"\'=HYPERLINK(1)"' in told.content.decode()


def test_an_invitation_goes_at_once_and_its_link_survives_being_opened(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(Client(), house.coordinator).post(
        f"/{house.partnership.slug}/people/invite/",
        {
            "name": "Ayodele Ferreira",
            "email": "ayodele@new.example",
            "agency": house.agency.pk,
            "kind": "manager",
        },
    )
    body = str(mail.outbox[0].body)
    path = next(word for word in body.split() if "/join/" in word).split("8000")[-1]
    visitor = Client()
    for _ in range(2):
        assert visitor.get(path).status_code == 200
    visitor.post(path, {"password": "purple kettle harbour", "again": "purple kettle harbour"})
    person = Person.objects.get(email="ayodele@new.example")
    assert person.check_password("purple kettle harbour")
    assert visitor.get(path).status_code == 410


def test_the_last_coordinator_cannot_leave(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    part = house.coordinator.parts.get(kind="coordinator")
    answer = signed_in(Client(), house.coordinator).post(
        f"/{house.partnership.slug}/people/{part.pk}/end/"
    )
    assert answer.status_code == 409
    assert "last coordinator" in answer.content.decode()


def test_the_front_door_leads_to_the_library_or_to_the_day(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    url = f"/{house.partnership.slug}/"
    assert Client().get(url).headers["Location"].endswith("/learning/")
    assert signed_in(Client(), house.coordinator).get(url).headers["Location"].endswith("/today/")


def test_a_part_that_is_switched_off_is_not_there(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    pack = packs.load("plymouth")
    used = pack.parts.model_copy(update={"referrals": False, "decisions": False})
    pathways.adopt(house.partnership, pack=pack.model_copy(update={"parts": used}), by=None)
    client = signed_in(Client(), house.coordinator)
    assert client.get(f"/{house.partnership.slug}/referrals/").status_code == 404
    today = client.get(f"/{house.partnership.slug}/today/").content.decode()
    assert f'href="/{house.partnership.slug}/referrals/"' not in today
    assert f'href="/{house.partnership.slug}/recommendations/"' in today
