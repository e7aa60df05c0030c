"""Who may plan, hold and read a learning event. Each predicate completes "a person who …"."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.learning_events.models import EventNote, LearningEvent
from heed.learning_events.states import PARKED, EventState
from heed.partnership.access import (
    coordinates_case,
    facilitates_case,
    sees_case,
    sits_in_deciding_group,
)
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

IN_GROUP = (PartKind.CHAIR, PartKind.MEMBER)


@predicate
def is_invited(person: Person, event: Any) -> bool:
    """…was invited to the event, unless its case is restricted or they are shut out of it."""
    if not isinstance(event, LearningEvent) or event.case.restricted:
        return False
    if event.case_id in standing(person).shut_out:
        return False
    return event.guests.filter(person=person, invited_at__isnull=False).exists()


@predicate
def event_was_held(person: Person, thing: Any) -> bool:
    """…asks of an event that has been held."""
    event = thing.event if isinstance(thing, EventNote) else thing
    return bool(event.state == EventState.HELD)


@predicate
def is_not_parked(person: Person, thing: Any) -> bool:
    """…asks of a note that was not parked."""
    return not (isinstance(thing, EventNote) and thing.parked)


plans_for_case = facilitates_case | coordinates_case
hears_what_was_said = sees_case & sits_in_deciding_group & event_was_held & is_not_parked


def readable(person: Person) -> QuerySet[LearningEvent]:
    """The events that a person may know of: the same rule as READ."""
    invited = LearningEvent.objects.filter(
        guests__person=person, guests__invited_at__isnull=False, case__restricted=False
    ).exclude(case_id__in=standing(person).shut_out)
    return LearningEvent.objects.filter(
        Q(case__in=Case.objects.visible_to(person)) | Q(pk__in=invited.values("pk"))
    )


def readable_notes(person: Person) -> QuerySet[EventNote]:
    """The notes that a person may read: the same rule as READ_NOTES."""
    mine = standing(person)
    visible = Case.objects.visible_to(person)
    facilitated = [p.case_id for p in mine.parts if p.case_id and p.kind == PartKind.FACILITATOR]
    named = [p.case_id for p in mine.parts if p.case_id and p.kind == PartKind.COORDINATOR]
    coordinated = [
        p.partnership_id
        for p in mine.parts
        if p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id)
    ]
    deciding = [
        p.partnership_id
        for p in mine.parts
        if p.kind in IN_GROUP and p.group is not None and p.group.kind == "review"
    ]
    plans = Q(event__case_id__in=[*facilitated, *named]) | Q(
        event__case__partnership_id__in=coordinated
    )
    hears = Q(event__case__partnership_id__in=deciding, event__state=EventState.HELD) & ~Q(
        prompt=PARKED
    )
    return EventNote.objects.filter(plans | hears, event__case__in=visible)


PLAN = "learning_events.plan"
READ = "learning_events.read"
HOLD = "learning_events.hold"
READ_NOTES = "learning_events.read_notes"

DOORS = doors.table(
    {
        PLAN: Door(
            plans_for_case, "Only the facilitator and the coordinator plan the learning event."
        ),
        READ: Door(
            sees_case | is_invited,
            "Only people named on this case, or invited, can see its learning event.",
            reading=True,
            listing=readable,
        ),
        HOLD: Door(
            plans_for_case,
            "Only the facilitator and the coordinator can say that the event was held.",
        ),
        READ_NOTES: Door(
            plans_for_case | hears_what_was_said,
            "The notes stay with the facilitator and the coordinator until the event was held.",
            reading=True,
            listing=readable_notes,
        ),
    }
)
