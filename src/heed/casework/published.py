"""What waits on somebody in the toolkits, in the library, and in what others learnt.

Each is short and there are many kinds of it, so the rooms say what they know as querysets, and all
of them are read in one statement.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, F, JSONField, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse

from heed.briefings import queries as briefings
from heed.elsewhere import queries as elsewhere
from heed.library.heard import queries as heard
from heed.library.reaching import queries as reaching
from heed.partnership.models import Partnership, Person
from heed.toolkit import queries as toolkit


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits: what to say of it, and where it is cleared.

    ``rows`` gives what may wait on a person in a partnership, as far as the day that is handed in.
    The rest names fields of those rows: ``words`` to say which it is, ``due`` by when, ``at`` what
    the address needs (``by`` is the name that the address gives it), ``not_by`` a list of keys of
    people on whom it cannot wait.
    """

    heading: str
    page: str
    rows: Callable[[Person, Partnership, date], QuerySet[Any]]
    words: str
    at: str = "pk"
    by: str = "number"
    due: str = ""
    not_by: str = ""


KINDS: dict[str, Waiting] = {
    "agree": Waiting(
        "Agree to a module, or say what should change",
        "toolkit:module",
        lambda person, house, until: toolkit.to_agree(person, house),
        "title",
    ),
    "share": Waiting(
        "Say whether to share a toolkit",
        "toolkit:toolkit",
        lambda person, house, until: toolkit.invitations(person, house),
        "toolkit__name",
        at="toolkit_id",
    ),
    "module": Waiting(
        "Look at a module again",
        "toolkit:module",
        toolkit.to_look_at,
        "title",
        at="module_id",
        due="review_by",
    ),
    "page": Waiting(
        "Look at a page again",
        "briefings:look-again",
        briefings.to_look_at,
        "title",
        at="briefing__case__reference",
        by="reference",
        due="review_by",
    ),
    "older": Waiting(
        "Look at a page again",
        "elsewhere:older-look-again",
        elsewhere.older_to_look_at,
        "page__title",
        due="page__review_by",
    ),
    "report": Waiting(
        "Show a title to everyone, or leave it",
        "elsewhere:report",
        lambda person, house, until: elsewhere.offered(person, house),
        "title",
    ),
    "release": Waiting(
        "Read an older page for release",
        "elsewhere:older",
        lambda person, house, until: elsewhere.older_offered(person, house),
        "title",
        not_by="writers",
    ),
    "heard": Waiting(
        "Answer what somebody says beside a page",
        "library:heard",
        lambda person, house, until: heard.to_answer(person, house),
        "page__title",
    ),
    "reach": Waiting(
        "Say how a page has reached people",
        "library:reaching",
        reaching.to_take,
        "whom",
        at="page__slug",
        by="slug",
        due="due",
    ),
    "source": Waiting(
        "A source was taken down: look whether our page stays",
        "elsewhere:older",
        lambda person, house, until: elsewhere.without_source(person, house),
        "page__title",
    ),
}


@dataclass(frozen=True)
class Row:
    """One thing that waits."""

    heading: str
    url: str
    words: str
    due: date | None


def waiting(person: Person, house: Partnership, until: date) -> Iterator[Row]:
    """What waits on the person there; what has a day, as far as ``until``."""
    parts = [
        _rows(name, one, found)
        for name, one in KINDS.items()
        if not (found := one.rows(person, house, until)).query.is_empty()
    ]
    if not parts:
        return
    first, *others = parts
    for name, at, words, due, not_by in first.union(*others, all=True) if others else first:
        kind = KINDS[name]
        if person.pk not in not_by:
            where = {"partnership": house.slug, kind.by: at}
            yield Row(kind.heading, reverse(kind.page, kwargs=where), words, due)


def _rows(name: str, kind: Waiting, found: QuerySet[Any]) -> QuerySet[Any, Any]:
    columns = {
        "waiting_kind": Value(name, TextField()),
        "waiting_at": Cast(kind.at, TextField()),
        "waiting_words": Cast(kind.words, TextField()),
        "waiting_due": Cast(kind.due or Value(None), DateField()),
        "waiting_not_by": F(kind.not_by) if kind.not_by else Value([], JSONField()),
    }
    return found.order_by().annotate(**columns).values_list(*columns)
