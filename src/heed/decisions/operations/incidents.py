"""The serious incident test: asked on receipt, and again whenever something new is known."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.decisions import emails, queries
from heed.decisions.access import CHECK_INCIDENT
from heed.decisions.models import IncidentCheck, Notification
from heed.decisions.states import INCIDENT_WORDS, LimbAnswer, NotificationState, incident
from heed.decisions.states import Incident as Result
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Authority, Case, Incident, Person
from heed.partnership.states import Means, Stage
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.refusals import NotNow

ON_RECEIPT = "On receipt"
WAITS_ON_AUTHORITY = "The local authority, to notify"
#: Here the case's line follows from the notification itself; later it goes back to what it was.
EARLY = frozenset({Stage.REFERRAL, Stage.DECISION, Stage.SCOPE})


@transaction.atomic
def check_incident(
    case: Case,
    *,
    by: Person,
    answers: Mapping[str, str],
    asked_because: str = ON_RECEIPT,
    aware_on: date | None = None,
    incident_on: date | None = None,
    authority: Authority | None = None,
    happened_on: date | None = None,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> IncidentCheck:
    """Keep the answers to both limbs. Yes to all of them tells the local authority at once.

    ``answers`` gives yes, no or not_known by limb. ``aware_on`` is when the authority first knew or
    suspected; until that is said the clock counts from today. The notification clock sets the
    case's date, as a deadline: the pack names the statute.
    """
    doors.check(by, CHECK_INCIDENT, case)
    pack = pack_of(case)
    limbs = {limb.id for limb in pack.incident.limbs}
    if set(answers) != limbs or not set(answers.values()) <= {str(one) for one in LimbAnswer}:
        raise NotNow("Answer both questions: yes, no, or not known yet.")
    result = incident(answers.values())
    check = IncidentCheck.objects.create(
        case=case,
        answers=dict(answers),
        result=result,
        asked_because=asked_because[:300],
        aware_on=aware_on,
        incident_on=incident_on,
        authority=_authority(case, authority),
        happened_on=happened_on or clock.today(),
        entered_by=by,
        entered_at=clock.now(),
        means=means,
        on_word_of=on_word_of,
    )
    history.record(
        "answered the incident test",
        check,
        by=by,
        said=f"The serious incident test was answered. {INCIDENT_WORDS[result]}.",
        happened_on=check.happened_on,
        on_word_of=on_word_of,
        result=str(result),
    )
    if result == Result.YES:
        _start(check, by=by)
        emails.possible_incident(check, by=by)
    else:
        _no_longer(check, by=by)
    return check


@transaction.atomic
def note_aware(
    check: IncidentCheck,
    *,
    by: Person,
    aware_on: date | None = None,
    authority: Authority | None = None,
    telephoned: str = "",
) -> IncidentCheck:
    """Say when the authority first knew, which may be past, and whom somebody spoke to."""
    doors.check(by, CHECK_INCIDENT, check)
    told = check.authority
    if aware_on is not None:
        check.aware_on = aware_on
    if authority is not None:
        check.authority = authority
    if telephoned:
        check.telephoned, check.telephoned_at = telephoned[:300], clock.now()
    check.save(update_fields=["aware_on", "authority", "telephoned", "telephoned_at"])
    history.record(
        "said when the authority knew",
        check,
        by=by,
        said="The local authority was telephoned." if telephoned else "",
    )
    if check.is_yes:
        _start(check, by=by)
        if authority is not None and authority != told:
            emails.possible_incident(check, by=by)
    return check


def _start(check: IncidentCheck, *, by: Person) -> None:
    """Set the clock that a yes starts: on the check, on the case, and on the notification."""
    case, pack = check.case, pack_of(check.case)
    aware = check.aware_on or check.happened_on
    check.notify_by = clocks.due(pack.clock(pack.incident.clock), aware)
    check.save(update_fields=["notify_by"])
    happened = case.incident or Incident(partnership=case.partnership)
    happened.aware_on = aware
    happened.happened_on = check.incident_on or happened.happened_on
    happened.save()
    values: dict[str, Any] = {"incident": happened}
    if check.authority is not None:
        values["authority"] = check.authority
    owed = _owed(check, due=check.notify_by, by=by)
    if owed.waits:
        values |= {"waiting_on": WAITS_ON_AUTHORITY, **_line(owed)}
    partnership.set_stage(case, by=by, **values)


def _line(owed: Notification) -> dict[str, Any]:
    timed = pack_of(owed.case).clock(pack_of(owed.case).incident.clock)
    return {
        "target": owed.due,
        "target_is": timed.label[:60],
        "deadline": timed.kind == "deadline",
    }


def _owed(check: IncidentCheck, *, due: date, by: Person) -> Notification:
    """The notification that the authority owes; new facts have one asked for again."""
    case = check.case
    found = Notification.objects.filter(case=case).first()
    if found is None:
        found = Notification.objects.create(
            case=case,
            authority=check.authority,
            due=due,
            happened_on=check.happened_on,
            entered_by=by,
            entered_at=clock.now(),
        )
    found.case = case
    if found.state == NotificationState.NOT_AGREED:
        history.move(
            found,
            to=NotificationState.NOT_YET,
            by=by,
            said="Something new is known: the local authority is asked again.",
        )
    if case.waiting_on != WAITS_ON_AUTHORITY:
        found.stood = _stands(case)
    found.authority = check.authority or found.authority
    found.due = due
    found.save(update_fields=["authority", "due", "stood"])
    return found


def _no_longer(check: IncidentCheck, *, by: Person) -> None:
    """The facts have changed, and the test is no longer met: nothing is owed on them."""
    found = Notification.objects.filter(case=check.case).first()
    if found is None or not found.waits:
        return
    found.case = check.case
    found.reasons = f"Asked again. {check.result_word}."
    found.save(update_fields=["reasons"])
    history.move(found, to=NotificationState.NOT_AGREED, by=by)
    go_back(found, by=by, waiting_on="The coordinator, to triage")


def _stands(case: Case) -> dict[str, Any]:
    """Where a case's line stands, to go back to when the authority has done its part."""
    return {
        "stage": case.stage,
        "waiting_on": case.waiting_on,
        "target": case.target.isoformat() if case.target else "",
        "target_is": case.target_is,
        "deadline": case.deadline,
    }


@transaction.atomic
def go_back(notification: Notification, *, by: Person, waiting_on: str) -> None:
    """The case no longer waits on the authority: early on it waits on ``waiting_on``; further on
    the line that it had before stands again. The operation that calls has asked access.
    """
    case, was = notification.case, notification.stood
    if case.waiting_on != WAITS_ON_AUTHORITY:
        return
    if case.stage in EARLY or not was or was["stage"] != case.stage:
        partnership.set_stage(case, by=by, waiting_on=waiting_on, target=None)
        return
    partnership.set_stage(
        case,
        by=by,
        waiting_on=was["waiting_on"],
        target=date.fromisoformat(was["target"]) if was["target"] else None,
        target_is=was["target_is"],
        deadline=was["deadline"],
    )


def _authority(case: Case, given: Authority | None) -> Authority | None:
    if given is not None:
        return given
    if case.authority is not None:
        return case.authority
    found = queries.authorities(case.partnership)
    return found[0] if len(found) == 1 else None
