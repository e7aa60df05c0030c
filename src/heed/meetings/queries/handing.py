"""What groups hand to each other."""

from django.db.models import Q, QuerySet

from heed.meetings.access import kept_groups, readable_handovers
from heed.meetings.models import Handover
from heed.meetings.states import HandoverState
from heed.partnership.models import Group, Partnership, Person


def handover(person: Person, partnership: str, number: int) -> Handover:
    """One handover among those that the person may read."""
    return (
        readable_handovers(person)
        .select_related(
            "from_group", "to_group__partnership", "case__partnership", "given_by", "answered_by",
            "item__meeting", "taken_as__meeting",
        )
        .get(to_group__partnership__slug=partnership, pk=number)
    )  # fmt: skip


def handovers_of(person: Person, group: Group) -> QuerySet[Handover]:
    """What a group gave and was given, as far as the person may read it; newest first."""
    return (
        readable_handovers(person)
        .filter(Q(from_group=group) | Q(to_group=group))
        .select_related("from_group", "to_group", "taken_as__meeting")
    )


def to_receive(person: Person, partnership: Partnership) -> QuerySet[Handover]:
    """What waits for this person to receive it for a group."""
    return (
        readable_handovers(person)
        .filter(
            kept_groups(person, partnership),
            to_group__partnership=partnership,
            state=HandoverState.OFFERED,
        )
        .select_related("from_group", "to_group", "case")
        .order_by("given_at", "pk")
    )
