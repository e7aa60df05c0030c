"""Who may read meetings and what is on them: both shapes of the rule, in two partnerships."""

from typing import Any

from heed.doors import allows
from heed.meetings import operations, queries
from heed.meetings.access import READ, READ_ITEM
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import make_case, make_item, make_meeting, seat
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def again(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things: list[Any] = []
    for house in two_partnerships:
        review = make_meeting(house)
        working = make_meeting(house, group=house.working_group)
        restricted, shut, plain, handed = (make_case(house) for _ in range(4))
        partnership.restrict(restricted, by=house.coordinator, keep=[house.chair])
        for person in (house.member, house.owner):
            partnership.shut_out(shut, by=house.coordinator, person=person, reason="A relative.")
        for case in (restricted, shut, plain):
            things += [make_item(house, meeting=review, case=case)]
        for case in (restricted, shut, handed):
            case.refresh_from_db()
            things += [make_item(house, meeting=working, case=case)]
        things += [review, working, *review.items.all(), house.group, house.working_group]
    assert_shapes_agree("meetings", things, [*here.people, *there.people])


def test_the_group_and_the_unit_read_a_meeting_and_nobody_else(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    meeting = make_meeting(here)
    readers = {p for p in [*here.people, *there.people] if allows(p, READ, meeting)}
    assert readers == {here.coordinator, here.scrutineer, here.chair, here.member}


def test_a_restricted_case_is_not_on_the_agenda_for_those_not_named(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    item = make_item(house, meeting=meeting)
    assert item.case
    partnership.restrict(item.case, by=house.coordinator, keep=[house.chair])
    on = {
        p: item in [line.item for line in queries.agenda(again(p), meeting)] for p in house.people
    }
    assert {p for p, seen in on.items() if seen} == {house.coordinator, house.chair}


def test_a_deputy_in_the_chair_keeps_the_meeting(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    deputy = partnership.add_person(
        house.partnership, by=None, email="deputy@unit.example", name="Deputy"
    )
    partnership.give_part(
        house.partnership,
        by=None,
        person=house.chair,
        kind=PartKind.CHAIR,
        group=house.group,
        deputy=deputy,
    )
    meeting = make_meeting(house)
    operations.open_meeting(meeting, by=deputy, seen=meeting.version)
    assert [one.person for one in queries.members(house.group)][1] == deputy


def test_a_working_group_is_told_of_a_case_by_reference_when_it_is_handed_one(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    other = seat(house, "Nadia Farouk", group=house.working_group)
    item = make_item(house, meeting=make_meeting(house, group=house.working_group))
    elsewhere = make_item(house, meeting=make_meeting(house))
    assert allows(other, READ_ITEM, item)
    assert not allows(other, READ_ITEM, elsewhere)


def test_whoever_leaves_sees_that_they_leave(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    item = make_item(house, meeting=meeting)
    operations.declare_interest(item, by=house.member, kind=InterestKind.PERSONAL)
    line = next(one for one in queries.agenda(house.member, meeting) if one.item == item)
    assert line.leaves
    assert not [one for one in queries.agenda(house.chair, meeting) if one.leaves]
