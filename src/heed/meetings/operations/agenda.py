"""What is on an agenda: put there, dealt with, held over."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from heed import clock, doors
from heed.history import operations as history
from heed.meetings import queries
from heed.meetings.access import KEEP, KEEP_ITEM
from heed.meetings.models import AgendaItem, Meeting
from heed.meetings.states import AHEAD, ItemKind
from heed.partnership.models import Case, Group, Person
from heed.refusals import NotNow


@transaction.atomic
def put_on_agenda(
    case: Case,
    *,
    by: Person,
    group: Group,
    kind: ItemKind,
    title: str,
    about: str,
    url_name: str = "",
    url_args: dict[str, Any] | None = None,
    meeting: Meeting | None = None,
) -> AgendaItem:
    """Put something about a case on the agenda of a group's next meeting, or of ``meeting``.

    ``title`` holds the reference, never a name. Asking twice for the same ``about`` gives the item
    that waits already. Without a meeting ahead the item waits for the next that is planned. The
    stage that calls has asked access.
    """
    if meeting is not None and (not meeting.ahead or meeting.group_id != group.pk):
        raise NotNow("That meeting is over. Choose one that is still to come.")
    waiting = (
        AgendaItem.objects.filter(case=case, about=about, group=group, outcome="", held_over=False)
        .exclude(meeting__state__in=["held", "cancelled"])
        .select_related("meeting__group__partnership")
        .first()
    )
    if waiting is not None:
        if meeting is not None and waiting.meeting_id != meeting.pk:
            history.change(
                waiting,
                by=by,
                seen=None,
                verb="moved to another meeting",
                meeting=meeting,
                order=_last(meeting) + 1,
            )
        return waiting
    to = meeting or queries.next_meeting(group)
    item = AgendaItem.objects.create(
        group=group,
        meeting=to,
        case=case,
        kind=kind,
        title=title,
        about=about,
        url_name=url_name,
        url_args=url_args or {},
        order=_last(to) + 1 if to else 0,
        added_by=by,
    )
    history.record("put on an agenda", item, by=by, about=about)
    return item


@transaction.atomic
def add_item(
    meeting: Meeting, *, by: Person, title: str, kind: ItemKind = ItemKind.OTHER
) -> AgendaItem:
    """Add something that is about no one case."""
    doors.check(by, KEEP, meeting)
    if not meeting.ahead:
        raise NotNow(f"This meeting is {meeting.state_word.lower()}. Add it to another one.")
    item = AgendaItem.objects.create(
        group=meeting.group,
        meeting=meeting,
        kind=kind,
        title=title,
        order=_last(meeting) + 1,
        added_by=by,
    )
    history.record("added an item", item, by=by)
    return item


@transaction.atomic
def take_off_agenda(item: AgendaItem, *, by: Person) -> None:
    """Take off something that nobody has dealt with. The stage that put a case there does that."""
    doors.check(by, KEEP_ITEM, item)
    if item.case_id is not None or item.done:
        raise NotNow("This stays on the agenda. Hold it over if it cannot be dealt with.")
    history.record("took off an item", item, by=by)
    item.delete()


@transaction.atomic
def minute_item(item: AgendaItem, *, by: Person, seen: int, note: str, outcome: str) -> AgendaItem:
    """Write for the minutes what was said about an item, and what came of it.

    What a stage decided comes from the stage; it is not typed here.
    """
    doors.check(by, KEEP_ITEM, item)
    if item.meeting is None or not item.meeting.ahead:
        raise NotNow("The minutes of this meeting are closed.")
    values: dict[str, Any] = {"note": note}
    if not item.url_name:
        values |= {"outcome": outcome, "outcome_at": clock.now() if outcome else None}
    return history.change(item, by=by, seen=seen, verb="minuted an item", **values)


@transaction.atomic
def write_outcome(item: AgendaItem, *, by: Person, outcome: str) -> AgendaItem:
    """Write back what the owning stage decided, for the minutes. The stage has asked access.

    A correction after the meeting writes here too: the minutes then say what holds.
    """
    return history.change(
        item,
        by=by,
        seen=None,
        verb="wrote an outcome",
        outcome=outcome,
        outcome_at=clock.now(),
        held_over=False,
    )


@transaction.atomic
def hold_over(item: AgendaItem, *, by: Person, why: str, to: Meeting | None = None) -> AgendaItem:
    """Hold an item over to ``to``, or to the group's next meeting; the one there is given back.

    Where no next meeting is planned it waits for one.
    """
    doors.check(by, KEEP_ITEM, item)
    if item.done or item.meeting is None:
        raise NotNow("This item has been dealt with.")
    return carry(item, by=by, why=why, to=to)


@transaction.atomic
def carry(item: AgendaItem, *, by: Person, why: str, to: Meeting | None = None) -> AgendaItem:
    """The item again, on the next agenda. The operation that calls has asked access."""
    was = item.meeting
    to = to or (queries.next_meeting(item.group, after=was) if was else None)
    if to is not None and (to.state not in AHEAD or to.group_id != item.group_id):
        raise NotNow("That meeting is over. Choose one that is still to come.")
    again = AgendaItem.objects.create(
        group=item.group,
        meeting=to,
        case=item.case,
        kind=item.kind,
        title=item.title,
        about=item.about,
        url_name=item.url_name,
        url_args=item.url_args,
        order=_last(to) + 1 if to else 0,
        came_from=item,
        added_by=by,
    )
    history.change(
        item,
        by=by,
        seen=None,
        verb="held over",
        held_over=True,
        held_over_why=why[:300],
    )
    for interest in item.interests.filter(ended_at__isnull=True):
        interest.pk, interest.item = None, again
        interest._state.adding = True
        interest.save()
    return again


def _last(meeting: Meeting) -> int:
    found: int | None = meeting.items.aggregate(last=Max("order"))["last"]
    return found or 0
