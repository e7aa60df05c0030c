"""Triage and weighing: onto the group's agenda, and the draft of a decision."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.alongside import operations as alongside
from heed.decisions import queries
from heed.decisions.access import TRIAGE, WRITE
from heed.decisions.models import CriterionAnswer, Decision
from heed.decisions.operations.incidents import WAITS_ON_AUTHORITY
from heed.design import dates
from heed.history import operations as history
from heed.meetings import operations as meetings
from heed.meetings.models import AgendaItem, Meeting
from heed.meetings.states import ItemKind
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from heed.partnership.queries import deciding_group
from heed.partnership.states import Stage
from heed.pathways.queries import pack_of
from heed.refusals import NotNow

#: What a draft of a decision can hold before it is recorded.
WRITTEN = ("route", "reasons", "dissent", "family", "present", "because", "out_of_order")
BEFORE = frozenset({Stage.REFERRAL, Stage.DECISION})


@transaction.atomic
def take_to_meeting(case: Case, *, by: Person, meeting: Meeting | None = None) -> AgendaItem:
    """Put a case on the agenda of the deciding group's next meeting, or of ``meeting``.

    Where no meeting is planned it waits for the next one.
    """
    doors.check(by, TRIAGE, case)
    decision = start_decision(case, by=by)
    item = meetings.put_on_agenda(
        case,
        by=by,
        group=decision.group,
        kind=ItemKind.DECISION,
        title=f"{case.reference}: what does it call for?",
        about=f"decision:{decision.pk}",
        url_name="decisions:decision",
        url_args={"partnership": case.partnership.slug, "reference": case.reference},
        meeting=meeting,
    )
    decision.item = item
    decision.save(update_fields=["item"])
    when = f", {dates.day(item.meeting.day)}" if item.meeting else ""
    _aim_at_decision(case, by=by, waiting_on=f"{pack_of(case).word('review_group')}{when}")
    history.record(
        "took to a meeting",
        case,
        by=by,
        said=f"Put on the agenda of the {decision.group.name}{when}.",
    )
    return item


@transaction.atomic
def start_decision(case: Case, *, by: Person) -> Decision:
    """Begin to weigh what a case calls for; the draft that is there already is given back."""
    doors.check(by, WRITE, case)
    draft = queries.being_weighed(case)
    if draft is not None:
        return draft
    if case.stage in (Stage.DRAFT, Stage.WITHDRAWN, Stage.MERGED):
        raise NotNow(f"This case is not with the group: {case.stage_word.lower()}.")
    decision = Decision.objects.create(
        case=case,
        number=case.decisions.count() + 1,
        group=deciding_group(case.partnership),
        entered_by=by,
        entered_at=clock.now(),
    )
    history.record("began to weigh", decision, by=by)
    if case.stage in BEFORE:
        _aim_at_decision(case, by=by, waiting_on=f"The {pack_of(case).word('review_group')}")
    return decision


@transaction.atomic
def weigh(
    decision: Decision,
    *,
    by: Person,
    seen: int,
    answers: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    support: Sequence[str] = (),
    family_not_offered: str = "",
    **values: Any,
) -> Decision:
    """Save what is written so far. ``answers`` gives (answer, evidence) by (set, criterion).

    ``support`` is what would help the child and family to take part, or ``family_not_offered`` why
    nothing is offered: kept beside the case, from here to the review.

    ``values`` are among those of ``WRITTEN``.
    """
    doors.check(by, WRITE, decision)
    if not decision.being_written:
        raise NotNow("This decision is recorded. Reopen it to correct it.")
    history.change(
        decision,
        by=by,
        seen=seen,
        verb="weighed",
        **{name: values[name] for name in WRITTEN if name in values},
    )
    if support or family_not_offered.strip():
        alongside.support_family(
            decision.case, by=by, support=support, not_offered=family_not_offered
        )
    for (group, criterion), (answer, evidence) in (answers or {}).items():
        CriterionAnswer.objects.update_or_create(
            decision=decision,
            set=group,
            criterion=criterion,
            defaults={"answer": answer, "evidence": evidence},
        )
    return decision


def _aim_at_decision(case: Case, *, by: Person, waiting_on: str) -> None:
    """The case waits for the group; a notification that is still owed keeps its date in front."""
    values: dict[str, Any] = {
        "target": queries.decide_by(case, pack_of(case)),
        "target_is": "Decision",
    }
    if case.deadline and case.waiting_on == WAITS_ON_AUTHORITY:
        values = {"target": case.target, "target_is": case.target_is, "deadline": True}
        waiting_on = WAITS_ON_AUTHORITY
    partnership.set_stage(case, by=by, stage=Stage.DECISION, waiting_on=waiting_on[:120], **values)
