"""Planning meetings: one, a year of them, moving, cancelling, inviting."""

from datetime import datetime, timedelta

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.meetings import emails, queries
from heed.meetings.access import KEEP, PLAN
from heed.meetings.models import AgendaItem, Meeting
from heed.meetings.operations.agenda import carry
from heed.meetings.states import ItemKind, MeetingState, Way
from heed.partnership.models import Group, Person
from heed.pathways.clocks import add_months, is_working_day
from heed.refusals import NotNow

#: Where the pack says that a group meets as called, a year is made at this pace.
AS_CALLED_WEEKS = 6


@transaction.atomic
def plan_meeting(
    group: Group,
    *,
    by: Person,
    begins_at: datetime,
    place: str = "",
    way: Way = Way.IN_PERSON,
    lasts: int = 120,
) -> Meeting:
    """Plan one meeting, with standing items and whatever waited. ``lasts`` is in minutes."""
    doors.check(by, PLAN, group)
    meeting = Meeting.objects.create(
        group=group, begins_at=begins_at, place=place, way=way, lasts=lasts
    )
    cycle = queries.cycle_of(group)
    AgendaItem.objects.bulk_create(
        AgendaItem(
            group=group,
            meeting=meeting,
            kind=ItemKind.STANDING,
            title=title,
            order=number,
            added_by=by,
        )
        for number, title in enumerate(cycle.standing_items if cycle else (), start=1)
    )
    order = meeting.items.count()
    for number, waiting in enumerate(queries.waiting_items(group), start=1):
        history.change(
            waiting, by=by, seen=None, verb="carried over", meeting=meeting, order=order + number
        )
    history.record("planned a meeting", meeting, by=by)
    return meeting


@transaction.atomic
def make_year(
    group: Group,
    *,
    by: Person,
    first: datetime,
    place: str = "",
    way: Way = Way.IN_PERSON,
    lasts: int = 120,
) -> list[Meeting]:
    """Plan a year of meetings from ``first``, at the pace that the pack gives the group.

    A meeting that would fall on a bank holiday, or a weekend, is on the next working day; the pace
    still counts from the first. Days on which the group meets already are left alone.
    """
    doors.check(by, PLAN, group)
    cycle = queries.cycle_of(group)
    weeks = (cycle.meets_every_weeks if cycle else 0) or AS_CALLED_WEEKS
    begins = first.astimezone(clock.LONDON)
    last = add_months(begins.date(), 12)
    taken = {one.day for one in group.meetings.exclude(state=MeetingState.CANCELLED)}
    made, day = [], begins.date()
    while day < last:
        on = day
        while not is_working_day(on):
            on += timedelta(days=1)
        if on not in taken:
            at = datetime.combine(on, begins.time(), tzinfo=clock.LONDON)
            made.append(plan_meeting(group, by=by, begins_at=at, place=place, way=way, lasts=lasts))
        day += timedelta(weeks=weeks)
    return made


@transaction.atomic
def move_meeting(
    meeting: Meeting,
    *,
    by: Person,
    seen: int,
    begins_at: datetime,
    place: str,
    way: Way,
    lasts: int,
) -> Meeting:
    """Move a meeting that is still to come, with everything on its agenda.

    Where people were invited, the new invitations wait in the outbox: calendars that have the
    meeting move it.
    """
    doors.check(by, KEEP, meeting)
    _ahead(meeting)
    history.change(
        meeting,
        by=by,
        seen=seen,
        verb="moved a meeting",
        begins_at=begins_at,
        place=place,
        way=way,
        lasts=lasts,
        sequence=meeting.sequence + 1,
    )
    if _invited(meeting):
        emails.invite(meeting, by=by)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Person, seen: int, why: str) -> Meeting:
    """Cancel a meeting. What was on its agenda goes to the next one, or waits for it."""
    doors.check(by, KEEP, meeting)
    history.move(meeting, to=MeetingState.CANCELLED, by=by, seen=seen)
    meeting.cancelled_why = why
    meeting.sequence += 1
    meeting.save(update_fields=["cancelled_why", "sequence"])
    for item in meeting.items.exclude(kind=ItemKind.STANDING).filter(held_over=False, outcome=""):
        carry(item, by=by, why="The meeting was cancelled.")
    if _invited(meeting):
        emails.invite(meeting, by=by, cancelled=True)
    return meeting


def _invited(meeting: Meeting) -> bool:
    """Whether anybody was invited to the meeting through the outbox."""
    return meeting.partnership.messages.filter(about=f"meeting:{meeting.pk}").exists()


@transaction.atomic
def invite(meeting: Meeting, *, by: Person) -> int:
    """Write the invitations, with a calendar file, into the outbox; how many there are."""
    doors.check(by, KEEP, meeting)
    _ahead(meeting)
    written = emails.invite(meeting, by=by)
    history.record("invited to a meeting", meeting, by=by, written=written)
    return written


def _ahead(meeting: Meeting) -> None:
    if not meeting.ahead:
        raise NotNow(f"This meeting is {meeting.state_word.lower()}. Its details stay as they are.")
