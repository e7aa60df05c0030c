"""Telling the case where its event stands, so that the worklist reads one table."""

from datetime import date

from django.db import transaction

from heed import clock
from heed.learning_events.models import LearningEvent
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import STEPS, Stage
from heed.reviews.states import ReviewState

_ORDER = [stage for stage, _ in STEPS]


@transaction.atomic
def stands_at(
    event: LearningEvent, *, by: Person, stage: Stage, waiting_on: str, clock_id: str = ""
) -> None:
    """Set the case's stage, whom it waits on and the day to aim for.

    That is the event's own day while it is to come; afterwards, or with ``clock_id``, the review's
    target. A case that is already further on is not moved back; one that is paused stays so.
    """
    case, review = event.case, event.case.review
    if case.stage not in _ORDER or _ORDER.index(Stage(case.stage)) > _ORDER.index(stage):
        return
    target: date | None = event.begins_at.astimezone(clock.LONDON).date()
    called = "Learning event"
    if clock_id or not event.ahead:
        found = review.targets.filter(clock=clock_id or "event").first()
        target, called = (found.due, found.label[:60]) if found else (None, "")
    partnership.set_stage(
        case,
        by=by,
        stage=stage,
        waiting_on=None if review.state == ReviewState.PAUSED else waiting_on,
        target=target,
        target_is=called,
    )
