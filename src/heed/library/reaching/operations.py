"""Everything that changes how a page is planned to reach people."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.briefings.models import ReleasedPage
from heed.history import operations as history
from heed.library.access import PLAN_REACH
from heed.library.models import ReachStep
from heed.partnership.models import Person
from heed.refusals import NotNow


@transaction.atomic
def plan_step(
    page: ReleasedPage,
    *,
    by: Person,
    whom: str,
    how: str,
    led_by: str,
    due: date,
    known_by: str = "",
) -> ReachStep:
    """Plan one step: whom it reaches, how, who leads it, by when, and how we shall know."""
    doors.check(by, PLAN_REACH, page)
    if not page.stands:
        raise NotNow("This page is no longer in the library.")
    made = ReachStep.objects.create(
        page=page, whom=whom, how=how, led_by=led_by, due=due, known_by=known_by, written_by=by
    )
    history.record("planned how a page reaches people", made, by=by)
    return made


@transaction.atomic
def say_it_is_done(
    step: ReachStep, *, by: Person, seen: int, what_came: str, done_on: date | None = None
) -> ReachStep:
    """Say that a step was taken, and what came of it: who was reached, and how we know."""
    doors.check(by, PLAN_REACH, step.page)
    if step.done_on is not None:
        raise NotNow("It was done already.")
    if not what_came.strip():
        raise NotNow("Say what came of it, in a sentence.")
    return history.change(
        step,
        by=by,
        seen=seen,
        verb="said how a page reached people",
        what_came=what_came.strip(),
        done_on=done_on or clock.today(),
    )


@transaction.atomic
def take_out(step: ReachStep, *, by: Person) -> None:
    """Take a step out that is not to be taken after all."""
    doors.check(by, PLAN_REACH, step.page)
    if step.done_on is not None:
        raise NotNow("It was done already, and stays.")
    history.record("took a step out", step, by=by)
    step.delete()
