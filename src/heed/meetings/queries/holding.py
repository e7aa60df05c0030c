"""Named reads of meetings. The person comes first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from heed import clock
from heed.design import dates
from heed.meetings.access import (
    personal_interests,
    personal_items,
    readable_items,
    readable_meetings,
)
from heed.meetings.models import AgendaItem, Attendance, Interest, Meeting, MeetingAction
from heed.meetings.states import AHEAD, InterestKind, MeetingState, Presence
from heed.partnership.models import Case, Group, Part, Partnership, Person
from heed.partnership.states import PartKind
from heed.pathways.queries import pack_in_force
from heed.pathways.shapes import Group as Cycle
from heed.pathways.shapes import Pack, Quorum
from heed.pathways.shapes.groups import SECTORS

SITS = (PartKind.CHAIR, PartKind.MEMBER)


def has_personal_interest(person: Person, case: Case) -> bool:
    """Whether a person has a personal interest in a case: its papers are closed to them."""
    return case.pk in personal_interests(person)


def meetings(person: Person, partnership: Partnership, *, ahead: bool) -> QuerySet[Meeting]:
    """The meetings that a person may read: ahead, soonest first; or behind, newest first."""
    found = readable_meetings(person).filter(group__partnership=partnership)
    found = found.select_related("group__partnership")
    if ahead:
        return found.filter(state__in=AHEAD).order_by("begins_at", "pk")
    return found.exclude(state__in=AHEAD).order_by("-begins_at", "-pk")


def meeting(person: Person, partnership: str, number: int) -> Meeting:
    """One meeting among those that the person may read."""
    return (
        readable_meetings(person)
        .select_related("group__partnership", "because_by", "minutes_by")
        .get(group__partnership__slug=partnership, pk=number)
    )


def item(person: Person, partnership: str, number: int, item: int) -> AgendaItem:
    """One item of a meeting among those that the person may know of."""
    return (
        readable_items(person)
        .select_related("meeting__group__partnership", "group__partnership", "case__partnership")
        .get(group__partnership__slug=partnership, meeting_id=number, pk=item)
    )


@dataclass(frozen=True)
class Line:
    """One line of an agenda, as one person may see it.

    ``declared`` are the interests in it; ``leaves`` says that this person leaves for it.
    """

    item: AgendaItem
    declared: tuple[Interest, ...]
    leaves: bool


def agenda(person: Person, meeting: Meeting) -> list[Line]:
    """What is on the agenda, for this person: a case that they may not know of is not there."""
    found = (
        readable_items(person)
        .filter(meeting=meeting)
        .select_related("case", "group__partnership", "came_from__meeting__group")
        .prefetch_related("interests__agency", "handed_on__to_group")
    )
    mine = personal_interests(person)
    lines = []
    for one in found:
        declared = tuple(i for i in one.interests.all() if i.ended_at is None)
        leaves = one.case_id in mine or any(
            i.person_id == person.pk and i.kind == InterestKind.PERSONAL for i in declared
        )
        lines.append(Line(one, declared, leaves))
    return lines


def next_meeting(group: Group, *, after: Meeting | None = None) -> Meeting | None:
    """The group's next meeting that is planned or under way, from today, or after another one."""
    found = Meeting.objects.filter(group=group, state__in=AHEAD).order_by("begins_at", "pk")
    if after is not None:
        found = found.filter(begins_at__gt=after.begins_at).exclude(pk=after.pk)
    midnight = (
        clock.now().astimezone(clock.LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    )
    return found.filter(Q(begins_at__gte=midnight) | Q(state=MeetingState.OPEN)).first()


def waiting_items(group: Group) -> QuerySet[AgendaItem]:
    """What was held over and waits for the group's next meeting to be planned."""
    return AgendaItem.objects.filter(group=group, meeting__isnull=True).order_by("added_at", "pk")


def cycle_of(group: Group) -> Cycle | None:
    """How the group works, as the way of working in force says; none where it does not."""
    try:
        return way_of_working(group.partnership).group(group.key)
    except KeyError:
        return None


def way_of_working(partnership: Partnership) -> Pack:
    """The partnership's way of working in force, read once for each partnership that is loaded."""
    kept: Pack | None = partnership.__dict__.get("_way_of_working")
    if kept is None:
        kept = partnership.__dict__["_way_of_working"] = pack_in_force(partnership)
    return kept


@dataclass(frozen=True)
class Member:
    """Somebody who sits in the group, and what was recorded of them at a meeting."""

    person: Person
    chair: bool
    deputy_for: str
    attendance: Attendance | None = None


def members(group: Group, *, at: Meeting | None = None) -> list[Member]:
    """Who sits in the group now, the chair first, deputies after those they stand in for."""
    kept = (
        {a.person_id: a for a in at.attendances.select_related("agency") if a.person_id}
        if at is not None
        else {}
    )
    parts = (
        Part.objects.filter(group=group, kind__in=SITS, case__isnull=True)
        .current()
        .select_related("person__agency", "post__holder__agency", "deputy__agency")
    )
    sitting = [
        (part, part.person or (part.post.holder if part.post else None))
        for part in sorted(parts, key=lambda p: (p.kind != PartKind.CHAIR, p.pk))
    ]
    in_their_own_right = {holder.pk for _, holder in sitting if holder is not None}
    found: dict[int, Member] = {}
    for part, holder in sitting:
        deputy = part.deputy_now
        if deputy is not None and deputy.pk in in_their_own_right:
            deputy = None
        for one, stands_for in ((holder, ""), (deputy, holder.name if holder else "")):
            if one is not None and one.is_active and one.pk not in found:
                chair = part.kind == PartKind.CHAIR and not stands_for
                found[one.pk] = Member(one, chair, stands_for, kept.get(one.pk))
    return list(found.values())


@dataclass(frozen=True)
class Quoracy:
    """Whether the group has the people it needs. It tells; it never blocks.

    ``missing`` are the sectors that nobody speaks for, in words. ``sentence`` says how it stands;
    ``may_still`` what may go ahead all the same, in the pack's words.
    """

    present: int
    needed: int
    missing: tuple[str, ...]
    may_still: str

    @property
    def quorate(self) -> bool:
        """Whether the rule is met."""
        return self.present >= self.needed and not self.missing

    @property
    def sentence(self) -> str:
        """How it stands, for the page and the record."""
        here = f"{self.present} member{'' if self.present == 1 else 's'} here, {self.needed} needed"
        if self.quorate:
            return f"Quorate: {here}."
        if not self.missing:
            return f"Not quorate: {here}."
        return f"Not quorate: {here}. Nobody speaks for {_and(self.missing)}."


def quoracy(
    attendances: Iterable[Attendance],
    rule: Quorum,
    *,
    leaving: Iterable[Interest] = (),
) -> Quoracy:
    """Whether the members here make a quorum; those with a personal interest do not count.

    ``leaving`` are the interests declared in one item: the group may be quorate for the meeting and
    short for that item.
    """
    personal = [i for i in leaving if i.kind == InterestKind.PERSONAL]
    gone = {i.person_id for i in personal if i.person_id}
    gone_names = {i.name.casefold() for i in personal if not i.person_id}
    here = [
        a
        for a in attendances
        if a.presence == Presence.PRESENT
        and a.counts
        and a.person_id not in gone
        and a.name.casefold() not in gone_names
    ]
    # A deputy sits in somebody's place: while that member is here, they are one seat and not two.
    names = {a.name.casefold() for a in here if not a.stands_for}
    here = [a for a in here if not a.stands_for or a.stands_for.casefold() not in names]
    sectors = {a.sector for a in here}
    missing = tuple(_sector(s) for s in rule.sectors if s not in sectors)
    return Quoracy(len(here), rule.at_least, missing, rule.when_short)


def _sector(key: str) -> str:
    words = SECTORS[key].rstrip(".").split(",")[0]
    return words[:1].lower() + words[1:]


def _and(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def action_log(person: Person, partnership: Partnership) -> QuerySet[MeetingAction]:
    """What people said at meetings they would do, for whoever reads those; open ones first."""
    return (
        MeetingAction.objects.filter(
            meeting__in=readable_meetings(person).filter(group__partnership=partnership)
        )
        .filter(Q(item__isnull=True) | Q(item__in=_items_stayed_for(person)))
        .select_related("meeting__group__partnership", "item", "person")
        .order_by(F("done_on").desc(nulls_first=True), F("by_when").asc(nulls_last=True), "pk")
    )


def _items_stayed_for(person: Person) -> QuerySet[AgendaItem]:
    """The items that a person may know of, without those for which they leave."""
    return (
        readable_items(person)
        .exclude(pk__in=personal_items(person))
        .exclude(case_id__in=personal_interests(person))
    )


def actions_of(person: Person, meeting: Meeting) -> QuerySet[MeetingAction]:
    """What people said at this meeting they would do, as far as this person may know of it.

    What was said of an item for which the person leaves is not there.
    """
    return (
        meeting.actions.filter(Q(item__isnull=True) | Q(item__in=_items_stayed_for(person)))
        .select_related("item")
        .order_by(F("done_on").desc(nulls_first=True), F("by_when").asc(nulls_last=True), "pk")
    )


def declared(item: AgendaItem) -> list[Interest]:
    """The interests in an item that stand."""
    return list(item.interests.filter(ended_at__isnull=True).select_related("agency"))


def leaves(person: Person, item: AgendaItem) -> bool:
    """Whether a person has a personal interest in an item, and so leaves for it."""
    if item.case_id is not None and item.case_id in personal_interests(person):
        return True
    return any(
        one.person_id == person.pk and one.kind == InterestKind.PERSONAL for one in declared(item)
    )


def quorum_of(group: Group) -> Quorum:
    """The group's quorum, from the way of working in force."""
    cycle = cycle_of(group)
    return cycle.quorum if cycle else Quorum()


def day_of(meeting: Meeting) -> str:
    """The day of a meeting, in words."""
    return dates.day(meeting.day)
