"""Who may bring in what exists: the coordinators of the partnership, and nobody else."""

from django.db.models import QuerySet

from heed import doors
from heed.arrivals.models import Arrival
from heed.doors import Door
from heed.partnership.access import is_coordinator
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind


def coordinated_by(person: Person) -> QuerySet[Partnership]:
    """The partnerships that a person coordinates as a whole."""
    return Partnership.objects.filter(
        pk__in=[
            p.partnership_id
            for p in standing(person).parts
            if p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id)
        ]
    )


def readable(person: Person) -> QuerySet[Arrival]:
    """The spreadsheets of the partnerships that a person coordinates."""
    return Arrival.objects.filter(partnership__in=coordinated_by(person))


BRING_IN = "arrivals.bring_in"
FOLLOW = "arrivals.follow"

DOORS = doors.table(
    {
        BRING_IN: Door(
            is_coordinator,
            "Only a coordinator can bring in what exists.",
            True,
            coordinated_by,
        ),
        FOLLOW: Door(
            is_coordinator,
            "Only a coordinator can bring in what exists.",
            True,
            readable,
        ),
    }
)
