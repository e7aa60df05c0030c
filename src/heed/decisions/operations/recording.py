"""Recording a decision with its reasons, correcting it, and what follows from it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.alongside import operations as alongside
from heed.alongside import queries as beside
from heed.decisions import queries
from heed.decisions.access import RECORD
from heed.decisions.between import asked_between
from heed.decisions.known import known
from heed.decisions.models import Decision, DecisionEdition
from heed.decisions.operations.incidents import WAITS_ON_AUTHORITY
from heed.decisions.operations.weighing import weigh
from heed.decisions.order import comes_before, needs_notification
from heed.decisions.record import as_record
from heed.decisions.states import DecisionState
from heed.design import dates
from heed.history import operations as history
from heed.meetings import operations as meetings
from heed.meetings.states import ItemKind
from heed.partnership import operations as partnership
from heed.partnership.access import chairs_deciding_group
from heed.partnership.models import Case, Person
from heed.partnership.states import About, Means, Stage
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Pack, Route
from heed.referrals import operations as referrals
from heed.refusals import NotNow

NO_REASONS = "Write why the group decided this. A sentence is enough."
NO_ROUTE = "Choose what the group decided."
WHOSE_WORD = "Say on whose word you enter this: the chair, or whoever stood in for the chair."
WHO_OUTSIDE = "Say who decided it, as it was not at a meeting."
CORRECTED = "The record of the decision was corrected"
SHORT = "{0} Say why the group goes ahead, and it is kept with the decision."
#: A decision moves the case only from here: a review that is open is not moved back.
FROM_HERE = frozenset({Stage.REFERRAL, Stage.DECISION, Stage.SCOPE, Stage.NOT_TAKEN})


@transaction.atomic
def record_decision(
    decision: Decision,
    *,
    by: Person,
    seen: int,
    route: str,
    reasons: str,
    answers: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    dissent: str = "",
    family: str = "",
    support: Sequence[str] = (),
    family_not_offered: str = "",
    present: str = "",
    because: str = "",
    out_of_order: str = "",
    outside: bool = False,
    ratify: bool = True,
    happened_on: date | None = None,
    means: Means = Means.MEETING,
    on_word_of: str = "",
) -> Decision:
    """Record what was decided and why; the case moves on and the referrer is told.

    ``outside`` says that it was taken between meetings: then ``present`` names who decided,
    ``means`` how, and the next meeting is asked to ``ratify`` it, unless the decision was taken
    before Heed was in use. ``because`` is why a group that was
    short went ahead; ``out_of_order`` why a route comes before the one that it normally
    follows. Somebody who is not the chair gives ``on_word_of``. Refuses without a route or
    reasons, and a route that statute lets follow only from another.
    """
    doors.check(by, RECORD, decision)
    case, pack = decision.case, pack_of(decision.case)
    chosen = _route(pack, route)
    if not reasons.strip():
        raise NotNow(NO_REASONS)
    if not on_word_of and not chairs_deciding_group.test(by, decision):
        raise NotNow(WHOSE_WORD)
    _may_follow(case, pack, chosen, out_of_order=out_of_order)
    _may_end(case, chosen)
    decision.item = queries.current_item(decision)
    stood = None if outside else queries.stood(decision)
    if stood is None and not present.strip():
        raise NotNow(WHO_OUTSIDE)
    if (
        stood is not None
        and not stood.quorate
        and not (because or queries.meeting_because(decision))
    ):
        raise NotNow(SHORT.format(stood.sentence))
    corrected = decision.state == DecisionState.REOPENED
    weigh(
        decision,
        by=by,
        seen=seen,
        answers=answers,
        route=chosen.id,
        reasons=reasons,
        dissent=dissent,
        family=family,
        support=support,
        family_not_offered=family_not_offered,
        present=present or "\n".join(stood.present if stood else ()),
        because=because or (queries.meeting_because(decision) if stood else ""),
        out_of_order=out_of_order if comes_before(case, pack, chosen) else "",
    )
    asked = asked_between(decision) if stood is None else None
    between = f"Decided outside a meeting. {asked.sentence if asked else ''}".strip()
    decision.quoracy = (stood.sentence if stood else between)[:300]
    if ratify:
        _family_thought_of(decision, chosen)
    decision.happened_on = happened_on or queries.decided_on(decision, clock.today())
    decision.means = Means.MEETING if stood else means
    decision.on_word_of = on_word_of
    decision.entered_by, decision.entered_at = by, clock.now()
    decision.edition = pack.edition
    decision.recorded_by, decision.recorded_at = by, clock.now()
    decision.save(
        update_fields=[
            "quoracy", "happened_on", "means", "on_word_of", "entered_by", "entered_at",
            "edition", "recorded_by", "recorded_at", "item",
        ]
    )  # fmt: skip
    history.move(
        decision,
        to=DecisionState.RECORDED,
        by=by,
        said=f"{CORRECTED if corrected else 'Decided'}: {chosen.name}.",
        happened_on=decision.happened_on,
        on_word_of=on_word_of,
    )
    DecisionEdition.objects.create(
        decision=decision,
        number=decision.editions.count() + 1,
        record=as_record(decision, known=known(by, case)),
        corrected_why=decision.reopened_why,
        recorded_by=by,
        recorded_at=decision.recorded_at,
    )
    _follow(decision, chosen, by=by, outside=stood is None, ratify=ratify)
    return decision


@transaction.atomic
def reopen_decision(decision: Decision, *, by: Person, seen: int, why: str) -> Decision:
    """Reopen a decision to put its record right; what was recorded stays, with the reason."""
    doors.check(by, RECORD, decision)
    if not why.strip():
        raise NotNow("Say what has to be put right, in a sentence.")
    if queries.being_weighed(decision.case) is not None:
        raise NotNow("Another decision on this case is being weighed. Record that one first.")
    decision.reopened_why = why
    decision.save(update_fields=["reopened_why"])
    return history.move(
        decision,
        to=DecisionState.REOPENED,
        by=by,
        seen=seen,
        said="The decision was reopened to put its record right.",
    )


def _route(pack: Pack, route: str) -> Route:
    try:
        return pack.route(route)
    except KeyError:
        raise NotNow(NO_ROUTE) from None


def _may_follow(case: Case, pack: Pack, route: Route, *, out_of_order: str) -> None:
    """Some routes follow only from another: a rapid review from a notification. Others normally
    do: a practice review from a rapid review. Then the reason is asked, and kept.
    """
    missing = comes_before(case, pack, route)
    if not missing:
        return
    if route.must_follow:
        raise NotNow(
            f"{route.name} comes only after this: {missing}. Enter when the local authority "
            "notified, or choose a route that statute does not time."
            if needs_notification(pack, route)
            else f"{route.name} comes only after this: {missing}. Record that decision first."
        )
    if not out_of_order.strip():
        raise NotNow(
            f"{route.name} normally follows this: {missing}. You can go ahead: say why it comes "
            "first here."
        )


def _family_thought_of(decision: Decision, route: Route) -> None:
    """A review begins with the child's and family's part: what is offered, or why nothing is."""
    case = decision.case
    if not route.opens_review or case.about == About.NOBODY or decision.family.strip():
        return
    if not beside.family(case).thought_of:
        raise NotNow(alongside.SAY_WHY)


def _owes_notification(case: Case) -> bool:
    return case.deadline and case.waiting_on == WAITS_ON_AUTHORITY


def _may_end(case: Case, route: Route) -> None:
    """A case does not end while the local authority has a notification to make."""
    if route.opens_review or route.kind == "duty" or not _owes_notification(case):
        return
    by_when = f" by {dates.day(case.target)}" if case.target else ""
    raise NotNow(
        f"The local authority has a notification to make{by_when}. Enter when it notified, or "
        "answer the serious incident test again if the facts have changed; then record this."
    )


def _follow(decision: Decision, route: Route, *, by: Person, outside: bool, ratify: bool) -> None:
    case = decision.case
    if case.stage in FROM_HERE:
        _move_case(decision, route, by=by)
    elif case.route != route.id:
        case.route = route.id
        case.save(update_fields=["route"])
    referral = getattr(case, "referral", None)
    if referral is not None:
        referrals.tell_outcome(referral, by=by, outcome=route.name, reasons=decision.reasons)
    on = dates.day(decision.happened_on)
    if decision.item is not None:
        said = f"Decided between meetings, on {on}" if outside else "Decided"
        meetings.write_outcome(decision.item, by=by, outcome=f"{said}: {route.name}.")
    if outside and ratify:
        meetings.put_on_agenda(
            case,
            by=by,
            group=decision.group,
            kind=ItemKind.RATIFY,
            title=f"{case.reference}: decided on {on}",
            about=f"ratify:{decision.pk}",
            url_name="decisions:record",
            url_args={
                "partnership": case.partnership.slug,
                "reference": case.reference,
                "number": decision.number,
            },
        )


def _move_case(decision: Decision, route: Route, *, by: Person) -> None:
    """Where the case stands now. An untimed route gives targets; only statute gives a deadline."""
    case = decision.case
    values: dict[str, Any] = {"route": route.id}
    stands = {"target": case.target, "target_is": case.target_is, "deadline": case.deadline}
    if route.opens_review and _owes_notification(case):
        values |= {"stage": Stage.SCOPE, **stands}
    elif route.opens_review:
        values |= {
            "stage": Stage.SCOPE,
            "waiting_on": "The coordinator, to open the review",
            **_next_date(decision, route),
        }
    elif route.kind == "duty":
        values |= {"stage": Stage.DECISION, "waiting_on": WAITS_ON_AUTHORITY, **stands}
    else:
        values |= {"stage": Stage.NOT_TAKEN, "waiting_on": ""}
    if route.kind == "good_practice":
        values["good_practice"] = True
    partnership.set_stage(case, by=by, **values)


def _next_date(decision: Decision, route: Route) -> dict[str, Any]:
    """The next date that the route's own clocks give, from the decision or the notification."""
    case, pack = decision.case, pack_of(decision.case)
    starts = {"decision_made": decision.happened_on}
    if case.incident is not None and case.incident.notified_on is not None:
        starts["notification_sent"] = case.incident.notified_on
    if case.incident is not None and case.incident.aware_on is not None:
        starts["authority_aware"] = case.incident.aware_on
    found = [
        (clocks.due(timed, starts[timed.starts_from]), timed)
        for timed in (pack.clock(one) for one in route.starts_clocks)
        if timed.starts_from in starts
    ]
    if not found:
        return {}
    due, timed = min(found, key=lambda one: one[0])
    return {"target": due, "target_is": timed.label[:60], "deadline": timed.kind == "deadline"}
