"""What has happened since a decision was recorded: replies, disagreement, letters, pauses."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from heed.decisions.access import holds_the_step, notified_by
from heed.decisions.models import (
    Decision,
    Disagreement,
    IncidentCheck,
    Letter,
    Notification,
    PanelReply,
    Pause,
    Step,
)
from heed.decisions.states import DecisionState
from heed.meetings.access import personal_interests
from heed.partnership.access import is_scrutineer
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.pathways.clocks import working_days_between
from heed.pathways.queries import pack_of


@dataclass(frozen=True)
class Since:
    """What stands beside a record, as it is today. The record itself never changes."""

    replies: tuple[PanelReply, ...]
    challenge: tuple[PanelReply, ...]
    disagreements: tuple[Disagreement, ...]
    pauses: tuple[Pause, ...]


def since(decision: Decision) -> Since:
    """What followed a decision. Ask access to the decision first."""
    return Since(
        replies=tuple(decision.replies.select_related("led_to")),
        challenge=challenges(decision),
        disagreements=disagreements(decision.case, decision=decision),
        pauses=pauses(decision.case),
    )


def challenges(decision: Decision) -> tuple[PanelReply, ...]:
    """What the Panel challenged, where that is why this decision is weighed: never the first."""
    if decision.number == 1:
        return ()
    return tuple(decision.challenged_by.select_related("decision"))


def disagreements(case: Case, **about: Any) -> tuple[Disagreement, ...]:
    """The disagreements on a case, newest first, with their steps. Ask access first."""
    return tuple(
        Disagreement.objects.filter(case=case, **about)
        .select_related("agency", "decision", "notification")
        .prefetch_related("steps", "advice")
    )


def pauses(case: Case) -> tuple[Pause, ...]:
    """Every pause of a case in order, those entered by mistake included."""
    return tuple(case.pauses.select_related("process"))


@dataclass(frozen=True)
class Dates:
    """The three days that are kept apart, with the incident's own; None where not known.

    ``to_notify`` and ``to_decide`` are working days from one to the next.
    """

    incident_on: date | None
    aware_on: date | None
    notified_on: date | None
    decided_on: date | None
    decided_number: int | None
    to_notify: int | None
    to_decide: int | None


def three_dates(case: Case) -> Dates:
    """When the authority knew, when it notified, when the group decided. Ask access first."""
    incident = case.incident
    aware = incident.aware_on if incident else None
    notified = incident.notified_on if incident else None
    first = (
        Decision.objects.filter(case=case)
        .exclude(state=DecisionState.DRAFT)
        .order_by("-number")
        .values_list("happened_on", "number")
        .first()
    )
    decided, number = first or (None, None)
    begun = notified or aware
    return Dates(
        incident_on=incident.happened_on if incident else None,
        aware_on=aware,
        notified_on=notified,
        decided_on=decided,
        decided_number=number,
        to_notify=working_days_between(aware, notified) if aware and notified else None,
        to_decide=working_days_between(begun, decided) if begun and decided else None,
    )


def notification_of(case: Case) -> Notification | None:
    """What the authority does about the case's incident, where one may have to be notified."""
    return Notification.objects.filter(case=case).select_related("authority").first()


def was_asked(case: Case) -> bool:
    """Whether the serious incident test was answered for a case."""
    return IncidentCheck.objects.filter(case=case).exists()


def as_data(decision: Decision, *, ladder: bool) -> dict[str, Any]:
    """What followed, in plain words, for the record as data; what was taken up where ``ladder``."""
    found = since(decision)
    return {
        "positions": [
            {
                "name": one.name,
                "agency": one.agency.name if one.agency else "",
                "view": one.view_word,
                "words": one.words,
                "on": one.happened_on.isoformat(),
            }
            for one in decision.positions.select_related("agency")
        ],
        "panel": [
            {
                "reply": one.reply_word,
                "from": one.from_whom,
                "text": one.text,
                "on": one.happened_on.isoformat(),
                "led_to_decision": one.led_to.number if one.led_to else None,
            }
            for one in found.replies
        ],
        "disagreements": [
            {
                "from": one.whose,
                "words": one.words,
                "on": one.happened_on.isoformat(),
                "state": one.state_word,
                "steps": [
                    {
                        "who": step.who,
                        "since": step.happened_on.isoformat(),
                        "due": step.due.isoformat(),
                        "said": step.said,
                        "outcome": step.outcome_word,
                    }
                    for step in one.steps.all()
                ],
                "advice": [advice.words for advice in one.advice.all()],
            }
            for one in (found.disagreements if ladder else ())
        ],
        "pauses": [
            {
                "reason": one.reason_word,
                "words": one.words,
                "authorised_by": one.authorised_by,
                "first": one.first.isoformat(),
                "last": one.last.isoformat() if one.last else None,
                "entered_by_mistake": one.void,
            }
            for one in found.pauses
        ],
    }


