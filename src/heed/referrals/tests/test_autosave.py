"""A question that saves by itself: what the server answers to the page's own posts."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.design import dates
from heed.partnership.marks import MARK, mark_of
from heed.partnership.models import HeldPost, Person
from heed.referrals import operations
from heed.referrals.models import Referral, ReferralAnswer
from heed.referrals.tests.factories import make_draft
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
BY_ITSELF = {"Heed-Autosave": "yes"}
TEXT = "The midwife stayed in touch when the family moved."


@pytest.fixture
def draft(two_partnerships: Houses) -> Referral:
    return make_draft(two_partnerships[0])


def address(draft: Referral) -> str:
    slug = draft.case.partnership.slug
    return f"/{slug}/referrals/{draft.reference}/ask/worked_well/"


def test_it_saves_says_when_and_goes_on_from_there(
    two_partnerships: Houses, draft: Referral, signed_in: SignIn
) -> None:
    client = signed_in(Client(), two_partnerships[0].manager)
    first = client.post(address(draft), {"worked_well": TEXT, "seen": 0}, headers=BY_ITSELF)
    assert first.status_code == 200
    kept = ReferralAnswer.objects.get(question="worked_well")
    assert first.json()["saved"] == dates.time_of_day(kept.answered_at)
    again = client.post(
        address(draft),
        {"worked_well": f"{TEXT} Every week.", "seen": first.json()["seen"]},
        headers=BY_ITSELF,
    )
    assert again.json()["seen"] > first.json()["seen"]
    assert ReferralAnswer.objects.get(question="worked_well").value == f"{TEXT} Every week."


def test_it_overwrites_no_colleague(
    two_partnerships: Houses, draft: Referral, signed_in: SignIn
) -> None:
    manager = two_partnerships[0].manager
    operations.answer(draft, by=manager, question="worked_well", value="What a colleague wrote")
    client = signed_in(Client(), manager)
    answer = client.post(address(draft), {"worked_well": TEXT, "seen": 0}, headers=BY_ITSELF)
    assert answer.status_code == 409
    kept = ReferralAnswer.objects.get(question="worked_well")
    assert kept.value == "What a colleague wrote"


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_is_saved_where_nothing_is_written(
    two_partnerships: Houses, draft: Referral, signed_in: SignIn, typed: str
) -> None:
    client = signed_in(Client(), two_partnerships[0].manager)
    answer = client.post(address(draft), {"worked_well": typed, "seen": 0}, headers=BY_ITSELF)
    assert answer.json() == {"saved": ""}
    assert not ReferralAnswer.objects.filter(question="worked_well").exists()


def test_signed_out_it_is_held_like_any_other_post(
    two_partnerships: Houses, draft: Referral
) -> None:
    manager = two_partnerships[0].manager
    answer = Client().post(
        address(draft),
        {"worked_well": TEXT, "seen": 0, MARK: mark_of(manager)},
        headers=BY_ITSELF,
    )
    assert answer.status_code == 403
    assert HeldPost.objects.get().person == manager


def test_the_page_carries_the_script_and_runs_nothing_inline(
    two_partnerships: Houses, draft: Referral, signed_in: SignIn
) -> None:
    shown = signed_in(Client(), two_partnerships[0].manager).get(address(draft))
    assert "data-autosave" in shown.content.decode()
    assert "referrals/autosave.js" in shown.content.decode()
    assert "script-src 'self'" in shown.headers["Content-Security-Policy"]
