"""Named reads of what people say beside pages. The person comes first."""

from django.db.models import QuerySet

from heed.briefings.models import ReleasedPage
from heed.library.access import heard_by
from heed.library.models import Heard
from heed.partnership.models import Partnership, Person


def heard(person: Person, partnership: str, number: int) -> Heard:
    """One thing that was said, among those that the person may read."""
    return _whole(person).get(page__partnership__slug=partnership, pk=number)


def all_heard(person: Person, partnership: Partnership) -> QuerySet[Heard]:
    """What was said beside the pages of a partnership, what waits for an answer first."""
    return _whole(person).filter(page__partnership=partnership).order_by("-state", "-said_on", "pk")


def mine(person: Person, page: ReleasedPage) -> QuerySet[Heard]:
    """What a person said beside one page."""
    return _whole(person).filter(page=page, said_by=person)


def _whole(person: Person) -> QuerySet[Heard]:
    named = ("page__partnership", "agency", "said_by", "answered_by")
    return heard_by(person).select_related(*named).defer("page__pdf", "page__content")
