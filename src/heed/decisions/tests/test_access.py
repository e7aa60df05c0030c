"""Who may read a decision: both shapes of the rule, in two partnerships, restricted, shut out."""

from typing import Any

from heed.decisions import operations
from heed.decisions.access import READ, READ_CHECK
from heed.decisions.tests.factories import make_decided, make_waiting
from heed.doors import allows
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things: list[Any] = []
    for house in two_partnerships:
        draft, recorded = make_waiting(house), make_decided(house)
        restricted, shut, interest = (make_decided(house) for _ in range(3))
        reopened, closed_draft = make_decided(house), make_waiting(house)
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.chair])
        partnership.restrict(closed_draft.case, by=house.coordinator, keep=[house.manager])
        partnership.shut_out(
            shut.case, by=house.coordinator, person=house.member, reason="A relative."
        )
        assert interest.item
        meetings.declare_interest(interest.item, by=house.member, kind=InterestKind.PERSONAL)
        operations.reopen_decision(
            reopened, by=house.chair, seen=reopened.version, why="A date was wrong."
        )
        found = [draft, recorded, restricted, shut, interest, reopened, closed_draft]
        things += [*found, *(one.case for one in found)]
    assert_shapes_agree("decisions", things, [*here.people, *there.people])


def readers(house: House, decision: Any) -> set[str]:
    return {
        name
        for name, person in vars(house).items()
        if isinstance(person, Person)
        and allows(
            Person.objects.get(pk=person.pk), READ, type(decision).objects.get(pk=decision.pk)
        )
    }


def test_a_draft_is_read_by_the_group_and_a_record_by_all_who_see_the_case(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    group = {"coordinator", "chair", "member", "scrutineer"}
    assert readers(house, make_waiting(house)) == group
    assert readers(house, make_decided(house)) == group


def test_nothing_is_seen_from_the_other_partnership(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    assert readers(there, make_decided(here)) == set()


def test_a_personal_interest_closes_the_record_whatever_the_part(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    assert decision.item
    meetings.declare_interest(decision.item, by=house.chair, kind=InterestKind.PERSONAL)
    assert "chair" not in readers(house, decision)
    assert "member" in readers(house, decision)


def test_the_incident_test_is_read_by_the_group_and_not_by_the_referrer(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    check = operations.check_incident(
        decision.case,
        by=house.coordinator,
        answers={"abuse_or_neglect": "yes", "died_or_seriously_harmed": "no"},
    )
    assert allows(house.member, READ_CHECK, check)
    assert not allows(house.manager, READ_CHECK, check)
    assert not allows(two_partnerships[1].coordinator, READ_CHECK, check)
