"""Learning events for tests, made through the operations."""

from datetime import datetime, timedelta

from heed import clock
from heed.learning_events import operations, queries
from heed.learning_events.models import LearningEvent
from heed.learning_events.states import PARKED
from heed.reviews.models import Review
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

SAID = "The school nurse and the housing officer rang each other every week."
ASIDE = "Somebody asked about a colleague's workload."


def hours(days: int = 21) -> tuple[datetime, datetime]:
    """Half past nine to one o'clock, so many days from today."""
    day = clock.today() + timedelta(days=days)
    begins = datetime(day.year, day.month, day.day, 9, 30, tzinfo=clock.LONDON)
    return begins, begins + timedelta(hours=3, minutes=30)


def make_planned(house: House, review: Review | None = None, *, days: int = 21) -> LearningEvent:
    """An event that is planned, with the two agencies' contacts on its list."""
    review = review or make_scoped(house)
    begins, ends = hours(days)
    event = operations.plan_event(
        review,
        by=house.facilitator,
        begins_at=begins,
        ends_at=ends,
        place="The Old Library, Harrowmere",
        support_lead="Lead for wellbeing",
    )
    return queries.event(house.facilitator, house.partnership.slug, event.reference)


def make_invited(house: House, review: Review | None = None, *, days: int = 21) -> LearningEvent:
    """The same, with its invitations written."""
    event = make_planned(house, review, days=days)
    operations.invite(event, by=house.facilitator)
    return event


def make_held(house: House, review: Review | None = None) -> LearningEvent:
    """An event that was held today, with notes and somebody there."""
    event = make_invited(house, review, days=0)
    operations.write_notes(
        event, by=house.facilitator, texts={"worked_well": SAID, PARKED: ASIDE}, seen={}
    )
    return operations.hold_event(
        event,
        by=house.facilitator,
        seen=event.version,
        attended=[guest.pk for guest in queries.guests(event)],
    )


def address(event: LearningEvent | Review, slug: str = "") -> str:
    """The address of one of the event's pages."""
    return f"/{event.case.partnership.slug}/reviews/{event.reference}/event/{slug}"
