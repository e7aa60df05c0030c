"""When groups meet, as a calendar that others can follow."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event, vText

from heed import clock
from heed.meetings.models import Meeting
from heed.meetings.states import MeetingState
from heed.partnership.models import Partnership


def as_calendar(partnership: Partnership, meetings: Iterable[Meeting]) -> bytes:
    """The meetings as an iCalendar text. Titles are the groups' names; nothing tells of a case.

    Each entry has the same name as in the invitations, so that a calendar which has both shows one.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Heed//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{partnership.short_name}: meetings")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for meeting in meetings:
        event = Event()
        event.add("uid", f"meeting-{meeting.pk}@{partnership.slug}.heed")
        event.add("sequence", meeting.sequence)
        event.add("dtstamp", clock.now())
        event.add("dtstart", meeting.begins_at.astimezone(clock.LONDON))
        event.add(
            "dtend", (meeting.begins_at + timedelta(minutes=meeting.lasts)).astimezone(clock.LONDON)
        )
        event.add("summary", meeting.group.name)
        event.add("location", vText(meeting.place or meeting.way_word))
        called_off = meeting.state == MeetingState.CANCELLED
        event.add("status", "CANCELLED" if called_off else "CONFIRMED")
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    text: bytes = calendar.to_ical()
    return text
