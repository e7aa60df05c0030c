"""Named reads of decisions. The person comes first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from heed.decisions.access import readable
from heed.decisions.models import CriterionAnswer, Decision, IncidentCheck
from heed.decisions.states import BEING_WRITTEN, DecisionState
from heed.meetings import queries as meetings
from heed.meetings.access import personal_interests
from heed.meetings.models import AgendaItem
from heed.partnership.models import Authority, Case, Partnership, Person
from heed.partnership.queries import case as the_case
from heed.partnership.queries import partnership as the_partnership
from heed.pathways.queries import pack_of
from heed.pathways.shapes import CriteriaSet, Criterion, Pack, Route
from heed.pathways.shapes.groups import Quorum

__all__ = [
    "Weighed",
    "authorities",
    "being_weighed",
    "case",
    "check",
    "checks",
    "decision",
    "decision_log",
    "decisions",
    "latest_check",
    "offered",
    "referral_words",
    "route_name",
    "the_partnership",
    "weighed",
]


def case(person: Person, partnership: str, reference: str) -> Case:
    """One case by its reference, unless the person has a personal interest in it."""
    found = the_case(person, partnership, reference)
    if found.pk in personal_interests(person):
        raise Case.DoesNotExist
    return found


def decisions(person: Person, case: Case) -> QuerySet[Decision]:
    """The decisions on a case that a person may read, newest first."""
    return (
        readable(person)
        .filter(case=case)
        .select_related("group", "item__meeting")
        .order_by("-number")
    )


def decision(person: Person, partnership: str, reference: str, number: int) -> Decision:
    """One decision by its case's reference and its number, among those that the person may read."""
    return (
        readable(person)
        .select_related(
            "case__partnership",
            "case__pack_version",
            "case__incident",
            "group__partnership",
            "item__meeting__group__partnership",
            "recorded_by",
            "entered_by",
        )
        .get(
            case__partnership__slug=partnership,
            case__reference__iexact=reference,
            number=number,
        )
    )


def being_weighed(case: Case) -> Decision | None:
    """The decision of a case that is still being written, where there is one. Ask access first."""
    return (
        Decision.objects.filter(case=case, state__in=BEING_WRITTEN)
        .select_related(
            "case__partnership",
            "case__pack_version",
            "case__incident",
            "group__partnership",
            "item__meeting__group__partnership",
        )
        .first()
    )


def decision_log(person: Person, partnership: Partnership) -> QuerySet[Decision]:
    """What was decided, for whoever may read it, newest first."""
    return (
        readable(person)
        .filter(case__partnership=partnership)
        .exclude(state=DecisionState.DRAFT)
        .select_related("case__pack_version", "case__partnership", "group")
        .order_by("-happened_on", "-pk")
    )


def checks(case: Case) -> list[IncidentCheck]:
    """Every time the serious incident test was answered, newest first. Ask access first."""
    return list(case.incident_checks.select_related("entered_by", "authority"))


def latest_check(case: Case) -> IncidentCheck | None:
    """How the serious incident test was answered last."""
    return case.incident_checks.select_related("authority").first()


def check(person: Person, partnership: str, reference: str, number: int) -> IncidentCheck:
    """One answer to the test, for somebody who may know of the case."""
    return (
        IncidentCheck.objects.select_related(
            "case__partnership", "case__pack_version", "case__incident", "authority", "entered_by"
        )
        .filter(case__in=Case.objects.visible_to(person))
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, pk=number)
    )


def authorities(partnership: Partnership) -> list[Authority]:
    """The local authorities that the partnership covers."""
    return list(partnership.authorities.all())


def agenda_item(case: Case) -> AgendaItem | None:
    """Where a case waits on an agenda to be decided, where it does."""
    found = being_weighed(case)
    return found.item if found else None


def offered(pack: Pack, *, good_practice: bool, chosen: str = "") -> list[Route]:
    """The routes to choose from: for good practice those that fit it come first."""
    found = [r for r in pack.routes if r.offered or r.id == chosen]
    return sorted(found, key=lambda r: good_practice and r.kind not in ("good_practice", "both"))


def route_name(case: Case, route: str) -> str:
    """What a route is called in the case's way of working; its id where that no longer knows it."""
    try:
        return pack_of(case).route(route).name
    except KeyError:
        return route


@dataclass(frozen=True)
class Weighed:
    """One criterion with what the group said of it."""

    set: CriteriaSet
    criterion: Criterion
    answer: str
    answer_word: str
    evidence: str

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"{self.set.id}__{self.criterion.id}"


def weighed(decision: Decision, pack: Pack) -> list[Weighed]:
    """Every criterion of the pack, in order, with what was said of it so far."""
    given = {(one.set, one.criterion): one for one in decision.criteria.all()}
    blank = CriterionAnswer()
    return [
        Weighed(group, item, said.answer, said.answer_word, said.evidence)
        for group in pack.criteria
        for item in group.items
        for said in [given.get((group.id, item.id), blank)]
    ]


def referral_words(case: Case) -> str:
    """The longer texts of a case's referral, to look with for what is known already."""
    referral = getattr(case, "referral", None)
    if referral is None:
        return ""
    said = [one.value for one in referral.answers.all() if isinstance(one.value, str)]
    return "\n".join(text for text in said if len(text) > 20)


@dataclass(frozen=True)
class Stood:
    """How the group stood when it decided: who was there, and whether that made a quorum."""

    present: tuple[str, ...]
    quorate: bool
    sentence: str
    may_still: str
    interests: tuple[Any, ...] = ()


def stood(decision: Decision) -> Stood | None:
    """Who is at the meeting that decides, and whether they make a quorum for this item.

    None for a decision that has no meeting.
    """
    item = decision.item
    if item is None or item.meeting is None:
        return None
    interests = tuple(item.interests.filter(ended_at__isnull=True).select_related("agency"))
    attendances = list(item.meeting.attendances.select_related("agency"))
    cycle = meetings.cycle_of(decision.group)
    quoracy = meetings.quoracy(attendances, cycle.quorum if cycle else Quorum(), leaving=interests)
    left = {i.name for i in interests if i.kind == "personal"}
    return Stood(
        present=tuple(
            f"{a.name}, {a.agency.name}" if a.agency else a.name
            for a in attendances
            if a.presence == "present" and a.name not in left
        ),
        quorate=quoracy.quorate,
        sentence=quoracy.sentence,
        may_still=quoracy.may_still,
        interests=interests,
    )


def decided_on(decision: Decision, today: date) -> date:
    """The day offered as that of the decision: the meeting's own, unless it lies ahead."""
    item = decision.item
    if item is not None and item.meeting is not None and item.meeting.day <= today:
        day: date = item.meeting.day
        return day
    return today
