"""The group's meetings: planned ahead, held with who was there, closed with minutes."""

from datetime import datetime, timedelta

from heed import clock
from heed.demo.building.diary import MEETING_BEGINS, Diary, Story
from heed.demo.building.house import House
from heed.meetings import operations
from heed.meetings.models import Meeting
from heed.meetings.states import Presence
from heed.partnership.models import Group

#: Meetings that are planned beyond the next one, at the end.
AHEAD = 6

#: The safeguarding partners, without whom a group is not quorate.
STATUTORY = ("childrens_services", "police", "health_commissioner")

#: A group of so few meets whole.
FEW = 5


def begins(house: House, number: int) -> datetime:
    """When a meeting of the group begins."""
    return datetime.combine(house.calendar.meeting(number), MEETING_BEGINS, tzinfo=clock.LONDON)


def meet(house: House) -> Story:
    """Tells every meeting of the group that decides, and plans the next ones."""
    diary = Diary(f"{house.partnership.slug} meetings")
    first = min(story.dates.decided_at for story in house.world.cases) - 1
    yield diary.on((begins(house, first) - timedelta(days=70)).date())
    for number in (first, first + 1):
        _plan(house, number)
    for number in range(first, 0):
        yield begins(house, number)
        _open(house, number)
        yield begins(house, number) + timedelta(minutes=125)
        _close(house, number)
    yield diary.on(house.calendar.day(-5))
    _invite(house, 0)
    for number in range(2, AHEAD + 1):
        _plan(house, number)


def _group(house: House) -> Group:
    return house.groups["review"]


def _meeting(house: House, number: int) -> Meeting:
    return Meeting.objects.select_related("group__partnership").get(
        group=_group(house), begins_at=begins(house, number)
    )


def _plan(house: House, number: int) -> None:
    places = house.world.partnership.places
    operations.plan_meeting(
        _group(house),
        by=house.coordinator,
        begins_at=begins(house, number),
        place=places[number % len(places)],
    )


def _open(house: House, number: int) -> None:
    meeting = _meeting(house, number)
    keeper = house.coordinator
    operations.open_meeting(meeting, by=keeper, seen=meeting.version)
    away = _away(house, number)
    for key in house.review_group_people("chair", "member"):
        operations.record_attendance(
            meeting,
            by=keeper,
            person=house.person(key),
            presence=Presence.APOLOGIES if key == away else Presence.PRESENT,
        )
    operations.record_attendance(
        meeting, by=keeper, person=keeper, presence=Presence.PRESENT, counts=False
    )
    _plan(house, number + 2)


def _away(house: House, number: int) -> str | None:
    """Who sends apologies: members in turn, never so that the group would be short."""
    members = house.review_group_people("member")
    agencies = {key: house.person(key).agency for key in members}
    could = [key for key, one in agencies.items() if one and one.sector not in STATUTORY]
    return could[number % len(could)] if len(members) > FEW and number % 3 else None


def _close(house: House, number: int) -> None:
    meeting = _meeting(house, number)
    told = house.world.partnership.minutes
    operations.close_meeting(
        meeting, by=house.coordinator, seen=meeting.version, minutes=told[number % len(told)]
    )


def _invite(house: House, number: int) -> None:
    operations.invite(_meeting(house, number), by=house.coordinator)
