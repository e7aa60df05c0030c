"""What changes a learning event, and what it changes on its case."""

from datetime import timedelta

import pytest

from heed import clock
from heed.decisions.states import PauseReason
from heed.history.models import Entry
from heed.learning_events import operations, queries
from heed.learning_events.agenda import AgendaPart
from heed.learning_events.models import LearningEvent
from heed.learning_events.states import PARKED, Answer, EventState
from heed.learning_events.tests.factories import ASIDE, SAID, hours, make_held, make_planned
from heed.partnership.states import Means, Stage
from heed.refusals import NotAllowed, NotNow, OutOfDate
from heed.reviews import operations as reviews
from heed.reviews.dates import operations as dates
from heed.reviews.tests.factories import make_opened, make_scoped
from tests.houses import House

Houses = tuple[House, House]


def test_a_plan_begins_with_the_packs_day_and_the_agencies_contacts(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    assert [part.id for part in event.parts][:2] == ["welcome", "notes"]
    assert event.ground_rules
    assert event.facilitator == house.facilitator
    assert {guest.address for guest in queries.guests(event)} == {
        house.manager.email,
        "head@school.example",
    }


def test_the_case_waits_for_the_day_itself(two_partnerships: Houses) -> None:
    event = make_planned(two_partnerships[0])
    case = event.case
    assert case.stage == Stage.EVENT
    assert case.target == event.begins_at.astimezone(clock.LONDON).date()
    operations.invite(event, by=two_partnerships[0].facilitator)
    case.refresh_from_db()
    assert case.waiting_on == "The learning event"


def test_a_family_that_takes_part_in_the_event_joins_the_packs_part(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    reviews.plan_family(review, by=house.coordinator, seen=review.version, ways=["parts_of_event"])
    event = make_planned(house, review)
    assert [part.id for part in event.family_parts] == ["family_words"]


def test_no_event_before_the_scope_and_no_second_one(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    begins, ends = hours()
    with pytest.raises(NotNow, match="Agree the scope"):
        operations.plan_event(
            make_opened(house), by=house.facilitator, begins_at=begins, ends_at=ends
        )
    event = make_planned(house)
    with pytest.raises(NotNow, match="planned already"):
        operations.plan_event(
            event.case.review, by=house.facilitator, begins_at=begins, ends_at=ends
        )


def test_another_can_be_planned_after_one_was_cancelled(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    operations.cancel_event(event, by=house.facilitator, seen=event.version, why="Snow.")
    assert event.case.waiting_on == "The facilitator, to plan the event"
    again = make_planned(house, event.case.review)
    assert again.pk != event.pk
    assert queries.event_of(event.case) == again


@pytest.mark.parametrize("who", ["manager", "chair", "practitioner", "scrutineer", "executive"])
def test_nobody_else_plans_or_holds_it(two_partnerships: Houses, who: str) -> None:
    house = two_partnerships[0]
    event, person = make_planned(house), getattr(house, who)
    with pytest.raises(NotAllowed):
        operations.set_agenda(
            event, by=person, seen=event.version, parts=[AgendaPart("a", "Welcome", 15)]
        )
    with pytest.raises(NotAllowed):
        operations.hold_event(event, by=person, seen=event.version)
    with pytest.raises(NotAllowed):
        operations.write_notes(event, by=person, texts={"concern": "Mine"}, seen={})


def test_holding_it_opens_the_findings_and_starts_the_pages_clock(
    two_partnerships: Houses,
) -> None:
    event = make_held(two_partnerships[0])
    case, targets = event.case, {one.clock: one for one in event.case.review.targets.all()}
    assert case.stage == Stage.FINDINGS
    assert targets["event"].met_on == clock.today()
    assert targets["one_page"].started_on == clock.today()
    assert case.target == targets["one_page"].due
    told = Entry.objects.filter(case_reference=case.reference, sentence__contains="was held")
    assert "2 agencies" in told.get().sentence


def test_nothing_waits_for_a_return(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house, days=0)
    assert queries.returns_ready(event.case) == (0, 0)
    operations.hold_event(
        event, by=house.facilitator, seen=event.version, because="The team asked to meet now."
    )
    assert event.state == EventState.HELD
    assert event.because == "The team asked to meet now."


def test_a_day_that_has_not_come_is_not_held(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    with pytest.raises(NotNow, match="has not come"):
        operations.hold_event(
            event,
            by=house.facilitator,
            seen=event.version,
            on=clock.today() + timedelta(days=1),
        )


def test_an_event_is_entered_late_on_somebodys_word(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    begins, ends = hours(-9)
    event = operations.enter_held_event(
        make_scoped(house),
        by=house.coordinator,
        begins_at=begins,
        ends_at=ends,
        means=Means.TELEPHONE,
        on_word_of="The facilitator",
    )
    assert event.state == EventState.HELD
    assert event.happened_on == begins.date()
    assert event.entered_by == house.coordinator
    entry = Entry.objects.get(subject=f"learning_events.learningevent:{event.pk}", after="held")
    assert (entry.happened_on, entry.on_word_of) == (begins.date(), "The facilitator")


def test_a_case_that_is_further_on_is_not_moved_back(two_partnerships: Houses) -> None:
    from heed.partnership import operations as partnership

    house = two_partnerships[0]
    event = make_planned(house, days=0)
    partnership.set_stage(event.case, by=house.coordinator, stage=Stage.RELEASE, waiting_on="Me")
    operations.hold_event(event, by=house.facilitator, seen=event.version)
    assert (event.case.stage, event.case.waiting_on) == (Stage.RELEASE, "Me")


def test_a_review_that_is_paused_stays_so(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    dates.authorise_pause(
        review.case,
        by=house.coordinator,
        reason=PauseReason.INQUEST,
        authorised_by="The chair of the group",
        first=clock.today(),
    )
    review.refresh_from_db()
    event = make_planned(house, review)
    assert event.case.waiting_on == "Paused: an inquest"


def test_of_two_who_save_one_is_told(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    mine = LearningEvent.objects.get(pk=event.pk)
    operations.set_ground_rules(event, by=house.facilitator, seen=event.version, rules=["One"])
    with pytest.raises(OutOfDate):
        operations.set_agenda(
            mine,
            by=house.coordinator,
            seen=mine.version,
            parts=[AgendaPart("a", "Welcome", 15)],
        )
    with pytest.raises(OutOfDate):
        operations.hold_event(mine, by=house.coordinator, seen=mine.version)


def test_notes_are_not_overwritten(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    operations.write_notes(event, by=house.facilitator, texts={"concern": "First"}, seen={})
    with pytest.raises(OutOfDate) as refused:
        operations.write_notes(
            event,
            by=house.coordinator,
            texts={"concern": "Second", "worked_well": "New"},
            seen={},
        )
    assert refused.value.current["concern"].text == "First"
    assert set(queries.notes_of(event)) == {"concern"}
    operations.write_notes(
        event, by=house.coordinator, texts={"concern": "Both"}, seen={"concern": 1}
    )
    assert queries.notes_of(event)["concern"].text == "Both"


def test_a_note_belongs_to_a_prompt(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotNow, match="no prompt"):
        operations.write_notes(
            make_planned(house), by=house.facilitator, texts={"blame": "Who"}, seen={}
        )


def test_an_event_that_is_over_keeps_its_plan(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_held(house)
    for change in (
        lambda: operations.set_ground_rules(
            event, by=house.facilitator, seen=event.version, rules=["x"]
        ),
        lambda: operations.invite(event, by=house.facilitator),
        lambda: operations.note_answer(
            queries.guests(event)[0], by=house.facilitator, answer=Answer.NO
        ),
        lambda: operations.cancel_event(
            event, by=house.facilitator, seen=event.version, why="Late."
        ),
    ):
        with pytest.raises(NotNow):
            change()


def test_attendance_is_counted_by_agency(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_held(house)
    operations.add_guest(event, by=house.facilitator, name="Her grandmother", family=True)
    counted = {one.name: (one.asked, one.came) for one in queries.by_agency(queries.guests(event))}
    assert counted == {house.agency.name: (1, 1), house.other_agency.name: (1, 1), "Family": (1, 0)}


def test_a_name_from_the_register_is_no_word_for_a_guest(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    with pytest.raises(NotNow, match="identity register"):
        operations.add_guest(event, by=house.facilitator, name="Mr Birdwhistle", family=True)


def test_nobody_is_on_the_list_twice(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    with pytest.raises(NotNow, match="already"):
        operations.add_guest(event, by=house.facilitator, person=house.manager)
    with pytest.raises(NotNow, match="already"):
        operations.add_guest(event, by=house.facilitator, name="Again", email="HEAD@school.example")


def test_a_person_answers_for_themself_and_nobody_for_another(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    guest = next(one for one in queries.guests(event) if one.person == house.manager)
    operations.note_answer(guest, by=house.manager, answer=Answer.YES)
    assert guest.answer == Answer.YES
    with pytest.raises(NotAllowed):
        operations.note_answer(guest, by=house.practitioner, answer=Answer.NO)


def test_what_is_noted_stays_out_of_history(two_partnerships: Houses) -> None:
    make_held(two_partnerships[0])
    told = [str(vars(one)) for one in Entry.objects.all()]
    assert not [one for one in told if SAID in one or ASIDE in one or PARKED + " " in one]
