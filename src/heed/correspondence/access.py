"""Who may read and send what waits in the outbox."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.correspondence.models import Message
from heed.doors import Door
from heed.partnership.access import is_coordinator, sees_case
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind


@predicate
def about_no_case_or_one_seen(person: Person, message: Any) -> bool:
    """…may know of the case that the message is about, where it is about one."""
    return message.case is None or sees_case.test(person, message)


@predicate
def coordinates_named_case(person: Person, message: Any) -> bool:
    """…is named as coordinator on the message's case."""
    return message.case_id is not None and standing(person).holds(
        PartKind.COORDINATOR, case=message.case_id
    )


def messages(person: Person) -> QuerySet[Message]:
    """The messages that a person may read: those of their partnerships, about cases they may know
    of.
    """
    mine = standing(person)
    keeps = [
        p.partnership_id
        for p in mine.parts
        if p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id)
    ]
    named = [p.case_id for p in mine.parts if p.kind == PartKind.COORDINATOR and p.case_id]
    return Message.objects.filter(
        Q(partnership_id__in=keeps, case__isnull=True)
        | Q(partnership_id__in=keeps, case__in=Case.objects.visible_to(person))
        | Q(case_id__in=set(named) - mine.shut_out)
    )


READ_OUTBOX = "correspondence.read_outbox"
READ = "correspondence.read"
SEND = "correspondence.send"

_keeps = about_no_case_or_one_seen & (is_coordinator | coordinates_named_case)

DOORS = doors.table(
    {
        READ_OUTBOX: Door(is_coordinator, "Only a coordinator reads the outbox.", reading=True),
        READ: Door(_keeps, "Only a coordinator reads the outbox.", reading=True, listing=messages),
        SEND: Door(_keeps, "Only a coordinator can send what waits in the outbox."),
    }
)
