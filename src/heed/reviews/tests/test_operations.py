"""Opening, scoping and timing a review."""

from datetime import timedelta
from typing import Any

import pytest

from heed import clock
from heed.partnership import operations as partnership
from heed.partnership.states import About, Stage
from heed.pathways import clocks
from heed.refusals import NotAllowed, NotNow, OutOfDate
from heed.reviews import operations
from heed.reviews.states import ReviewState
from heed.reviews.tests.factories import make_opened, make_scoped
from tests.houses import House

Houses = tuple[House, House]


def test_opening_gives_the_pack_s_target_dates_and_no_deadline(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    found = {t.clock: t for t in review.targets.all()}
    assert found["scope"].due == clocks.add_working_days(clock.today(), 10)
    assert not [t for t in found.values() if t.deadline]
    assert review.case.target == found["scope"].due
    assert review.sharing == "bring"


def test_a_review_is_opened_once(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    with pytest.raises(NotNow):
        operations.open_review(review.case, by=two_partnerships[0].coordinator)


def test_a_pseudonym_may_not_hold_a_registered_name(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    subject = review.case.concerns.get()
    with pytest.raises(NotNow, match="identity register"):
        operations.know_as(
            review, by=two_partnerships[0].coordinator, names={subject.pk: ("nazanin", "")}
        )


def test_a_pseudonym_may_be_a_month_in_which_somebody_was_born(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    review = make_opened(house)
    subject = review.case.concerns.get()
    partnership.register_names(
        review.case,
        by=house.coordinator,
        concerns=subject,
        names=[{"kind": "date of death", "text": "2 April 2026"}],
    )
    operations.know_as(review, by=house.coordinator, names={subject.pk: ("April", "")})
    assert review.case.known_as == "April"


def test_the_scope_is_agreed_only_when_all_of_it_is_settled(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    by = two_partnerships[0].coordinator
    with pytest.raises(NotNow, match="privacy"):
        operations.agree_scope(review, by=by, seen=review.version, because="There is no time.")
    subject = review.case.concerns.get()
    operations.know_as(review, by=by, names={subject.pk: ("Wren", "")})
    with pytest.raises(NotNow, match="say why"):
        operations.agree_scope(review, by=by, seen=review.version)
    operations.agree_scope(review, by=by, seen=review.version, because="The trial is next week.")
    assert review.state == ReviewState.UNDER_WAY


def test_not_offering_the_family_a_part_needs_a_reason(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    by = two_partnerships[0].coordinator
    with pytest.raises(NotNow, match="why"):
        operations.plan_family(review, by=by, seen=review.version, ways=[])
    operations.plan_family(
        review, by=by, seen=review.version, ways=[], not_offered="A trial is near."
    )
    assert review.family_planned


def test_an_agreed_scope_moves_the_case_on(two_partnerships: Houses) -> None:
    review = make_scoped(two_partnerships[0])
    assert review.state == ReviewState.UNDER_WAY
    assert review.case.stage == Stage.RETURNS
    assert review.case.known_as == "Wren"
    assert review.targets.get(clock="scope").met_on == clock.today()


def test_a_review_of_nobody_by_name_needs_no_pseudonym(two_partnerships: Houses) -> None:
    assert make_scoped(two_partnerships[0], about=About.NOBODY).state == ReviewState.UNDER_WAY


def test_of_two_who_set_the_focus_only_one_wins(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    day = clock.today()
    values: dict[str, Any] = {
        "focus_from": day - timedelta(days=90),
        "focus_to": day,
        "lines": ["Why?"],
    }
    seen = review.version
    operations.set_focus(review, by=two_partnerships[0].coordinator, seen=seen, **values)
    with pytest.raises(OutOfDate):
        operations.set_focus(review, by=two_partnerships[0].facilitator, seen=seen, **values)


def test_a_member_cannot_settle_the_scope(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    with pytest.raises(NotAllowed):
        operations.plan_family(review, by=two_partnerships[0].member, seen=1, ways=["conversation"])
