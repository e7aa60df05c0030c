"""Named reads of decisions. The person comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from heed import clock
from heed.correspondence.models import Message
from heed.decisions.access import readable
from heed.decisions.models import CriterionAnswer, Decision, IncidentCheck
from heed.decisions.states import BEING_WRITTEN, LIMB_WORDS, DecisionState, LimbAnswer
from heed.design import dates
from heed.meetings import queries as meetings
from heed.meetings.access import personal_interests
from heed.meetings.models import AgendaItem, Meeting
from heed.meetings.states import AHEAD
from heed.partnership.access import coordinates_case
from heed.partnership.models import Authority, Case, Partnership, Person
from heed.partnership.queries import case as the_case
from heed.partnership.queries import partnership as the_partnership
from heed.pathways import clocks
from heed.pathways.answers import asked, spoken
from heed.pathways.queries import pack_of
from heed.pathways.shapes import CriteriaSet, Criterion, Pack, Route, SeriousIncident
from heed.pathways.shapes.groups import Quorum
from heed.referrals import queries as referrals
from heed.referrals.models import Referral, ReferralAnswer

__all__ = [
    "Weighed",
    "alike",
    "authorities",
    "being_weighed",
    "case",
    "check",
    "checks",
    "decision",
    "decision_log",
    "decisions",
    "latest_check",
    "limbs_referred",
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
        .select_related("group", "item__meeting__group__partnership")
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
    found = (
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
    if found is not None:
        found.item = current_item(found)
    return found


def being_weighed_among(decisions: Iterable[Decision]) -> Decision | None:
    """The one of a case's decisions that is still being written, without reading it again."""
    found = next((one for one in decisions if one.state in BEING_WRITTEN), None)
    if found is not None:
        found.item = current_item(found)
    return found


def current_item(decision: Decision) -> AgendaItem | None:
    """Its place on an agenda: where it was held over, the place that it was held over to."""
    item = decision.item
    if item is None or not item.held_over:
        return item
    return (
        AgendaItem.objects.filter(about=item.about, case=decision.case, held_over=False)
        .select_related("meeting__group__partnership")
        .order_by("pk")
        .last()
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


def meeting_because(decision: Decision) -> str:
    """Why the meeting that decides went ahead though it was short, where it said so."""
    item = decision.item
    return item.meeting.because if item is not None and item.meeting is not None else ""


def meetings_ahead(partnership: Partnership) -> list[Meeting]:
    """The deciding group's next meetings, soonest first."""
    return list(
        Meeting.objects.filter(
            group__partnership=partnership, group__kind="review", state__in=AHEAD
        )
        .select_related("group__partnership")
        .order_by("begins_at", "pk")[:6]
    )


def meeting_words(meeting: Meeting) -> str:
    """A meeting as it stands in a list: its group and its day."""
    return f"{meeting.group.name}, {dates.weekday(meeting.begins_at)}"


def gist(case: Case, pack: Pack) -> list[tuple[str, list[str]]]:
    """The heart of the referral: its longer answers, as far as they were given."""
    referral = getattr(case, "referral", None)
    if referral is None:
        return []
    said = {one.question: one.value for one in referral.answers.all()}
    return [
        (question.text, spoken(question, said[question.id]))
        for question in asked(pack.referral.asks, said)
        if question.kind in ("long", "one_of", "yes_no") and question.id in said
    ]


def limbs_referred(case: Case, test: SeriousIncident) -> dict[str, str]:
    """What the referrer answered of the serious incident test, by the limb's id.

    Only where the way of working asks a referrer under the same id.
    """
    ids = [limb.id for limb in test.limbs]
    given = ReferralAnswer.objects.filter(referral__case=case, question__in=ids)
    return {one.question: str(one.value) for one in given if str(one.value) in set(LimbAnswer)}


def alike(person: Person, case: Case) -> list[tuple[Case, str]]:
    """Cases that may concern the same child or adult, each with why; for whoever triages."""
    referral = getattr(case, "referral", None)
    return referrals.possible_duplicates(person, referral) if referral else []


def decide_by(case: Case, pack: Pack) -> date:
    """The day by which the group aims to decide, from the day the referral came. Pauses move it."""
    return clocks.due(pack.clock("decision"), received(case), pauses=held(case))


def held(case: Case) -> list[clocks.Pause]:
    """The pauses of a case, as the clocks take them; those entered by mistake left out."""
    today = clock.today()
    return [
        clocks.Pause(one.first, one.last_day(today)) for one in case.pauses.all() if not one.void
    ]


def referral_of(case: Case) -> Any:
    """The case's referral with its agency and answers, read once; None for a case without one."""
    found = (
        Referral.objects.filter(case=case)
        .select_related("agency")
        .prefetch_related("answers")
        .first()
    )
    if found is not None:
        case.referral, found.case = found, case
    return found


def received(case: Case) -> date:
    """The day on which the referral came, or the case was opened without one."""
    referral = getattr(case, "referral", None)
    return referral.happened_on if referral else case.opened_on


def limbs_said(check: IncidentCheck, pack: Pack) -> list[tuple[str, str]]:
    """Each limb's question with its answer in words."""
    return [
        (limb.question, LIMB_WORDS[LimbAnswer(check.answers[limb.id])])
        for limb in pack.incident.limbs
        if limb.id in check.answers
    ]


def told_at_once(check: IncidentCheck) -> list[Message]:
    """The messages that went to the authority because of this check."""
    return list(
        Message.objects.filter(case=check.case, about=f"incident:{check.pk}").order_by("pk")
    )


def asks_partners(decision: Decision) -> bool:
    """Whether each safeguarding partner's position is asked: a recorded route that is theirs."""
    if decision.state != DecisionState.RECORDED:
        return False
    try:
        return pack_of(decision.case).route(decision.route).decided_by == "partners"
    except KeyError:
        return False


def back_to(case: Case, person: Person) -> str:
    """Where the incident test leads back to: triage for the coordinator, else the decision."""
    name = "triage" if coordinates_case.test(person, case) else "decision"
    return reverse(
        f"decisions:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference},
    )


def unanswered_by(person: Person, cases: Iterable[int]) -> QuerySet[Decision]:
    """Recorded decisions of these cases on which a partner was asked and has not answered."""
    return (
        Decision.objects.filter(case_id__in=cases, state=DecisionState.RECORDED)
        .exclude(positions__person=person)
        .select_related("case")
        .order_by("pk")
    )
