"""Keeping memory and the case's own line in step with a recommendation."""

from django.db import transaction

from heed.memory import operations as memory
from heed.memory.models import Audience, Kind
from heed.memory.models import Effect as Remembered
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Stage
from heed.recommendations.access import REMEMBERED_AS
from heed.recommendations.models import Recommendation
from heed.recommendations.states import (
    Effect,
    Lane,
    RecommendationState,
    Response,
)
from heed.reviews import operations as reviews
from heed.reviews.models import Review
from heed.reviews.queries import found_by
from heed.reviews.states import ReviewState

_REMEMBERED: dict[Effect, Remembered] = {
    Effect.NOT_LOOKED: Remembered.OPEN,
    Effect.TOO_SOON: Remembered.ACTED_ON,
    Effect.NO_CHANGE: Remembered.NO_DIFFERENCE,
    Effect.ACTIVITY: Remembered.ACTED_ON,
    Effect.PRACTICE_CHANGED: Remembered.DIFFERENCE,
    Effect.CHILDREN_BETTER_OFF: Remembered.DIFFERENCE,
}


def open_questions_of(recommendation: Recommendation) -> list[str]:
    """What has no answer yet, each as a sentence."""
    found = []
    if recommendation.lane != Lane.DELIVERED:
        found.append("It is not delivered yet.")
    if recommendation.effect in (Effect.NOT_LOOKED, Effect.TOO_SOON):
        found.append("Nobody has seen yet whether it made a difference.")
    return found


@transaction.atomic
def keep_in_step(recommendation: Recommendation, *, by: Person) -> None:
    """Keep memory and the case's own line in step with a recommendation."""
    recommendation = Recommendation.objects.select_related(
        "case__partnership", "case__pack_version", "partnership"
    ).get(pk=recommendation.pk)
    _remember(recommendation)
    case = recommendation.case
    if case.stage not in (Stage.RECOMMENDATIONS, Stage.CLOSED):
        return
    everyone = list(Recommendation.objects.filter(case=case).prefetch_related("actions", "looks"))
    unfinished = [one for one in everyone if one.state != RecommendationState.CLOSED]
    review = Review.objects.filter(case=case).first()
    if not unfinished:
        partnership.set_stage(case, by=by, stage=Stage.CLOSED, waiting_on="")
        if review is not None and review.state != ReviewState.FINISHED:
            reviews.finish(review, by=by)
        return
    if case.stage == Stage.CLOSED and review is not None and review.state == ReviewState.FINISHED:
        reviews.go_on(review, by=by)
    owners = {a.owner_id or a.owner_name for one in unfinished for a in one.actions.all() if a.open}
    dates = [(a.due, "Action") for one in unfinished for a in one.actions.all() if a.open]
    dates += [
        (k.due, "Look at effect") for one in unfinished for k in one.looks.all() if not k.looked_on
    ]
    soonest = min(dates, default=(None, ""))
    partnership.set_stage(
        case,
        by=by,
        stage=Stage.RECOMMENDATIONS,
        waiting_on=(
            f"{len(owners)} owner{'' if len(owners) == 1 else 's'}"
            if owners
            else "A look at what came of it"
        ),
        target=soonest[0],
        target_is=soonest[1],
    )


def _remember(recommendation: Recommendation) -> None:
    if recommendation.state == RecommendationState.PROPOSED:
        return
    finding = recommendation.finding
    restricted = recommendation.case.restricted
    memory.remember(
        f"{REMEMBERED_AS}{recommendation.pk}",
        kind=Kind.RECOMMENDATION,
        audience=Audience.CASE if restricted else Audience.PARTNERSHIP,
        title=recommendation.text,
        text=f"{recommendation.because} {recommendation.expected_change}".strip()
        or recommendation.text,
        case=recommendation.case,
        themes=[one.theme for one in finding.themes.all()] if finding else [],
        **found_by(recommendation.case),
        date=recommendation.routed_on,
        url_name="recommendations:recommendation",
        url_args={
            "partnership": recommendation.partnership.slug,
            "number": recommendation.reference,
        },
        effect=(
            Remembered.NOT_TAKEN_UP
            if recommendation.response == Response.NOT
            else _REMEMBERED[Effect(recommendation.effect)]
        ),
        closed_on=recommendation.closed_on,
    )
