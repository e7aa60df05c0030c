"""The meetings that a person's own calendar reads."""

from datetime import timedelta

from django.db.models import QuerySet

from heed import clock
from heed.meetings.access import readable_meetings
from heed.meetings.models import CalendarKey, Meeting
from heed.partnership.models import Partnership, Person

#: How far back a calendar still shows what was held.
SHOWN_FOR = timedelta(days=90)


def calendar_key(person: Person, partnership: Partnership) -> CalendarKey | None:
    """The person's calendar address here; none until they make one."""
    return CalendarKey.objects.filter(
        person=person, partnership=partnership, ended_at__isnull=True
    ).first()


def meetings_for(partnership: str, secret: str) -> tuple[CalendarKey, QuerySet[Meeting]] | None:
    """Whose calendar an address is, with the meetings that they may read today.

    None where the address is not one, was taken back, or its person works here no longer.
    """
    key = (
        CalendarKey.objects.filter(
            secret=secret,
            partnership__slug=partnership,
            ended_at__isnull=True,
            person__is_active=True,
        )
        .select_related("person", "partnership")
        .first()
    )
    if key is None or not key.person.is_authenticated:
        return None
    return key, (
        readable_meetings(key.person)
        .filter(group__partnership=key.partnership, begins_at__gte=clock.now() - SHOWN_FOR)
        .select_related("group")
        .order_by("begins_at", "pk")[:200]
    )
