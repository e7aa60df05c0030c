"""Named reads of how pages reach people. The person comes first."""

from datetime import date

from django.db.models import QuerySet

from heed.briefings.models import ReleasedPage
from heed.library.access import readable
from heed.library.models import ReachStep
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import DECIDING_GROUP, FORUM, standing
from heed.partnership.states import PartKind


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


def to_take(person: Person, partnership: Partnership, until: date) -> QuerySet[ReachStep]:
    """The steps whose day has come, or comes by ``until``, for whoever plans them."""
    plans = any(
        (p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id))
        or (
            p.kind == PartKind.CHAIR
            and p.group is not None
            and p.group.kind in (DECIDING_GROUP, FORUM)
        )
        for p in standing(person).parts
        if p.partnership_id == partnership.pk
    )
    if not plans:
        return ReachStep.objects.none()
    stand = readable(person).filter(partnership=partnership).standing()  # type: ignore[attr-defined]
    return ReachStep.objects.filter(page__in=stand, done_on__isnull=True, due__lte=until)
