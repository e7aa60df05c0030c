"""Handing something to another group, and receiving it or giving it back."""

from collections.abc import Sequence

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.meetings import emails, queries
from heed.meetings.access import KEEP_ITEM, PLAN, RECEIVE
from heed.meetings.models import AdmissionAnswer, AgendaItem, Handover
from heed.meetings.operations.agenda import _last
from heed.meetings.states import Admits, HandoverState, ItemKind, Matter
from heed.partnership.models import Case, Group, Person
from heed.refusals import NotNow

CLOSED = (
    "This case is open only to the people named on it, so it cannot go to another group by its "
    "reference. Name the people who need it on the case instead."
)


@transaction.atomic
def hand_over(
    from_group: Group,
    *,
    by: Person,
    to_group: Group,
    matter: Matter,
    title: str,
    why: str,
    asks: str,
    item: AgendaItem | None = None,
    case: Case | None = None,
) -> Handover:
    """Hand something to another group: at a meeting, from its ``item``, or between meetings.

    The other group is told what is written here and no more. An item that no stage decides is
    dealt with by this; handing the same item over twice gives the first again.
    """
    if item is not None:
        doors.check(by, KEEP_ITEM, item)
        case = item.case
    else:
        doors.check(by, PLAN, from_group)
    waiting = (
        item.handed_on.filter(to_group=to_group, state=HandoverState.OFFERED) if item else None
    )
    if waiting is not None and (first := waiting.first()) is not None:
        return first
    given = _offer(
        from_group, to_group, by=by, matter=matter, title=title, why=why, asks=asks, item=item,
        case=case,
    )  # fmt: skip
    if item is not None and not item.url_name and not item.outcome:
        history.change(
            item,
            by=by,
            seen=None,
            verb="wrote an outcome",
            outcome=f"Handed to the {to_group.name}.",
            outcome_at=clock.now(),
        )
    emails.handed(given, by=by)
    return given


@transaction.atomic
def bring(
    to_group: Group,
    *,
    by: Person,
    from_group: Group,
    matter: Matter,
    title: str,
    why: str,
    asks: str,
) -> Handover:
    """Enter for a board what it brings to a group, such as a safeguarding adult review.

    There is no child's case behind it. The group still receives it, by its own criteria.
    """
    doors.check(by, PLAN, to_group)
    return _offer(from_group, to_group, by=by, matter=matter, title=title, why=why, asks=asks)


def _offer(
    from_group: Group,
    to_group: Group,
    *,
    by: Person,
    matter: Matter,
    title: str,
    why: str,
    asks: str,
    item: AgendaItem | None = None,
    case: Case | None = None,
) -> Handover:
    if to_group not in queries.hands_to(from_group):
        raise NotNow(f"The {from_group.name} does not pass things to the {to_group.name}.")
    if case is not None and case.restricted:
        raise NotNow(CLOSED)
    given = Handover.objects.create(
        from_group=from_group,
        to_group=to_group,
        item=item,
        case=case,
        matter=matter,
        title=title,
        why=why,
        asks=asks,
        given_by=by,
    )
    history.record(
        "handed over",
        given,
        by=by,
        said=f"Handed from the {from_group.name} to the {to_group.name}.",
    )
    return given


@transaction.atomic
def receive(
    handover: Handover,
    *,
    by: Person,
    seen: int,
    answers: Sequence[tuple[str, Admits, str]] = (),
    answer: str = "",
) -> Handover:
    """Receive what was handed over: it goes onto the group's next agenda, or waits for one.

    ``answers`` are (criterion, answer, why) for each of the group's own criteria. A criterion that
    is not met bars nothing, but the reason is needed.
    """
    doors.check(by, RECEIVE, handover)
    group = handover.to_group
    if [said[0] for said in answers] != list(queries.admits(group)):
        raise NotNow("Answer each of the group’s own criteria first.")
    if any(said != Admits.YES and not why.strip() for _, said, why in answers):
        raise NotNow("Say why it is taken although one of the criteria is not a yes.")
    meeting = queries.next_meeting(group)
    handover.taken_as = AgendaItem.objects.create(
        group=group,
        meeting=meeting,
        case=handover.case,
        kind=ItemKind.HANDED,
        title=handover.title,
        about=f"handover:{handover.pk}",
        order=_last(meeting) + 1 if meeting else 0,
        added_by=by,
    )
    _answered(handover, by=by, answer=answer)
    handover.criteria.all().delete()
    AdmissionAnswer.objects.bulk_create(
        AdmissionAnswer(handover=handover, number=n, criterion=words, answer=said, reason=why)
        for n, (words, said, why) in enumerate(answers, start=1)
    )
    when = f", for {queries.day_of(meeting)}" if meeting else ""
    history.move(
        handover,
        to=HandoverState.TAKEN,
        by=by,
        seen=seen,
        said=f"Received by the {group.name}{when}.",
    )
    emails.handed_answer(handover, by=by)
    return handover


@transaction.atomic
def give_back(handover: Handover, *, by: Person, seen: int, why: str) -> Handover:
    """Give something back, with the reason; it stands on the first group's next agenda again."""
    doors.check(by, RECEIVE, handover)
    if not why.strip():
        raise NotNow("Say why it is given back, in a sentence.")
    _answered(handover, by=by, answer=why)
    history.move(
        handover,
        to=HandoverState.RETURNED,
        by=by,
        seen=seen,
        said=f"Given back by the {handover.to_group.name}.",
    )
    _stands_again(handover, by=by)
    emails.handed_answer(handover, by=by)
    return handover


def _answered(handover: Handover, *, by: Person, answer: str) -> None:
    handover.answer, handover.answered_by, handover.answered_at = answer, by, clock.now()
    handover.save(update_fields=["answer", "answered_by", "answered_at", "taken_as"])


def _stands_again(handover: Handover, *, by: Person) -> None:
    """What handing over dealt with is open again: here, or at the next meeting once held."""
    item = handover.item
    if item is None or item.url_name:
        return
    if item.meeting is None or item.meeting.ahead:
        history.change(
            item, by=by, seen=None, verb="opened an item again", outcome="", outcome_at=None
        )
        return
    meeting = queries.next_meeting(item.group, after=item.meeting)
    AgendaItem.objects.create(
        group=item.group,
        meeting=meeting,
        case=item.case,
        kind=item.kind,
        title=item.title,
        about=item.about,
        order=_last(meeting) + 1 if meeting else 0,
        came_from=item,
        added_by=by,
    )
