"""Named reads of referrals. The person comes first."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from heed.meetings.access import personal_interests
from heed.papers import operations as kept
from heed.papers.models import Paper
from heed.partnership.models import Case, CaseSubject, Partnership, Person, RegisteredName
from heed.partnership.queries import partnership as the_partnership
from heed.partnership.standing import standing
from heed.partnership.states import About, PartKind, Stage
from heed.pathways.answers import count_not_known
from heed.pathways.queries import pack_of
from heed.referrals import later
from heed.referrals.access import readable
from heed.referrals.likeness import Known, alike
from heed.referrals.models import Referral
from heed.referrals.states import ReferralState
from heed.referrals.steps import Step, steps

__all__ = [
    "answers",
    "concerned",
    "gaps",
    "papers",
    "possible_duplicates",
    "referral",
    "referral_steps",
    "referrals",
    "the_partnership",
    "waiting_for_me",
]


#: The stages at which the rest of a referral still helps.
REST_HELPS = (Stage.REFERRAL, Stage.DECISION, Stage.SCOPE, Stage.RETURNS)
#: The kinds of line in the register that are names.
NAMES = ("name", "other name")


def referrals(person: Person, partnership: Partnership) -> QuerySet[Referral]:
    """The referrals that a person may read, newest first."""
    return (
        readable(person)
        .filter(case__partnership=partnership)
        .select_related("case", "agency")
        .order_by("-entered_at", "-pk")
    )


def referral(person: Person, partnership: str, reference: str) -> Referral:
    """One referral by its case's reference, among those that the person may read."""
    return (
        readable(person)
        .select_related("case__partnership", "case__pack_version", "agency", "referred_by")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference)
    )


def answers(referral: Referral) -> dict[str, Any]:
    """What was answered so far, by question."""
    return {one.question: one.value for one in referral.answers.all()}


def concerned(referral: Referral) -> list[CaseSubject]:
    """The children or adults whom it is about, each with their names from the register."""
    names = RegisteredName.objects.filter(kind__in=NAMES)
    return list(referral.case.concerns.prefetch_related(Prefetch("register", queryset=names)))


def awaits_a_mother(referral: Referral) -> bool:
    """Whether the next whom it is about is a baby not yet born: the first, in a case about one."""
    case = referral.case
    return case.about == About.UNBORN and not case.concerns.exists()


def papers(referral: Referral) -> list[Paper]:
    """The files on it, oldest first."""
    return kept.of(about_papers(referral))


def about_papers(referral: Referral) -> str:
    """How the papers of a referral say whose they are."""
    return f"referrals.referral:{referral.pk}"


def gaps(referral: Referral) -> str:
    """How many answers are "Not known" and how many questions were left out, in words.

    What is asked once a referral is taken forward counts from when it is asked.
    """
    given = answers(referral)
    questions = [step.key for step in referral_steps(referral) if step.question is not None]
    later_unknown, later_left = later.counts(referral)
    unknown = later_unknown + count_not_known({q: given[q] for q in questions if q in given})
    left = later_left + sum(key not in given for key in questions)
    found = [(unknown, "not known"), (left, "not answered")]
    return " and ".join(f"{number} {what}" for number, what in found if number)


def rest(referral: Referral) -> str:
    """How far what is asked later has come, in words; empty where nothing is asked later."""
    if not pack_of(referral.case).referral.later:
        return ""
    if referral.later_asked_at is None:
        return "Not asked for yet"
    found = later.sections(referral)
    begun = sum(bool(one.begun or one.closed) for one in found)
    done = sum(one.done for one in found)
    return f"{begun} of {len(found)} sections begun, {done} complete"


def possible_duplicates(person: Person, referral: Referral) -> list[tuple[Case, str]]:
    """Cases that may concern the same child or adult, newest first, each with why.

    Only among cases that ``person`` may know of. It is shown to whoever triages, and never to a
    referrer, who does not learn that a record exists.
    """
    may_know = (
        Case.objects.visible_to(person)
        .exclude(pk__in=[referral.case_id, *personal_interests(person)])
        .exclude(stage=Stage.DRAFT)
        .filter(merged_into=None)
    )
    mine = _known_in(RegisteredName.objects.filter(case=referral.case_id))
    if not mine:
        return []
    found: dict[int, str] = {}
    for (case, _), known in _known_in(RegisteredName.objects.filter(case__in=may_know)).items():
        why = next((said for one in mine.values() if (said := alike(one, known))), "")
        if why and (case not in found or "not known" in found[case]):
            found[case] = why
    cases = may_know.filter(pk__in=found).select_related("referral__agency", "partnership")
    return [(case, found[case.pk]) for case in cases.order_by("-opened_on", "-pk")]


def _known_in(lines: QuerySet[RegisteredName]) -> dict[tuple[int, int], Known]:
    named: dict[tuple[int, int], list[str]] = {}
    born: dict[tuple[int, int], date] = {}
    for case, concerns, text, born_on in lines.filter(
        concerns__isnull=False, kind__in=NAMES
    ).values_list("case", "concerns", "text", "born_on"):
        named.setdefault((case, concerns), []).append(text)
        if born_on:
            born[case, concerns] = born_on
    return {key: Known(tuple(names), born.get(key)) for key, names in named.items()}


def referral_steps(referral: Referral) -> list[Step]:
    """Every page of this referral, with whether it is done."""
    return steps(
        pack_of(referral.case),
        answers(referral),
        agreement=referral.agreement,
        about=referral.case.about,
        people=referral.case.concerns.exists(),
    )


def waiting_for_me(person: Person, partnership: Partnership) -> list[Referral]:
    """Referrals that this person writes, is asked to say more in, or has not begun the rest of."""
    mine = [
        part.case_id
        for part in standing(person).parts
        if part.case_id and part.kind == PartKind.REFERRER
    ]
    rest = Q(later_asked_at__isnull=False, later__isnull=True, case__stage__in=REST_HELPS)
    being_written = Q(state__in=[ReferralState.DRAFT, ReferralState.MORE_ASKED])
    return list(
        referrals(person, partnership)
        .filter(case_id__in=mine)
        .filter(being_written | (rest & ~Q(state=ReferralState.WITHDRAWN)))
    )
