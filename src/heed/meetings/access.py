"""Who may keep, read and attend meetings. Each predicate completes "a person who …"."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.meetings.models import AgendaItem, Handover, Interest, Meeting, Question
from heed.meetings.states import InterestKind
from heed.partnership.access import sees_case
from heed.partnership.models import Case, Group, Partnership, Person
from heed.partnership.standing import leaves, standing
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


def _administers(person: Person) -> frozenset[int]:
    """The partnerships whose people a person keeps as an administrator."""
    return frozenset(
        p.partnership_id
        for p in standing(person).parts
        if p.kind == PartKind.ADMINISTRATOR and not (p.case_id or p.group_id or p.agency_id)
    )


def _declared(person: Person) -> QuerySet[Interest]:
    return Interest.objects.filter(person=person, kind=InterestKind.PERSONAL, ended_at__isnull=True)


leaves("meetings", _declared, thing="item_id", case="item__case_id")


def personal_interests(person: Person) -> frozenset[int]:
    """The cases in which a person has declared a personal interest."""
    return frozenset(case for _, case in standing(person).left.get("meetings", ()) if case)


def personal_items(person: Person) -> frozenset[int]:
    """The items in which a person has declared a personal interest."""
    return frozenset(item for item, _ in standing(person).left.get("meetings", ()))


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


def seats_of(person: Person) -> frozenset[int]:
    """The groups in which a person sits as the chair, a member or a deputy."""
    return standing(person).groups(PartKind.CHAIR, PartKind.MEMBER)


def kept_groups(person: Person, partnership: Partnership) -> Q:
    """The groups of a partnership whose agenda a person keeps: the same rule as KEEP."""
    if any(
        p.kind == PartKind.COORDINATOR
        and p.partnership_id == partnership.pk
        and not (p.case_id or p.group_id or p.agency_id)
        for p in standing(person).parts
    ):
        return Q(to_group__partnership=partnership)
    return Q(to_group_id__in=standing(person).groups(PartKind.CHAIR))


@predicate
def meets_in_the_partnership(person: Person, thing: Any) -> bool:
    """…reads the meetings of one of the groups of the partnership, or administers it."""
    house = thing if isinstance(thing, Partnership) else thing.partnership
    return meets_here.test(person, house) or house.pk in _administers(person)


def readable_groups(person: Person) -> QuerySet[Group]:
    """The groups whose pages a person may open: the same rule as READ_GROUP."""
    here = {p.partnership_id for p in standing(person).parts if p.group_id}
    return Group.objects.filter(partnership_id__in=here | _reads_all(person) | _administers(person))


@predicate
def reads_either_group(person: Person, thing: Handover) -> bool:
    """…reads the meetings of the group that hands it over, or of the one that is to take it."""
    mine = my_groups(person)
    return (
        thing.partnership_id in _reads_all(person)
        or thing.from_group_id in mine
        or thing.to_group_id in mine
    )


@predicate
def may_know_of_handed(person: Person, thing: Handover) -> bool:
    """…may know of the case that is handed over.

    A case that is open only to the people named on it stays so; of another, both groups are told
    by its reference.
    """
    case = thing.case
    if case is None:
        return True
    told = not case.restricted and {thing.from_group_id, thing.to_group_id} & my_groups(person)
    return case.pk not in standing(person).shut_out and (
        sees_case.test(person, thing) or bool(told)
    )


@predicate
def keeps_the_receiving_group(person: Person, thing: Handover) -> bool:
    """…coordinates for the partnership, or chairs the group that is to take it."""
    return keeps_for_partnership.test(person, thing) or standing(person).holds(
        PartKind.CHAIR, group=thing.to_group_id
    )


def readable_handovers(person: Person) -> QuerySet[Handover]:
    """What is handed over that a person may read: the same rule as READ_HANDOVER."""
    mine, groups = standing(person), my_groups(person)
    either = Q(from_group_id__in=groups) | Q(to_group_id__in=groups)
    closed = mine.shut_out | personal_interests(person)
    return (
        Handover.objects.filter(Q(to_group__partnership_id__in=_reads_all(person)) | either)
        .filter(
            Q(case__isnull=True)
            | Q(case__in=Case.objects.visible_to(person).values("pk"))
            | (Q(case__restricted=False) & either)
        )
        .exclude(case_id__in=closed)
    )


@predicate
def has_not_left_the_question(person: Person, thing: Question) -> bool:
    """…has declared no personal interest in the question."""
    return thing.item_id not in personal_items(person)


@predicate
def may_know_of_question(person: Person, thing: Question) -> bool:
    """…may know of the case that the question is about."""
    return thing.case is None or sees_case.test(person, thing)


@predicate
def sits_in_the_group(person: Person, thing: Question) -> bool:
    """…sits in the group, as the chair, a member or a deputy."""
    return thing.group_id in seats_of(person)


def readable_questions(person: Person) -> QuerySet[Question]:
    """The questions between meetings that a person may read: the same rule as READ_QUESTION."""
    return (
        Question.objects.filter(
            Q(group__partnership_id__in=_reads_all(person)) | Q(group_id__in=my_groups(person))
        )
        .filter(Q(case__isnull=True) | Q(case__in=Case.objects.visible_to(person).values("pk")))
        .exclude(case_id__in=personal_interests(person))
        .exclude(item_id__in=personal_items(person))
    )


_keeps = keeps_for_partnership | chairs_the_group
_reads_question = (
    reads_meetings_of_group
    & may_know_of_question
    & has_no_personal_interest
    & has_not_left_the_question
)

LIST = "meetings.list"
READ = "meetings.read"
READ_ITEM = "meetings.read_item"
PLAN = "meetings.plan"
KEEP = "meetings.keep"
KEEP_ITEM = "meetings.keep_item"
DECLARE = "meetings.declare"
RULE = "meetings.rule"
READ_GROUPS = "meetings.read_groups"
READ_GROUP = "meetings.read_group"
READ_HANDOVER = "meetings.read_handover"
RECEIVE = "meetings.receive"
READ_QUESTION = "meetings.read_question"
ANSWER = "meetings.answer"
SETTLE = "meetings.settle"

DOORS = doors.table(
    {
        READ_GROUPS: Door(
            meets_in_the_partnership,
            "Only people who sit in a group here, and administrators, see its groups.",
            True,
        ),
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
        READ_GROUP: Door(
            meets_in_the_partnership,
            "Only people who sit in a group here, and administrators, see its groups.",
            reading=True,
            listing=readable_groups,
        ),
        READ_HANDOVER: Door(
            reads_either_group & may_know_of_handed & has_no_personal_interest,
            "Only the two groups and the coordinator read what is handed over.",
            reading=True,
            listing=readable_handovers,
        ),
        RECEIVE: Door(
            keeps_the_receiving_group & may_know_of_handed & has_no_personal_interest,
            "Only the coordinator, or the chair of the group that takes it, receives it.",
        ),
        READ_QUESTION: Door(
            _reads_question,
            "Only the group’s members read what it is asked between meetings.",
            reading=True,
            listing=readable_questions,
        ),
        ANSWER: Door(
            sits_in_the_group & _reads_question,
            "Only the group’s members say where they stand.",
        ),
        SETTLE: Door(
            _keeps & _reads_question,
            "Only the coordinator or the chair closes a question between meetings.",
        ),
    }
)
