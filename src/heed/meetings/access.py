"""Who may keep, read and attend meetings. Each predicate completes "a person who …"."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.meetings.models import AgendaItem, Interest, Meeting
from heed.meetings.states import InterestKind
from heed.partnership.access import sees_case
from heed.partnership.models import Case, Group, Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

#: Parts in a whole partnership that read every meeting of it.
READS_ALL = (PartKind.COORDINATOR, PartKind.SCRUTINEER)


def my_groups(person: Person) -> frozenset[int]:
    """The groups in which a person plays any part."""
    return frozenset(p.group_id for p in standing(person).parts if p.group_id and not p.case_id)


def _reads_all(person: Person) -> frozenset[int]:
    return frozenset(
        p.partnership_id
        for p in standing(person).parts
        if p.kind in READS_ALL and not (p.case_id or p.group_id or p.agency_id)
    )


def personal_interests(person: Person) -> frozenset[int]:
    """The cases in which a person has declared a personal interest, read once a request."""
    memo = standing(person)._memo
    if "personal_interests" not in memo:
        memo["personal_interests"] = frozenset(
            Interest.objects.filter(
                person=person,
                kind=InterestKind.PERSONAL,
                ended_at__isnull=True,
                item__case__isnull=False,
            ).values_list("item__case_id", flat=True)
        )
    found: frozenset[int] = memo["personal_interests"]
    return found


@predicate
def has_no_personal_interest(person: Person, thing: Any) -> bool:
    """…has declared no personal interest in the case. Stages ask it of every paper of an item."""
    return thing.case is None or thing.case.pk not in personal_interests(person)


@predicate
def meets_here(person: Person, thing: Partnership) -> bool:
    """…reads the meetings of one of the partnership's groups."""
    return thing.pk in _reads_all(person) or any(
        p.group_id and p.partnership_id == thing.pk for p in standing(person).parts
    )


@predicate
def reads_meetings_of_group(person: Person, thing: Any) -> bool:
    """…plays a part in the group, or coordinates or scrutinises for the partnership."""
    return thing.partnership_id in _reads_all(person) or thing.group_id in my_groups(person)


@predicate
def chairs_the_group(person: Person, thing: Any) -> bool:
    """…chairs, or deputises in the chair of, the group."""
    group = thing.pk if isinstance(thing, Group) else thing.group_id
    return standing(person).holds(PartKind.CHAIR, group=group)


@predicate
def keeps_for_partnership(person: Person, thing: Any) -> bool:
    """…is a coordinator of the partnership whose group it is."""
    return any(
        p.kind == PartKind.COORDINATOR
        and p.partnership_id == thing.partnership_id
        and not (p.case_id or p.group_id or p.agency_id)
        for p in standing(person).parts
    )


@predicate
def may_know_of_item(person: Person, item: Any) -> bool:
    """…may know of the case that the item is about.

    A working group is told of a case by its reference when an item is handed to it; not of a
    restricted one.
    """
    case = item.case
    if case is None or sees_case.test(person, case):
        return True
    mine = standing(person)
    return (
        item.group.kind != "review"
        and item.group_id in my_groups(person)
        and not case.restricted
        and case.pk not in mine.shut_out
    )


def readable_meetings(person: Person) -> QuerySet[Meeting]:
    """The meetings that a person may read: the same rule as READ."""
    return Meeting.objects.filter(
        Q(group__partnership_id__in=_reads_all(person)) | Q(group_id__in=my_groups(person))
    )


def readable_items(person: Person) -> QuerySet[AgendaItem]:
    """The agenda items that a person may know of: the same rule as READ_ITEM."""
    mine = standing(person)
    handed = Q(group_id__in=my_groups(person), case__restricted=False) & ~Q(group__kind="review")
    return (
        AgendaItem.objects.filter(
            Q(group__partnership_id__in=_reads_all(person)) | Q(group_id__in=my_groups(person))
        )
        .filter(
            Q(case__isnull=True) | Q(case__in=Case.objects.visible_to(person).values("pk")) | handed
        )
        .exclude(case_id__in=mine.shut_out)
    )


_keeps = keeps_for_partnership | chairs_the_group

LIST = "meetings.list"
READ = "meetings.read"
READ_ITEM = "meetings.read_item"
PLAN = "meetings.plan"
KEEP = "meetings.keep"
KEEP_ITEM = "meetings.keep_item"
DECLARE = "meetings.declare"
RULE = "meetings.rule"

DOORS = doors.table(
    {
        LIST: Door(meets_here, "Only people who sit in a group here see its meetings.", True),
        READ: Door(
            reads_meetings_of_group,
            "Only the group and the coordinator can read a meeting.",
            reading=True,
            listing=readable_meetings,
        ),
        READ_ITEM: Door(
            reads_meetings_of_group & may_know_of_item,
            "Only the group and the coordinator can read what is on an agenda.",
            reading=True,
            listing=readable_items,
        ),
        PLAN: Door(_keeps, "Only the coordinator or the chair plans a group’s meetings."),
        KEEP: Door(_keeps, "Only the coordinator or the chair keeps a group’s agenda and minutes."),
        KEEP_ITEM: Door(
            _keeps & may_know_of_item,
            "Only the coordinator or the chair keeps a group’s agenda and minutes.",
        ),
        DECLARE: Door(
            reads_meetings_of_group & may_know_of_item,
            "Only people who sit in the group declare an interest.",
        ),
        RULE: Door(
            _keeps & may_know_of_item,
            "Only the chair rules on an interest; the coordinator can enter it for them.",
        ),
    }
)
