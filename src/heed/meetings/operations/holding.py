"""Holding a meeting: who is there, going ahead, the action log, the minutes."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.meetings.access import KEEP
from heed.meetings.models import AgendaItem, Attendance, Meeting, MeetingAction
from heed.meetings.operations.agenda import carry
from heed.meetings.states import ItemKind, MeetingState, Presence
from heed.partnership.models import Agency, Person
from heed.refusals import NotNow


@transaction.atomic
def open_meeting(meeting: Meeting, *, by: Person, seen: int) -> Meeting:
    """Begin a meeting."""
    doors.check(by, KEEP, meeting)
    return history.move(meeting, to=MeetingState.OPEN, by=by, seen=seen)


@transaction.atomic
def record_attendance(
    meeting: Meeting,
    *,
    by: Person,
    presence: Presence | None,
    person: Person | None = None,
    name: str = "",
    agency: Agency | None = None,
    sector: str = "",
    counts: bool = True,
    stands_for: str = "",
) -> Attendance | None:
    """Keep whether somebody was there: a person, or somebody without an account by ``name``.

    A ``presence`` of none takes the line out again. The sector is the agency's own unless it is
    said otherwise.
    """
    doors.check(by, KEEP, meeting)
    if meeting.state in (MeetingState.HELD, MeetingState.CANCELLED):
        raise NotNow(f"This meeting is {meeting.state_word.lower()}. Who was there stays as it is.")
    agency = agency or (person.agency if person else None)
    who = {"person": person} if person else {"person": None, "name": name}
    if presence is None:
        Attendance.objects.filter(meeting=meeting, **who).delete()
        return None
    attendance, _ = Attendance.objects.update_or_create(
        meeting=meeting,
        **who,
        defaults={
            "name": person.name if person else name,
            "agency": agency,
            "sector": sector or (agency.sector if agency else ""),
            "presence": presence,
            "counts": counts,
            "stands_for": stands_for,
            "entered_by": by,
            "entered_at": clock.now(),
        },
    )
    history.record("recorded attendance", attendance, by=by, presence=str(presence))
    return attendance


@transaction.atomic
def go_ahead(meeting: Meeting, *, by: Person, because: str) -> Meeting:
    """Go ahead though the group is short: the reason and who gave it stay with the minutes."""
    doors.check(by, KEEP, meeting)
    return history.change(
        meeting, by=by, seen=None, verb="went ahead, short", because=because, because_by=by
    )


@transaction.atomic
def add_action(
    meeting: Meeting,
    *,
    by: Person,
    what: str,
    person: Person | None = None,
    who: str = "",
    by_when: date | None = None,
    item: AgendaItem | None = None,
) -> MeetingAction:
    """Add to the action log what somebody said they would do."""
    doors.check(by, KEEP, meeting)
    action = MeetingAction.objects.create(
        meeting=meeting,
        item=item,
        what=what,
        person=person,
        who=person.name if person else who,
        by_when=by_when,
        added_by=by,
    )
    history.record("added to the action log", action, by=by)
    return action


@transaction.atomic
def finish_action(action: MeetingAction, *, by: Person, seen: int, note: str = "") -> MeetingAction:
    """Say that something in the action log is done: by whoever said they would, or for them."""
    if action.person_id != by.pk:
        doors.check(by, KEEP, action.meeting)
    return history.change(
        action, by=by, seen=seen, verb="did what was agreed", done_on=clock.today(), done_note=note
    )


@transaction.atomic
def close_meeting(meeting: Meeting, *, by: Person, seen: int, minutes: str = "") -> Meeting:
    """Close a meeting with its minutes. What was not reached goes to the next one."""
    doors.check(by, KEEP, meeting)
    meeting.minutes, meeting.minutes_by = minutes, by
    meeting.save(update_fields=["minutes", "minutes_by"])
    if meeting.state == MeetingState.PLANNED:
        history.move(meeting, to=MeetingState.OPEN, by=by, seen=seen)
        seen = meeting.version
    history.move(meeting, to=MeetingState.HELD, by=by, seen=seen)
    for item in meeting.items.exclude(kind=ItemKind.STANDING).filter(held_over=False, outcome=""):
        if item.url_name or not item.note:
            carry(item, by=by, why="It was not settled at this meeting.")
    return meeting