def notification(person: Person, partnership: str, reference: str) -> Notification:
    """What the authority does about a case's incident: for those who may know of the case, and for
    the authority's own notifier and deputy.
    """
    return (
        Notification.objects.filter(
            Q(case__in=Case.objects.visible_to(person)) | Q(pk__in=notified_by(person).values("pk"))
        )
        .select_related("case__partnership", "case__pack_version", "case__incident", "authority")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference)
    )


def disagreement(person: Person, partnership: str, reference: str, number: int) -> Disagreement:
    """One disagreement, for somebody who may know of the case."""
    return (
        Disagreement.objects.filter(case__in=Case.objects.visible_to(person))
        .select_related(
            "case__partnership", "case__pack_version", "decision__group", "notification", "agency"
        )
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, pk=number)
    )


def step_now(person: Person, partnership: str, reference: str, number: int) -> Step:
    """The step that a disagreement is with now."""
    return (
        disagreement(person, partnership, reference, number)
        .steps.select_related("disagreement__case__partnership")
        .get(outcome="")
    )


def letter(person: Person, partnership: str, reference: str, number: int) -> Letter:
    """One letter, for somebody who may know of the case."""
    return (
        Letter.objects.filter(case__in=Case.objects.visible_to(person))
        .select_related("case__partnership", "case__pack_version", "to_person", "decision")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, pk=number)
    )


def letters(case: Case) -> list[Letter]:
    """The letters of a case, in the order in which they were written. Ask access first."""
    return list(case.letters.select_related("message"))


def goes_to_panel(decision: Decision) -> bool:
    """Whether something of a recorded decision goes to the national Panel."""
    if decision.state != DecisionState.RECORDED:
        return False
    found = [one for one in pack_of(decision.case).routes if one.id == decision.route]
    notified = decision.case.incident is not None and decision.case.incident.notified_on is not None
    return notified or bool(found and found[0].to_panel)


def owed_to(person: Person, partnership: Partnership) -> list[Notification]:
    """Notifications that are still owed and that the person enters: a coordinator's, a notifier's
    own, soonest first.
    """
    mine = Q(pk__in=notified_by(person).values("pk"))
    if any(
        one.kind == PartKind.COORDINATOR and one.partnership_id == partnership.pk
        for one in standing(person).parts
    ):
        mine |= Q(case__in=Case.objects.visible_to(person))
    return list(
        Notification.objects.filter(mine, case__partnership=partnership, state="not_yet")
        .exclude(case_id__in=personal_interests(person))
        .select_related("case__partnership")
        .order_by("due")
    )


def steps_with(person: Person, partnership: Partnership) -> list[Step]:
    """The steps of a disagreement that are with a person now, soonest first."""
    found = (
        Step.objects.filter(
            outcome="",
            disagreement__state="open",
            disagreement__case__in=Case.objects.visible_to(person),
            disagreement__case__partnership=partnership,
        )
        .exclude(disagreement__case_id__in=personal_interests(person))
        .select_related("disagreement__case__partnership", "disagreement__agency")
        .order_by("due")
    )
    return [one for one in found if holds_the_step.test(person, one)]


def to_advise_on(person: Person, partnership: Partnership) -> list[Disagreement]:
    """Open disagreements on which the partnership's scrutineer has not advised, oldest first."""
    if not is_scrutineer.test(person, partnership):
        return []
    return list(
        Disagreement.objects.filter(
            state="open",
            case__in=Case.objects.visible_to(person),
            case__partnership=partnership,
        )
        .exclude(case_id__in=personal_interests(person))
        .exclude(advice__entered_by=person)
        .select_related("case__partnership", "agency")
        .order_by("pk")
    )


def letters_to_read(person: Person, partnership: Partnership) -> list[tuple[Case, int]]:
    """Cases with letters that wait to be read, and how many."""
    cases = (
        Case.objects.visible_to(person)
        .filter(partnership=partnership, letters__state="draft")
        .exclude(pk__in=personal_interests(person))
        .annotate(waiting=Count("letters", filter=Q(letters__state="draft")))
        .select_related("partnership")
        .order_by("pk")
    )
    return [(one, one.waiting) for one in cases]
