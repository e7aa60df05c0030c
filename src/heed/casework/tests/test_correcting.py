"""A wrong record can be put right, and history keeps that it happened."""

import pytest

from heed.history import operations as history
from heed.partnership import operations
from heed.partnership.states import Stage
from heed.recommendations import operations as recommendations
from heed.referrals import operations as referrals
from heed.referrals.tests.factories import NAME, make_draft, make_sent
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]


def test_two_records_that_are_one_are_merged(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    one, other = make_sent(house).case, make_sent(house).case
    operations.merge_cases(one, by=house.coordinator, into=other, why="Same child, same week.")
    assert one.stage == Stage.MERGED
    assert one.merged_into == other
    assert other.concerns.count() == 2
    assert [line.text for line in other.register.all()] == [NAME, NAME]
    assert "Merged into" in history.timeline(one.reference)[0].sentence
    assert one.reference in history.timeline(other.reference)[0].sentence


def test_a_case_is_not_merged_across_partnerships(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    with pytest.raises(NotAllowed):
        operations.merge_cases(
            make_sent(here).case, by=here.coordinator, into=make_sent(there).case, why="x"
        )


def test_one_record_that_is_two_is_split(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house, about="children")
    referrals.add_subject(
        draft, by=house.manager, name="Idris Birdwhistle", age_band="1 to 3 years"
    )
    case = referrals.send_referral(draft, by=house.manager, seen=draft.version).case
    moving = list(case.concerns.all())[1:]
    second = operations.split_case(case, by=house.coordinator, subjects=moving, why="Two events.")
    assert second.stage == case.stage
    assert second.incident == case.incident
    assert [line.text for line in second.register.all()] == ["Idris Birdwhistle"]
    with pytest.raises(NotNow, match="leave at least one"):
        operations.split_case(
            case, by=house.coordinator, subjects=list(case.concerns.all()), why="All of them."
        )


def test_a_partnership_can_begin_with_actions_alone(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    one = recommendations.bring_in(
        house.partnership, by=house.coordinator, text="Name two ways to reach every family"
    )
    recommendations.route(one, by=house.coordinator, seen=one.version, group=house.working_group)
    assert one.case.about == "nobody"
    assert not one.case.register.exists()
