"""Agencies' returns: asked for, written with frontline colleagues, and ready to bring."""

from datetime import timedelta
from zlib import crc32

from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.building.scoping import review_of
from heed.demo.shapes import CaseStory, Return
from heed.partnership.states import Means
from heed.pathways.queries import pack_of
from heed.returns import operations
from heed.returns.models import AgencyReturn

#: How many days after it was asked for an agency is ready, at the least and the most.
SOONEST, LATEST = 5, 19

#: The day, counted from today, on which the coordinator writes to those who are not ready.
ASKED_AGAIN = -3


def prepare(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how returns are asked for, and how far each agency comes with its own."""
    asked_on = house.calendar.opened(story) + timedelta(days=2)
    yield diary.on(house.calendar.working(asked_on))
    operations.ask_for_returns(review_of(house, story), by=house.coordinator)
    told = {one.agency: one for one in story.returns}
    usual = [Return(agency=key, state="ready") for key in story.the_scope.agencies]
    coming = [told.get(one.agency, one) for one in usual]
    days = {one.agency: _days(story, one) for one in coming}
    for one in sorted(coming, key=lambda one: days[one.agency]):
        if one.state == "not_begun":
            continue
        moment = house.calendar.working(asked_on + timedelta(days=days[one.agency]))
        if moment > house.calendar.today:
            continue
        yield diary.on(moment)
        _come_to(house, story, one)
    if story.stage == "returns_requested":
        yield diary.on(house.calendar.day(ASKED_AGAIN))
        review = review_of(house, story)
        waiting = AgencyReturn.objects.filter(asked__review=review)
        operations.ask_how_it_goes(review, by=house.coordinator, which=waiting)


def _days(story: CaseStory, one: Return) -> int:
    """When an agency gets to it: spread out, the same each time."""
    return SOONEST + crc32(f"{story.key} {one.agency}".encode()) % (LATEST - SOONEST)


def _return(house: House, story: CaseStory, agency: str) -> AgencyReturn:
    return AgencyReturn.objects.select_related("case__partnership", "agency", "asked__review").get(
        case=house.case(story), agency=house.agency_asked(story, agency)
    )


def _come_to(house: House, story: CaseStory, one: Return) -> None:
    given = _return(house, story, one.agency)
    lead = house.person(house.lead_of(one.agency))
    if one.answers:
        sections = {
            question.id: section.id
            for section in pack_of(given.case).returns.sections
            for question in section.questions
        }
        for question, value in one.answers.items():
            operations.answer(
                given, by=lead, section=sections[question], values={question: value}, seen={}
            )
            given = _return(house, story, one.agency)
    if one.invites:
        colleague = house.person(one.invites)
        operations.share_section(
            given, by=lead, section="child", email=colleague.email, name=colleague.name
        )
    if one.state == "ready":
        operations.mark_prepared(given, by=lead, seen=given.version)
    if one.state == "outside":
        operations.mark_prepared(
            given,
            by=house.coordinator,
            seen=given.version,
            outside=True,
            means=Means.TELEPHONE,
            on_word_of=f"{lead.role}, by telephone",
        )
