"""Who may plan, know of and hear about an event: both shapes, restricted, shut out, next door."""

from heed.doors import allows
from heed.learning_events import operations, queries
from heed.learning_events.access import PLAN, READ, READ_NOTES, readable, readable_notes
from heed.learning_events.models import EventNote, LearningEvent
from heed.learning_events.states import PARKED
from heed.learning_events.tests.factories import make_held, make_invited, make_planned
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def fresh(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def with_practitioner(house: House, event: LearningEvent) -> LearningEvent:
    operations.add_guest(event, by=house.facilitator, person=house.practitioner)
    operations.invite(event, by=house.facilitator)
    return event


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    things: list[LearningEvent | EventNote] = []
    for house in two_partnerships:
        restricted = with_practitioner(house, make_invited(house))
        shut = with_practitioner(house, make_planned(house))
        cancelled = with_practitioner(house, make_planned(house))
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.facilitator])
        for person in (house.practitioner, house.member):
            partnership.shut_out(shut.case, by=house.coordinator, person=person, reason="Kin.")
        operations.cancel_event(
            cancelled, by=house.facilitator, seen=cancelled.version, why="Snow."
        )
        things += [restricted, shut, cancelled, make_planned(house), make_held(house)]
        for event in (shut, restricted):
            operations.write_notes(
                event, by=house.facilitator, texts={"concern": "Said", PARKED: "Aside"}, seen={}
            )
    things += EventNote.objects.all()
    everyone = [person for house in two_partnerships for person in house.people]
    assert_shapes_agree("learning_events", things, everyone)


def test_an_event_is_planned_by_the_facilitator_and_the_coordinator_alone(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    event = make_planned(here)
    planners = {p for p in [*here.people, *there.people] if allows(fresh(p), PLAN, event)}
    assert planners == {here.facilitator, here.coordinator}


def test_nothing_is_known_of_it_next_door(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    make_held(here)
    for person in there.people:
        assert not readable(fresh(person)).exists()
        assert not readable_notes(fresh(person)).exists()
        assert not queries.coming_up(fresh(person), here.partnership).exists()


def test_somebody_invited_knows_the_day_and_nothing_that_was_said(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    assert not allows(fresh(house.practitioner), READ, event)
    with_practitioner(house, event)
    assert allows(fresh(house.practitioner), READ, event)
    assert not allows(fresh(house.practitioner), READ_NOTES, event)


def test_an_invitation_opens_no_restricted_case(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = with_practitioner(house, make_planned(house))
    partnership.restrict(event.case, by=house.coordinator, keep=[house.facilitator])
    event = LearningEvent.objects.get(pk=event.pk)
    assert not allows(fresh(house.practitioner), READ, event)
    assert not readable(fresh(house.practitioner)).exists()


def test_the_deciding_group_hears_what_was_said_once_it_was_held_and_nothing_parked(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    ahead = make_planned(house)
    operations.write_notes(ahead, by=house.facilitator, texts={"concern": "Early"}, seen={})
    make_held(house)
    assert {n.prompt for n in readable_notes(fresh(house.chair))} == {"worked_well"}
    assert {n.prompt for n in readable_notes(fresh(house.coordinator))} == {
        "concern",
        "worked_well",
        PARKED,
    }
    for person in (house.manager, house.scrutineer, house.executive, house.practitioner):
        assert not readable_notes(fresh(person)).exists()


def test_somebody_shut_out_knows_nothing_of_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    partnership.shut_out(event.case, by=house.coordinator, person=house.manager, reason="Kin.")
    assert not allows(fresh(house.manager), READ, event)
    assert not readable(fresh(house.manager)).exists()
