"""Who may read a referral: both shapes, two partnerships, restricted, shut out."""

from heed.doors import allows
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import make_item, make_meeting
from heed.partnership import operations as partnership
from heed.partnership.states import PartKind
from heed.referrals import operations
from heed.referrals.access import READ, readable
from heed.referrals.tests.factories import make_draft, make_sent
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things = []
    for house in two_partnerships:
        restricted, shut, withdrawn, asked = (make_sent(house) for _ in range(4))
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.chair])
        partnership.shut_out(
            shut.case, by=house.coordinator, person=house.member, reason="A relative."
        )
        operations.withdraw_referral(
            withdrawn, by=house.manager, seen=withdrawn.version, reason="Done."
        )
        operations.ask_more(asked, by=house.coordinator, seen=asked.version, question="Who?")
        things += [make_draft(house), make_sent(house), restricted, shut, withdrawn, asked]
    assert_shapes_agree("referrals", things, [*here.people, *there.people])


def test_a_draft_is_its_writers_alone(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    draft = make_draft(here)
    readers = [p for p in [*here.people, *there.people] if readable(p).filter(pk=draft.pk).exists()]
    assert readers == [here.manager]


def test_nothing_is_seen_from_the_other_partnership(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    sent = make_sent(here)
    assert not [p for p in there.people if allows(p, READ, sent)]


def test_a_restricted_case_is_seen_by_those_named_and_not_by_the_unit(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    other = partnership.add_person(
        house.partnership, by=None, email="second@unit.example", name="Second"
    )
    partnership.give_part(house.partnership, by=None, person=other, kind=PartKind.COORDINATOR)
    assert allows(other, READ, sent)
    partnership.restrict(sent.case, by=house.coordinator, keep=[house.chair])
    sent.case.refresh_from_db()
    assert not allows(other, READ, sent)
    assert allows(house.chair, READ, sent)
    assert allows(house.coordinator, READ, sent)


def test_somebody_shut_out_knows_nothing_of_it_whatever_their_part(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    partnership.shut_out(
        sent.case, by=house.coordinator, person=house.chair, reason="Knows the family."
    )
    assert not allows(house.chair, READ, sent)
    assert not readable(house.chair).exists()


def test_a_personal_interest_closes_it_to_all_but_whoever_wrote_it(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    item = make_item(house, case=sent.case, meeting=make_meeting(house))
    for person in (house.member, house.manager):
        meetings.declare_interest(
            item, by=house.coordinator, person=person, kind=InterestKind.PERSONAL
        )
    assert not allows(house.member, READ, sent)
    assert allows(house.manager, READ, sent)
    assert allows(house.chair, READ, sent)
    assert_shapes_agree("referrals", [sent], house.people)
