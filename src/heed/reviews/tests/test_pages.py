"""The pages of scoping: served, refused, and what bad input gets."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.partnership.models import Person
from heed.reviews.models import Review
from heed.reviews.tests.factories import make_opened, make_scoped
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
PAGES = ["scope/", "scope/known-as/", "scope/focus/", "scope/family/", "scope/agencies/"]


def address(review: Review, slug: str) -> str:
    return f"/{review.case.partnership.slug}/reviews/{review.reference}/{slug}"


@pytest.mark.parametrize("slug", [*PAGES, "pause/"])
def test_each_page_is_served_and_refused(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, slug: str
) -> None:
    here, there = two_partnerships
    review = make_scoped(here)
    client = signed_in(Client(), here.coordinator)
    with statements() as made:
        assert client.get(address(review, slug)).status_code == 200
    made.at_most(14)
    assert signed_in(Client(), there.coordinator).get(address(review, slug)).status_code == 404
    assert signed_in(Client(), here.manager).get(address(review, slug)).status_code == 404
    assert signed_in(Client(), here.member).get(address(review, slug)).status_code == 403
    assert Client().get(address(review, slug)).status_code == 302


def test_a_period_that_ends_before_it_begins_is_explained(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    review = make_opened(two_partnerships[0])
    client = signed_in(Client(), two_partnerships[0].coordinator)
    answer = client.post(
        address(review, "scope/focus/"),
        {"seen": review.version, "focus_from": "3/4/2026", "focus_to": "3 Apr 25", "lines": "Why?"},
    )
    assert "ends before it begins" in answer.content.decode()
    assert "3 Apr 25" in answer.content.decode()


def test_a_pseudonym_too_like_the_name_is_answered_beside_the_field(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    review = make_opened(two_partnerships[0])
    subject = review.case.concerns.get()
    answer = signed_in(Client(), two_partnerships[0].coordinator).post(
        address(review, "scope/known-as/"),
        {f"name_{subject.pk}": "Birdwhistle", f"words_{subject.pk}": ""},
    )
    assert answer.status_code == 200
    assert "shares nothing with the real one" in answer.content.decode()
