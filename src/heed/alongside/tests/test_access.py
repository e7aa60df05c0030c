"""Who may read what runs alongside: both shapes of each rule, in two partnerships."""

from datetime import timedelta
from typing import Any

from heed import clock
from heed.alongside import operations
from heed.alongside.access import READ, READ_REQUEST
from heed.alongside.states import Way
from heed.alongside.tests.factories import make_case, make_complaint, make_process, make_request
from heed.doors import allows
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import make_item, make_meeting
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def with_everything(house: House, case: Case) -> list[Any]:
    return [
        case,
        make_process(house, case),
        make_request(house, case),
        make_request(house, case, way=Way.TO_US),
        make_complaint(house, case),
        make_complaint(house, case, owner=house.facilitator, concerns=[house.chair]),
    ]


def personal_interest(house: House, case: Case, person: Person) -> None:
    item = make_item(house, meeting=make_meeting(house), case=case)
    meetings.declare_interest(item, by=person, kind=InterestKind.PERSONAL)


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things: list[Any] = []
    people = [*here.people, *there.people]
    for house in two_partnerships:
        plain, restricted, shut, interest = (make_case(house) for _ in range(4))
        things += [house.partnership, make_request(house)]
        for case in (plain, restricted, shut, interest):
            things += with_everything(house, case)
        about = next(one for one in things if getattr(one, "case_id", None) == plain.pk)
        assert about.case == plain
        asked = make_request(house, plain)
        operations.invite_guest(
            asked,
            by=house.coordinator,
            name="Osian Pritchard",
            email="osian.pritchard@westerleigh.example",
            until=clock.today() + timedelta(days=9),
        )
        things.append(asked)
        partnership.restrict(restricted, by=house.coordinator, keep=[house.chair])
        for person in (house.member, house.facilitator):
            partnership.shut_out(shut, by=house.coordinator, person=person, reason="A relative.")
        personal_interest(house, interest, house.chair)
        personal_interest(house, interest, house.member)
    people.append(Person.objects.get(email="osian.pritchard@westerleigh.example"))
    assert_shapes_agree("alongside", things, people)


def test_a_personal_interest_closes_all_of_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    things = with_everything(house, case)
    personal_interest(house, case, house.member)
    member = Person.objects.get(pk=house.member.pk)
    assert not allows(member, READ, things[1])
    assert not allows(member, READ_REQUEST, things[2])
    other = Person.objects.get(pk=house.scrutineer.pk)
    assert allows(other, READ, things[1])
    assert allows(other, READ_REQUEST, things[2])
