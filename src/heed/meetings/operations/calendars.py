"""A person's own calendar address: made, made anew, taken back."""

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.meetings.access import LIST
from heed.meetings.models import CalendarKey
from heed.partnership.models import Partnership, Person


@transaction.atomic
def make_calendar_key(partnership: Partnership, *, by: Person) -> CalendarKey:
    """A new calendar address for the person; the one they had stops working."""
    doors.check(by, LIST, partnership)
    _end(partnership, by=by)
    key = CalendarKey.objects.create(partnership=partnership, person=by)
    history.record("made a calendar address", partnership, by=by)
    return key


@transaction.atomic
def end_calendar_key(partnership: Partnership, *, by: Person) -> int:
    """Take the person's calendar address back; how many stopped working."""
    ended = _end(partnership, by=by)
    if ended:
        history.record("took back a calendar address", partnership, by=by)
    return ended


def _end(partnership: Partnership, *, by: Person) -> int:
    return CalendarKey.objects.filter(
        partnership=partnership, person=by, ended_at__isnull=True
    ).update(ended_at=clock.now())
