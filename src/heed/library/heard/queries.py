"""Named reads of what people say beside pages. The person comes first."""

from django.db.models import Q, QuerySet

from heed.briefings.models import ReleasedPage
from heed.library.access import heard_by, readable
from heed.library.models import Heard
from heed.library.states import HeardKind, HeardState
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import DECIDING_GROUP, standing
from heed.partnership.states import PartKind


def heard(person: Person, partnership: str, number: int) -> Heard:
    """One thing that was said, among those that the person may read."""
    return _whole(person).get(page__partnership__slug=partnership, pk=number)


def all_heard(person: Person, partnership: Partnership) -> QuerySet[Heard]:
    """What was said beside the pages of a partnership, what waits for an answer first."""
    return _whole(person).filter(page__partnership=partnership).order_by("-state", "-said_on", "pk")


def mine(person: Person, page: ReleasedPage) -> QuerySet[Heard]:
    """What a person said beside one page."""
    return _whole(person).filter(page=page, said_by=person)


def to_answer(person: Person, partnership: Partnership) -> QuerySet[Heard]:
    """What waits for this person's answer; nobody else's idea is in it."""
    found = Q()
    parts = [p for p in standing(person).parts if p.partnership_id == partnership.pk]
    if any(
        (p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id))
        or (p.kind == PartKind.CHAIR and p.group is not None and p.group.kind == DECIDING_GROUP)
        for p in parts
    ):
        found |= Q(kind=HeardKind.SEEN_HERE)
    agencies = standing(person).agencies(PartKind.REPRESENTATIVE)
    if agencies:
        found |= Q(kind=HeardKind.IDEA, agency_id__in=agencies)
    if not found:
        return Heard.objects.none()
    here = readable(person).filter(partnership=partnership)
    return Heard.objects.filter(found, page__in=here, state=HeardState.NEW)


def _whole(person: Person) -> QuerySet[Heard]:
    named = ("page__partnership", "page__briefing__case", "agency", "said_by", "answered_by")
    return heard_by(person).select_related(*named).defer("page__pdf", "page__content")
