"""The promise of *bring it*: what an agency wrote stays with the agency."""

import pytest

from heed.doors import allows
from heed.partnership import operations as partnership
from heed.partnership.access import SEE_CASE
from heed.partnership.states import PartKind
from heed.referrals.access import READ as READ_REFERRAL
from heed.returns.access import KNOW, READ, readable
from heed.returns.models import AgencyReturn
from heed.returns.tests.factories import make_asked, make_begun, make_prepared
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


@pytest.mark.parametrize("sharing", ["bring", "facilitator", "collate"])
def test_both_shapes_agree(two_partnerships: Houses, sharing: str) -> None:
    things = []
    for house in two_partnerships:
        restricted, shut = make_prepared(house), make_prepared(house)
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.facilitator])
        partnership.shut_out(shut.case, by=house.coordinator, person=house.manager, reason="Kin.")
        things += [restricted, shut, make_asked(house), make_begun(house), make_prepared(house)]
    AgencyReturn.objects.update(sharing=sharing)
    assert_shapes_agree("returns", things, [p for h in two_partnerships for p in h.people])


def test_brought_returns_are_read_by_the_agency_alone(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    given = make_prepared(here)
    assert given.sharing == "bring"
    readers = [p for p in [*here.people, *there.people] if readable(p).filter(pk=given.pk).exists()]
    assert readers == [here.manager]
    assert allows(here.coordinator, KNOW, given)


def test_shared_returns_reach_the_facilitator_only_once_they_are_ready(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    given.sharing = "facilitator"
    given.save()
    assert not allows(house.facilitator, READ, given)
    from heed.returns import operations

    operations.mark_prepared(given, by=house.manager, seen=given.version)
    assert allows(house.facilitator, READ, given)
    assert not allows(house.coordinator, READ, given)


def test_who_prepares_a_return_sees_the_return_and_not_the_case(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    referral = given.case.referral
    assert referral.referred_by == house.manager
    assert not allows(house.manager, SEE_CASE, given.case)
    other = AgencyReturn.objects.get(case=given.case, agency=house.other_agency)
    partnership.name_on_case(
        given.case,
        by=house.coordinator,
        person=house.neighbour,
        kind=PartKind.MANAGER,
        agency=house.other_agency,
    )
    assert allows(house.neighbour, READ, other)
    assert not allows(house.neighbour, SEE_CASE, given.case)
    assert not allows(house.neighbour, READ_REFERRAL, referral)
