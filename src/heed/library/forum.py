"""What the members of a forum read: the pages that were released to them, and to the partnership.

A page tells what was learnt and nothing else of its case; it leads nowhere back.
"""

from django.db.models import QuerySet

from heed.briefings.models import ReleasedPage
from heed.briefings.states import Readers
from heed.library import queries
from heed.library.access import forum_partnerships
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import FORUM


def house(person: Person, partnership: str) -> Partnership:
    """A partnership that has a forum, for which the person reads."""
    return forum_partnerships(person).filter(groups__kind=FORUM).distinct().get(slug=partnership)


def reading_list(person: Person, partnership: Partnership) -> QuerySet[ReleasedPage]:
    """The pages for the forum and for the partnership, newest first, those for all left out."""
    inside = (Readers.FORUM, Readers.PARTNERSHIP)
    return queries.pages(person, partnership).filter(readers__in=inside)
