"""Invitations as calendar files that Outlook and others understand."""

from datetime import datetime

from icalendar import Calendar, Event, vCalAddress, vText

from heed import clock

REQUEST, CANCEL = "REQUEST", "CANCEL"


def calendar_file(
    *,
    uid: str,
    sequence: int,
    summary: str,
    begins: datetime,
    ends: datetime,
    place: str,
    organiser: str,
    attendee: str,
    method: str = REQUEST,
    description: str = "",
) -> str:
    """One event as an iCalendar text.

    ``uid`` stays the same when the event is moved and ``sequence`` rises, so that a calendar moves
    the entry that it has. ``summary`` holds a reference, never a name. Times are aware.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Heed//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", clock.now())
    event.add("dtstart", begins.astimezone(clock.LONDON))
    event.add("dtend", ends.astimezone(clock.LONDON))
    event.add("summary", summary)
    event.add("location", vText(place))
    if description:
        event.add("description", description)
    event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    event.add("class", "PRIVATE")
    event["organizer"] = vCalAddress(f"mailto:{organiser}")
    guest = vCalAddress(f"mailto:{attendee}")
    guest.params["rsvp"] = vText("TRUE")
    event.add("attendee", guest, encode=False)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    text: str = calendar.to_ical().decode()
    return text
