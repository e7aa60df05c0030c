"""Named reads of how pages reach people. The person comes first."""

from django.db.models import QuerySet

from heed.briefings.models import ReleasedPage
from heed.library.access import readable
from heed.library.models import ReachStep
from heed.partnership.models import Person


def page(person: Person, partnership: str, slug: str) -> ReleasedPage:
    """A page by its address, among those that the person may read."""
    found = readable(person).select_related("partnership").defer("pdf", "content")
    return found.get(partnership__slug=partnership, slug=slug)


def steps(page: ReleasedPage) -> QuerySet[ReachStep]:
    """The steps of a page, those still to be taken first, soonest first."""
    return ReachStep.objects.filter(page=page).order_by("done_on", "due", "pk")


def step(page: ReleasedPage, number: int) -> ReachStep:
    """One step of a page."""
    return steps(page).select_related("page__partnership").defer("page__pdf").get(pk=number)
