"""What came of it: looks at the effect, closing, opening again."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership.models import Person
from heed.recommendations.access import (
    CLOSE,
    LOOK,
)
from heed.recommendations.models import Look, Recommendation
from heed.recommendations.operations.step import keep_in_step, open_questions_of
from heed.recommendations.states import (
    Effect,
    RecommendationState,
)
from heed.refusals import NotNow


@transaction.atomic
def look(
    recommendation: Recommendation,
    *,
    by: Person,
    seen: int,
    effect: Effect,
    what_was_seen: str,
    measure: str = "",
    part: int | None = None,
    whole: int | None = None,
    again_on: date | None = None,
) -> Look:
    """Record what came of a recommendation, apart from whether it was delivered.

    ``part`` of ``whole`` is a figure with its denominator (12 of 30). When it is too soon to say or
    nothing has changed yet, ``again_on`` sets another day to look.
    """
    doors.check(by, LOOK, recommendation)
    if part is not None and (whole is None or part > whole):
        raise NotNow("Give both figures: how many, and out of how many.")
    this = recommendation.looks.filter(looked_on__isnull=True).order_by("due").first()
    this = this or Look(recommendation=recommendation, due=clock.today())
    this.looked_on, this.looked_by, this.effect = clock.today(), by, effect
    this.seen, this.measure, this.part, this.whole = what_was_seen, measure, part, whole
    this.save()
    if again_on is not None:
        Look.objects.create(recommendation=recommendation, due=again_on)
    history.change(
        recommendation,
        by=by,
        seen=seen,
        verb="looked at the effect of a recommendation",
        effect=effect,
    )
    keep_in_step(recommendation, by=by)
    return this


@transaction.atomic
def close(
    recommendation: Recommendation, *, by: Person, seen: int, because: str = ""
) -> Recommendation:
    """Close a recommendation once delivery and effect both have an answer, or say why without."""
    doors.check(by, CLOSE, recommendation)
    open_questions = open_questions_of(recommendation)
    if open_questions and not because.strip():
        raise NotNow(f"{open_questions[0]} You can close it all the same: say why.")
    recommendation.closed_on, recommendation.closed_because = clock.today(), because
    recommendation.save(update_fields=["closed_on", "closed_because"])
    history.move(
        recommendation,
        to=RecommendationState.CLOSED,
        by=by,
        seen=seen,
        said=f"Recommendation {recommendation.reference} was closed.",
    )
    keep_in_step(recommendation, by=by)
    return recommendation


@transaction.atomic
def reopen(recommendation: Recommendation, *, by: Person, seen: int) -> Recommendation:
    """Open a recommendation again, such as when the same theme comes back."""
    doors.check(by, CLOSE, recommendation)
    recommendation.closed_on, recommendation.closed_because = None, ""
    recommendation.save(update_fields=["closed_on", "closed_because"])
    history.move(
        recommendation,
        to=RecommendationState.ROUTED,
        by=by,
        seen=seen,
        said=f"Recommendation {recommendation.reference} was opened again.",
    )
    keep_in_step(recommendation, by=by)
    return recommendation
