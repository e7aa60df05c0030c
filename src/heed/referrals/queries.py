"""Named reads of referrals. The person comes first."""

from typing import Any

from django.db.models import QuerySet

from heed.papers import operations as kept
from heed.papers.models import Paper
from heed.partnership.models import CaseSubject, Partnership, Person
from heed.partnership.queries import partnership as the_partnership
from heed.pathways.queries import pack_of
from heed.referrals.access import readable
from heed.referrals.models import Referral
from heed.referrals.states import ReferralState
from heed.referrals.steps import Step, steps

__all__ = [
    "answers",
    "concerned",
    "papers",
    "referral",
    "referral_steps",
    "referrals",
    "the_partnership",
    "waiting_for_me",
]


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
    """The children or adults whom it is about, with their lines in the register."""
    return list(referral.case.concerns.prefetch_related("register"))


def papers(referral: Referral) -> list[Paper]:
    """The files on it, oldest first."""
    return kept.of(about_papers(referral))


def about_papers(referral: Referral) -> str:
    """How the papers of a referral say whose they are."""
    return f"referrals.referral:{referral.pk}"


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
    """Referrals that this person began, or is asked to say more in."""
    return list(
        referrals(person, partnership).filter(
            referred_by=person, state__in=[ReferralState.DRAFT, ReferralState.MORE_ASKED]
        )
    )
