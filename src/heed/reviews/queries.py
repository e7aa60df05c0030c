"""Named reads of reviews. The person comes first."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import QuerySet

from heed.decisions.models import Decision
from heed.decisions.states import DecisionState
from heed.doors import allows
from heed.partnership.models import Agency, Case, CaseSubject, Partnership, Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind, Stage
from heed.referrals.access import READ as READ_REFERRAL
from heed.referrals.later import NamedAgency, agencies_named, told_of
from heed.referrals.models import Referral
from heed.reviews.access import readable
from heed.reviews.models import Review, ReviewAgency, Target


def review(person: Person, partnership: str, reference: str) -> Review:
    """One review by its case's reference, among those that the person may read."""
    return (
        readable(person)
        .select_related("case__partnership", "case__pack_version", "case__referral", "facilitator")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference)
    )


def to_open(person: Person, partnership: Partnership) -> QuerySet[Case]:
    """Cases that were decided to be reviewed and have no review yet."""
    return Case.objects.visible_to(person).filter(
        partnership=partnership, stage=Stage.SCOPE, review__isnull=True
    )


def being_scoped(person: Person, partnership: Partnership) -> QuerySet[Review]:
    """Reviews whose scope is not agreed yet."""
    return (
        readable(person)
        .filter(case__partnership=partnership, state="scoping")
        .select_related("case")
    )


def agencies(review: Review) -> list[ReviewAgency]:
    """The agencies that are asked in, by name."""
    return list(review.agencies.select_related("agency", "contact"))


def found_by(case: Case) -> dict[str, Any]:
    """What memory finds a case's learning by, besides its words, for those who may know of it.

    An entry has one age: a case that concerns several gives none. Agencies are those asked in, by
    their sector. Two statements.
    """
    ages = {one.age_band for one in case.concerns.all() if one.age_band}
    asked = ReviewAgency.objects.filter(review__case=case).order_by()
    return {
        "route": case.route,
        "age_band": ages.pop() if len(ages) == 1 else "",
        "agencies": list(asked.values_list("agency__sector", flat=True).distinct()),
    }


def suggested(
    person: Person, review: Review, ours: Iterable[Agency], asked: Collection[int]
) -> list[NamedAgency]:
    """Agencies that the referral names and that are not asked in, for whoever may read it.

    ``ours`` are the partnership's agencies; ``asked`` the ids of those that are asked in.
    """
    referral = _referral(person, review)
    named = agencies_named(referral, ours) if referral is not None else []
    return [one for one in named if one.agency is None or one.agency.pk not in asked]


def family_said(person: Person, review: Review) -> list[tuple[str, str]]:
    """What the referral tells of the child's and family's wishes, for whoever may read it."""
    referral = _referral(person, review)
    return told_of(referral, "family") if referral is not None else []


def _referral(person: Person, review: Review) -> Referral | None:
    found: Referral | None = getattr(review.case, "referral", None)
    return found if found is not None and allows(person, READ_REFERRAL, found) else None


def family_then(review: Review) -> str:
    """What the group wrote of the child's and family's part when it decided on the review."""
    decided = (
        Decision.objects.filter(case=review.case, state=DecisionState.RECORDED)
        .order_by("-number")
        .first()
    )
    return decided.family if decided else ""


def targets(review: Review) -> list[Target]:
    """The dates that the review aims for, soonest first."""
    return list(review.targets.all())


def subjects(review: Review) -> list[CaseSubject]:
    """The children or adults whom it concerns."""
    return list(review.case.concerns.all())


def facilitators(partnership: Partnership) -> list[Person]:
    """The people who can facilitate a review here."""
    return people_with(partnership, PartKind.FACILITATOR, PartKind.COORDINATOR, case=None)
