"""Who may read a released page: everyone, or the people who work with the partnership."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.briefings.models import ReleasedPage
from heed.briefings.states import Readers
from heed.doors import Door
from heed.partnership.models import Person
from heed.partnership.standing import standing


@predicate
def may_read(person: Person, page: ReleasedPage) -> bool:
    """…reads a page that is for everyone, or works with the partnership that released it."""
    if page.readers == Readers.EVERYONE:
        return True
    mine = standing(person)
    case_id = page.briefing.case_id if page.briefing else None
    restricted = page.briefing is not None and page.briefing.case.restricted
    return (
        page.partnership_id in mine.partnerships
        and case_id not in mine.shut_out
        and (not restricted or case_id in mine.named)
    )


def readable(person: Any) -> QuerySet[ReleasedPage]:
    """The released pages that a person may read; somebody not signed in reads those for everyone.

    A page for the partnership alone keeps the restrictions of its case.
    """
    everyone = Q(readers=Readers.EVERYONE)
    mine = standing(person)
    if not mine.partnerships:
        return ReleasedPage.objects.filter(everyone)
    ours = (
        Q(partnership_id__in=mine.partnerships)
        & (Q(briefing__case__restricted=False) | Q(briefing__case_id__in=mine.named))
        & ~Q(briefing__case_id__in=mine.shut_out)
    )
    return ReleasedPage.objects.filter(everyone | ours)


READ = "library.read"

DOORS = doors.table(
    {
        READ: Door(
            may_read,
            "Only people who work with this partnership can read this page.",
            reading=True,
            listing=readable,
        ),
    }
)
