"""Pauses that somebody authorised, and what became of the days that law sets."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from heed import clock, doors
from heed.alongside.models import ParallelProcess
from heed.decisions import operations as decisions
from heed.decisions import queries as decided
from heed.decisions.models import Pause
from heed.decisions.order import needs_notification
from heed.decisions.states import PAUSED, PauseReason
from heed.design import dates
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from heed.partnership.states import ENDED
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.refusals import NotNow
from heed.reviews.access import KEEP_DATES, PAUSE
from heed.reviews.models import Review, Target
from heed.reviews.states import ReviewState

NOT_NOTIFIED = (
    "A {0} goes to the Panel only after the local authority has notified the incident. Enter the "
    "notification first: it is on the case, under what the authority did."
)


@transaction.atomic
def authorise_pause(
    case: Case,
    *,
    by: Person,
    reason: PauseReason,
    process: ParallelProcess | None = None,
    authorised_by: str,
    first: date,
    last: date | None = None,
    words: str = "",
    evidence: str = "",
) -> Pause:
    """Pause a case, on the word of whoever authorised it. Targets move; what law sets does not.

    ``process`` is what runs alongside the case, where that is why. ``last`` is its last day, or
    empty while nobody knows; then no target is aimed for until the pause ends. One that begins
    later is begun by the day itself.
    """
    doors.check(by, PAUSE, case)
    if process is not None and process.case_id != case.pk:
        raise NotNow("Choose a process that runs alongside this case.")
    _may_be(authorised_by, first, last)
    pause = Pause.objects.create(
        case=case,
        reason=reason,
        process=process,
        words=words,
        authorised_by=authorised_by[:200],
        evidence=evidence,
        first=first,
        last=last,
        happened_on=clock.today(),
        entered_by=by,
        entered_at=clock.now(),
        on_word_of=authorised_by[:200],
    )
    over = f"from {dates.day(first)}" + (f" to {dates.day(last)}" if last else "")
    history.record(
        "paused",
        pause,
        by=by,
        said=f"A pause was authorised {over}: {_lower(pause.reason_word)}.",
        happened_on=first,
        on_word_of=authorised_by,
    )
    _settle(case, by=by)
    return pause


@transaction.atomic
def end_pause(pause: Pause, *, by: Person, seen: int | None, last: date) -> Pause:
    """End a pause with its last day. Targets are counted again from what it took."""
    doors.check(by, PAUSE, pause)
    if pause.is_over:
        raise NotNow("This pause has ended already. You can correct its days.")
    _may_be(pause.authorised_by, pause.first, last)
    history.change(
        pause,
        by=by,
        seen=seen,
        verb="ended a pause",
        said=f"The pause ended on {dates.day(last)}.",
        last=last,
        ended=True,
    )
    _settle(pause.case, by=by)
    return pause


@transaction.atomic
def correct_pause(
    pause: Pause,
    *,
    by: Person,
    seen: int | None,
    why: str,
    void: bool = False,
    **values: Any,
) -> Pause:
    """Put a pause right, with the reason; one entered by mistake is ``void`` and stays visible.

    ``values`` are among reason, process, words, authorised_by, evidence, first, last.
    """
    doors.check(by, PAUSE, pause)
    if not why.strip():
        raise NotNow("Say what has to be put right, in a sentence.")
    first, last = values.get("first", pause.first), values.get("last", pause.last)
    _may_be(values.get("authorised_by", pause.authorised_by), first, last)
    history.change(
        pause,
        by=by,
        seen=seen,
        verb="corrected a pause",
        said="A pause was entered by mistake." if void else "A pause was corrected.",
        corrected_why=why,
        void=void,
        **values,
    )
    _settle(pause.case, by=by)
    return pause


@transaction.atomic
def begin_and_end_pauses(*, by: Person | None) -> int:
    """Let the cases wait whose pause has begun, and go on those whose pause is over; how many.

    Days alone do this: nobody has to come and press anything. Doing it twice changes nothing.
    """
    today = clock.today()
    in_force = Pause.objects.filter(first__lte=today, ended=False, void=False).filter(
        Q(last=None) | Q(last__gte=today)
    )
    found = (
        Case.objects.filter(
            Q(pk__in=in_force.filter(waited_on="").values("case"))
            | (Q(waiting_on__startswith=PAUSED) | Q(review__state=ReviewState.PAUSED))
            & Q(pauses__isnull=False)
            & ~Q(pk__in=in_force.values("case"))
        )
        .exclude(stage__in=ENDED)
        .distinct()
    )
    for case in found:
        _settle(case, by=by)
    return len(found)


@transaction.atomic
def meet_deadline(target: Target, *, by: Person, met_on: date, late_because: str = "") -> Target:
    """Keep that what law sets a day for has happened. After that day the reason is needed.

    What goes to the Panel from a notified incident needs the notification first.
    """
    doors.check(by, KEEP_DATES, target)
    case, pack = target.case, pack_of(target.case)
    route = next((one for one in pack.routes if one.id == case.route), None)
    if route is not None and route.must_follow and needs_notification(pack, route):
        incident = case.incident
        if incident is None or incident.notified_on is None:
            raise NotNow(NOT_NOTIFIED.format(route.name.lower()))
    if target.deadline and met_on > target.due and not (late_because or target.late_because):
        raise NotNow(f"Its day was {dates.day(target.due)}. Say why it was later.")
    target.met_on = met_on
    target.late_because = late_because or target.late_because
    target.save(update_fields=["met_on", "late_because"])
    history.record(
        "met a date", target, by=by, said=f"{target.label}: {dates.day(met_on)}.",
        happened_on=met_on,
    )  # fmt: skip
    return target


@transaction.atomic
def say_why_late(
    target: Target, *, by: Person, late_because: str, expected_on: date | None = None
) -> Target:
    """Say why a day that law sets is missed, or will be, and when it is expected instead.

    The day stays where it is. Letters of reasons are written, where the pack has them, to be read
    before they go.
    """
    doors.check(by, KEEP_DATES, target)
    if not target.deadline:
        raise NotNow("This is a target of our own. A pause moves it; no letter of reasons is due.")
    if not late_because.strip():
        raise NotNow("Say why, in a sentence that the Panel can read.")
    if expected_on is not None and expected_on <= target.due:
        raise NotNow(f"Enter a day after {dates.day(target.due)}, which law sets.")
    target.late_because, target.expected_on = late_because, expected_on
    target.save(update_fields=["late_because", "expected_on"])
    history.record(
        "said why a date is late", target, by=by, said=f"{target.label}: later, with the reason."
    )
    decisions.write_late_letters(
        target.case,
        by=by,
        clock_id=target.clock,
        due=target.due,
        why=late_because,
        expected_on=expected_on,
    )
    return target


def _may_be(authorised_by: str, first: date, last: date | None) -> None:
    if not authorised_by.strip():
        raise NotNow("Say who authorised the pause, by post. A pause needs somebody's authority.")
    if last is not None and last < first:
        raise NotNow("The last day of a pause cannot come before its first.")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _settle(case: Case, *, by: Person | None) -> None:
    """Count every target again, and say whether the case waits now, and why."""
    review = Review.objects.filter(case=case).first()
    pauses = list(case.pauses.select_related("process"))
    now = [one for one in pauses if one.in_force]
    before = _ours(case, review)
    if review is not None:
        review.case = case
        _count(review)
        if now and review.state == ReviewState.UNDER_WAY:
            history.move(review, to=ReviewState.PAUSED, by=by)
        elif not now and review.state == ReviewState.PAUSED:
            history.move(review, to=ReviewState.UNDER_WAY, by=by, said="The review went on.")
    values: dict[str, Any] = {}
    was_paused = case.waiting_on.startswith(PAUSED)
    went_before = next((one.waited_on for one in reversed(pauses) if one.waited_on), "")
    waited_on = (went_before if was_paused else case.waiting_on) or "The coordinator"
    for one in now:
        if not one.waited_on:
            one.waited_on = waited_on
            one.save(update_fields=["waited_on"])
    words = f"{PAUSED}: {_lower(now[0].why)}"[:120] if now else ""
    if now and case.waiting_on != words:
        values["waiting_on"] = words
    elif was_paused and not now:
        values["waiting_on"] = waited_on
    if not case.deadline and (before or now or review is not None):
        values |= _line(case, review, before, open_ended=any(one.last is None for one in now))
    if values:
        partnership.set_stage(case, by=by, **values)


def _count(review: Review) -> None:
    pack, held = pack_of(review.case), decided.held(review.case)
    known = {one.id: one for one in pack.clocks}
    for target in review.targets.filter(met_on=None, deadline=False):
        timed = known.get(target.clock)
        if timed is not None:
            window = clocks.window(timed, target.started_on, pauses=held)
            target.earliest, target.due = window.earliest, window.due
            target.save(update_fields=["earliest", "due"])


def _ours(case: Case, review: Review | None) -> str:
    """The clock whose target the case's line shows; empty where it shows none of them."""
    if review is None:
        return "decision" if case.target_is == "Decision" else ""
    for target in review.targets.all():
        if target.label[:60] == case.target_is:
            return target.clock
    return ""


def _line(case: Case, review: Review | None, before: str, *, open_ended: bool) -> dict[str, Any]:
    """The case's line: the target counted again, its deadline, or none while nobody knows."""
    if review is not None:
        shown = _shown(review, before, open_ended=open_ended)
        if shown is None:
            return {"target": None}
        return {"target": shown.due, "target_is": shown.label[:60], "deadline": shown.deadline}
    if before == "decision":
        return {"target": decided.decide_by(case, pack_of(case)), "target_is": "Decision"}
    return {"target": case.target, "target_is": case.target_is}


def _shown(review: Review, before: str, *, open_ended: bool) -> Target | None:
    """What law sets while nobody knows when a pause ends; else what was aimed for, or is next."""
    unmet = review.targets.filter(met_on=None).order_by("due")
    if open_ended:
        return unmet.filter(deadline=True).first()
    return unmet.filter(clock=before).first() or unmet.filter(pausable=True).first()
