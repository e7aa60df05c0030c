"""The learning event: planned, people asked in, held, and what was noted there."""

from datetime import datetime, time, timedelta
from zlib import crc32

from heed import clock
from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.building.scoping import review_of
from heed.demo.shapes import CaseStory
from heed.demo.words import points
from heed.learning_events import operations
from heed.learning_events.models import Guest, LearningEvent
from heed.learning_events.states import Answer
from heed.partnership.models import Person

BEGINS, ENDS = time(9, 30), time(13, 0)

#: Days before the event on which it is planned, people are invited, and most have answered.
PLANNED, INVITED, ANSWERED = 34, 21, 13

#: Of this many who are asked, one cannot come and one is not sure.
OUT_OF = 9


def event_of(house: House, story: CaseStory) -> LearningEvent:
    """The event of a case as it stands now."""
    return LearningEvent.objects.select_related(
        "case__partnership", "case__pack_version", "facilitator"
    ).get(case=house.case(story))


def gather(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how an event is planned and people are asked to it."""
    day = house.calendar.event(story)
    told = story.the_event
    facilitator = story.the_scope.facilitator
    yield diary.on(house.calendar.working(day - timedelta(days=PLANNED)))
    support = house.person(house.review_group_people("chair", "member")[-1])
    operations.plan_event(
        review_of(house, story),
        by=house.person(facilitator),
        begins_at=datetime.combine(day, BEGINS, tzinfo=clock.LONDON),
        ends_at=datetime.combine(day, ENDS, tzinfo=clock.LONDON),
        place=told.place,
        support_lead=f"{support.name}, {support.role}",
        access_needs=told.access_needs,
    )
    _ask_frontline(house, story)
    for relation in told.family_guests:
        operations.add_guest(
            event_of(house, story), by=house.person(facilitator), name=relation, family=True
        )
    yield diary.on(house.calendar.working(day - timedelta(days=INVITED)))
    operations.invite(event_of(house, story), by=house.person(facilitator))
    answered = house.calendar.working(day - timedelta(days=ANSWERED))
    if answered > house.calendar.today:
        answered = house.calendar.day(-3)
    yield diary.on(answered)
    for guest in event_of(house, story).guests.select_related("person", "event__case"):
        if guest.person is not None:
            _answer(story, guest, guest.person)
        elif guest.family:
            by = house.person(facilitator)
            operations.note_answer(guest, by=by, answer=Answer.YES, note="Told us in person")


def hold(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the event is held, with its notes under the prompts."""
    told = story.the_event
    yield diary.on(house.calendar.event(story))
    facilitator = house.person(story.the_scope.facilitator)
    event = event_of(house, story)
    texts = {
        "worked_well": points(told.worked_well),
        "concern": points(told.concern),
        "strengthen": points(told.strengthen),
    }
    operations.write_notes(event, by=facilitator, texts=texts, seen={})
    came = [guest.pk for guest in event.guests.all() if guest.answer != Answer.NO]
    operations.hold_event(event_of(house, story), by=facilitator, seen=event.version, attended=came)


def _ask_frontline(house: House, story: CaseStory) -> None:
    """Put frontline colleagues of the agencies on the list beside their managers."""
    scope = story.the_scope
    event = event_of(house, story)
    there = {guest.person_id for guest in event.guests.all()}
    for told in house.world.people:
        if any(one.part == "contributor" and one.agency in scope.agencies for one in told.parts):
            person = house.person(told.key)
            if person.pk not in there:
                operations.add_guest(event, by=house.person(scope.facilitator), person=person)


def _answer(story: CaseStory, guest: Guest, person: Person) -> None:
    """Most come; one in a while cannot, or is not sure, or has not answered yet."""
    chance = crc32(f"{story.key} {person.pk}".encode()) % OUT_OF
    if chance == 0 and story.stage == "event_planned":
        return
    answer = {1: Answer.NO, 2: Answer.MAYBE}.get(chance, Answer.YES)
    operations.note_answer(guest, by=person, answer=answer)
