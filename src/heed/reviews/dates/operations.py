"""Pauses that somebody authorised, and what became of the days that law sets."""

from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.decisions import operations as decisions
from heed.decisions import queries as decided
from heed.decisions.models import Pause
from heed.decisions.order import needs_notification
from heed.decisions.states import PAUSE_WORDS, PauseReason
from heed.design import dates
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.refusals import NotNow
from heed.reviews.access import KEEP_DATES, PAUSE
from heed.reviews.models import Review, Target
from heed.reviews.states import ReviewState

PAUSED = "Paused"
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
    authorised_by: str,
    first: date,
    last: date | None = None,
    words: str = "",
    evidence: str = "",
) -> Pause:
    """Pause a case, on the word of whoever authorised it. Targets move; what law sets does not.

    ``last`` is its last day, or empty while nobody knows; then no target is aimed for until the
    pause ends.
    """
    doors.check(by, PAUSE, case)
    _may_be(authorised_by, first, last)
    pause = Pause.objects.create(
        case=case,
        reason=reason,
        words=words,
        authorised_by=authorised_by[:200],
        evidence=evidence,
        first=first,
        last=last,
        waited_on="" if case.waiting_on == PAUSED else case.waiting_on,
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
        said=f"A pause was authorised {over}: {PAUSE_WORDS[reason].lower()}.",
        happened_on=first,
        on_word_of=authorised_by,
    )
    _settle(case, by=by)
    return pause


@transaction.atomic
def end_pause(pause: Pause, *, by: Person, seen: int | None, last: date) -> Pause:
    """End a pause with its last day. Targets are counted again from what it took."""
    doors.check(by, PAUSE, pause)
    if not pause.goes_on:
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
    _settle(pause.case, by=by, after=pause)
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

    ``values`` are among reason, words, authorised_by, evidence, first, last.
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
    _settle(pause.case, by=by, after=pause)
    return pause


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


def _settle(case: Case, *, by: Person, after: Pause | None = None) -> None:
    """Count every target again, and say whether the case waits now."""
    review = Review.objects.filter(case=case).first()
    on_hold = any(
        one.goes_on and one.first <= clock.today() for one in Pause.objects.filter(case=case)
    )
    before = _ours(case, review)
    if review is not None:
        review.case = case
        _count(review)
        if on_hold and review.state == ReviewState.UNDER_WAY:
            history.move(review, to=ReviewState.PAUSED, by=by)
        elif not on_hold and review.state == ReviewState.PAUSED:
            history.move(review, to=ReviewState.UNDER_WAY, by=by, said="The review went on.")
    values: dict[str, Any] = {}
    if on_hold and case.waiting_on != PAUSED:
        values["waiting_on"] = PAUSED
    elif not on_hold and case.waiting_on == PAUSED:
        values["waiting_on"] = (after.waited_on if after else "") or "The coordinator"
    if not case.deadline and (before or on_hold or review is not None):
        values |= _line(case, review, before, on_hold=on_hold)
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


def _line(case: Case, review: Review | None, before: str, *, on_hold: bool) -> dict[str, Any]:
    """The case's line: the target counted again, its deadline, or none while nobody knows."""
    if review is not None:
        open_ended = (
            on_hold and Pause.objects.filter(case=case, last=None, ended=False, void=False).exists()
        )
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
