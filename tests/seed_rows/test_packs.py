"""Rows on what a partnership says of its own way of working."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.decisions.tests.factories import make_waiting
from heed.learning_events.tests.factories import make_planned
from heed.partnership.models import Person
from heed.pathways import operations
from heed.pathways.queries import drafted
from tests.seed_rows.conftest import Open, Read

SignIn = Callable[[Client, Person], Client]


@pytest.mark.parametrize("pack", ["cornwall", "plymouth"])
def test_s0_4_why_this_is_done_stands_on_every_step(house_of: Open, read: Read, pack: str) -> None:
    """Learning-not-blaming shown at every step: from the referral to the library."""
    house = house_of(pack)
    case = make_waiting(house).case
    event = make_planned(house)
    for address in (
        "referrals/start/",
        "referrals/",
        f"decisions/{case.reference}/",
        f"reviews/{case.reference}/",
        f"reviews/{event.reference}/event/",
        "recommendations/",
        "learning/",
    ):
        assert "Learning, not blaming" in read(house, house.coordinator, address), address


def test_s1_4_the_coordinator_gives_a_review_its_name(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Local route name configurable: written in a draft, tried on an invented case, put in force,
    and then on the page of routes."""
    house = house_of("england")
    client = signed_in(Client(), house.coordinator)
    settings = f"/{house.partnership.slug}/settings/way-of-working/"
    form = client.get(f"{settings}change/routes.lfer/").context["form"]
    said = {n: "" if form[n].value() is None else form[n].value() for n in form.fields}
    said |= {"name": "Look-together review", "offered": "yes", "must_follow": "no", "seen": "0"}
    kept = client.post(f"{settings}change/routes.lfer/", said)
    assert kept.status_code == 302, kept.context["form"].errors
    assert "Look-together review" not in read(house, house.coordinator, "decisions/routes/")
    draft = drafted(house.partnership).draft
    assert draft
    assert client.post(f"{settings}rehearsal/", {"seen": draft.version}).status_code == 302
    draft.refresh_from_db()
    operations.put_in_force(
        draft, by=house.coordinator, why="Agreed by the group.", seen=draft.version
    )
    assert "Look-together review" in read(house, house.coordinator, "decisions/routes/")


def test_s2_20_whoever_looks_for_the_former_name_finds_the_review(
    house_of: Open, read: Read
) -> None:
    """Legacy SCR naming: the page of routes says what each was called before."""
    house = house_of("bexley")
    page = read(house, house.coordinator, "decisions/routes/")
    ours = page.split("Local child safeguarding practice review<")[1][:600]
    assert "Formerly: Serious Case Review (SCR)" in ours
    assert "domestic abuse related death review (DARDR)" in page
