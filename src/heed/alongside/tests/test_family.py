"""The child's and family's part: thought of when it is decided, one record from there on."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.alongside import operations, queries
from heed.alongside.models import FamilySupport
from heed.decisions.tests.factories import address, filled, make_decided, make_waiting
from heed.partnership.models import Person
from heed.refusals import NotNow
from heed.reviews import operations as reviews
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def test_no_review_is_decided_on_without_the_familys_part_or_the_reason(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    page = address(decision.case)
    signed_in(client, house.chair)
    silent = client.post(page, filled(decision, support=[], family=""))
    assert silent.status_code == 409
    assert "say why they are not offered a part" in silent.content.decode()
    gap = client.post(page, filled(decision, support=["not_now"], family_not_offered=""))
    assert "Say why, in a sentence" in gap.content.decode()
    why = "Their solicitor asks us to wait until the hearing in March."
    given = filled(decision, support=["not_now"], family_not_offered=why)
    assert client.post(page, given).status_code == 302
    record = client.get(address(decision.case, "record/1/")).content.decode()
    assert why in record


def test_what_is_offered_is_asked_once_and_goes_with_the_case(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_decided(
        house, support=["interpreter", "travel"], family="The school nurse asks them on Monday."
    ).case
    case.refresh_from_db()
    review = reviews.open_review(case, by=house.coordinator)
    signed_in(client, house.coordinator)
    scope = f"/{house.partnership.slug}/reviews/{case.reference}/scope/family/"
    shown = client.get(scope).content.decode()
    assert shown.count("checked") == 2
    assert "The school nurse asks them on Monday." in shown
    client.post(
        scope,
        {"ways": ["conversation"], "support": ["advocate"], "note": "", "seen": review.version},
    )
    assert FamilySupport.objects.get(case=case).support == ["advocate"]


def test_it_refuses_nothing_at_all(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_waiting(house).case
    with pytest.raises(NotNow, match="not offered a part"):
        operations.support_family(case, by=house.coordinator, support=["not_now"])
    assert not queries.family(case).thought_of
