"""Who may open, scope and read a review. Each predicate completes "a person who …"."""

from django.db.models import QuerySet

from heed import doors
from heed.doors import Door
from heed.meetings.access import has_no_personal_interest
from heed.partnership.access import coordinates_case, facilitates_case, sees_case
from heed.partnership.models import Case, Person
from heed.reviews.models import Review


def readable(person: Person) -> QuerySet[Review]:
    """The reviews of the cases that a person may know of."""
    return Review.objects.filter(case__in=Case.objects.visible_to(person))


OPEN = "reviews.open"
READ = "reviews.read"
SCOPE = "reviews.scope"
PAUSE = "reviews.pause"
READ_DATES = "reviews.read_dates"
KEEP_DATES = "reviews.keep_dates"

DOORS = doors.table(
    {
        OPEN: Door(coordinates_case, "Only the coordinator can open a review."),
        READ: Door(
            sees_case, "Only people named on this case can open it.", reading=True, listing=readable
        ),
        SCOPE: Door(
            coordinates_case | (sees_case & facilitates_case),
            "Only the coordinator and the facilitator settle the scope.",
        ),
        PAUSE: Door(
            coordinates_case & has_no_personal_interest,
            "Only the coordinator enters a pause; the group or the partners authorise it.",
        ),
        READ_DATES: Door(
            sees_case & has_no_personal_interest,
            "Only people who see the case can open this.",
            True,
        ),
        KEEP_DATES: Door(
            coordinates_case & has_no_personal_interest,
            "Only the coordinator enters what became of a date.",
        ),
    }
)
