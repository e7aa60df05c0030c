"""Who may find an entry: stated once, as the queryset that every read of memory begins with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from heed.memory.models import Audience, Entry
from heed.memory.postings import facet
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing

_ROOMS_OWN: dict[str, Callable[[Person], QuerySet[Any]]] = {}


def found_by(kind: str, keys: Callable[[Person], QuerySet[Any]]) -> None:
    """Enter a room's own rule for a kind of entry that is a partnership's and comes from a case.

    ``keys`` gives the source keys of those that a person may read; no others are found by them.
    Called once, when Heed starts.
    """
    _ROOMS_OWN[kind] = keys


@dataclass(frozen=True)
class Reader:
    """Somebody who asks of memory: a person, nobody in particular, or the command line."""

    person: Person | None = None
    command_line: bool = False

    @classmethod
    def of(cls, person: Any) -> "Reader":
        """The reader that a request's user is; somebody not signed in finds what is public."""
        known = getattr(person, "is_authenticated", False) and person.is_active
        return cls(person=person if known else None)

    def entries(self) -> QuerySet[Entry]:
        """The entries this reader may find.

        Public ones; their partnerships' own, where the room that they come from has no narrower
        rule; those for a forum in which they sit; those of a case that they may know of. What
        comes from a restricted case is found by the people named on it, and by nobody shut out of
        it, unless it is public. The command line finds every audience but a case's own and a
        forum's.
        """
        public = Q(audience=Audience.PUBLIC)
        if self.command_line:
            return Entry.objects.exclude(audience__in=(Audience.CASE, Audience.FORUM))
        if self.person is None:
            return Entry.objects.filter(public)
        mine = standing(self.person)
        open_case = Q(case__isnull=True) | Q(case__restricted=False) | Q(case__in=mine.named)
        ours = Q(audience=Audience.PARTNERSHIP, partnership__in=mine.partnerships) & open_case
        for kind, keys in _ROOMS_OWN.items():
            ours &= ~Q(kind=kind) | Q(case__isnull=True) | Q(source_key__in=keys(self.person))
        forum = Q(audience=Audience.FORUM, partnership__in=mine.forums) & open_case
        of_case = Q(
            audience=Audience.CASE,
            case__in=Case.objects.visible_to(self.person).values("pk"),
        )
        not_shut_out = ~Q(case__in=mine.shut_out) | Q(case__isnull=True)
        return Entry.objects.filter(public | ((ours | forum | of_case) & not_shut_out))

    def scopes(self) -> list[str]:
        """The audiences in which this reader looks, as terms of the index, less ``of_cases``."""
        if self.command_line:
            return [facet("audience", Audience.PUBLIC), facet("audience", Audience.PARTNERSHIP)]
        if self.person is None:
            return [facet("audience", Audience.PUBLIC)]
        mine = standing(self.person)
        return [
            facet("audience", Audience.PUBLIC),
            *(facet("scope", one) for one in mine.partnerships),
            *(facet("forum", one) for one in mine.forums),
        ]

    def of_cases(self) -> list[tuple[int, bool]]:
        """Entries that come from a case, where a case decides: each with whether it may be found.

        None for somebody not signed in and for the command line, to whom audiences alone say it.
        """
        if self.person is None:
            return []
        mine = standing(self.person)
        houses = mine.partnerships | mine.forums
        ours = (
            Entry.objects.filter(case__isnull=False, partnership__in=houses)
            | Entry.objects.filter(case__in=mine.named)
        ).exclude(audience=Audience.PUBLIC)
        findable = self.entries().filter(pk=OuterRef("pk")).order_by()
        return list(ours.order_by().values_list("pk", Exists(findable)))


COMMAND_LINE = Reader(command_line=True)
