"""The gate that every public word passes, whichever room wrote it.

The words are read for who could be known, by themselves and beside everything the partnership has
published; what is found is put right, or stays for a reason that somebody gave. Where any part of
the check could not run, nothing passes. A second person, who wrote none of it, reads it too: each
room's doors ask for that.
"""

from collections import OrderedDict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db.models import BooleanField, Case, F, JSONField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from heed import clock
from heed.partnership.models import Person
from heed.pathways import style
from heed.pathways.queries import pack_in_force
from heed.release.reading import PageReading, read_page
from heed.wording import Page, Register

NOBODY = Register(())
"""The register of words that concern no one case."""


@dataclass(frozen=True)
class Source:
    """What one room has put before the public.

    ``rows`` gives, for a partnership's key, what stands today. The rest names its fields: ``known``
    those that make the id of a text and ``of`` those that make the id of what it belongs to, each
    after a word of the room's own (``but`` can leave out either); ``texts`` those that hold words,
    and ``more`` one that holds words as JSON, which ``words`` takes out of it. ``everybody`` tells
    the rows that everybody may read, where not all are: what is found beside others says which
    page it is only of these.
    """

    rows: Callable[[int], QuerySet[Any]]
    known: tuple[str, str]
    texts: tuple[str, ...]
    of: tuple[str, str] | None = None
    more: str = ""
    words: Callable[[Any], Sequence[str]] = list
    everybody: Q | None = None


_SOURCES: dict[str, Source] = {}
_LATELY: OrderedDict[str, PageReading] = OrderedDict()
MOST_KEPT = 32
"""Readings that are kept for those who look at the same words again."""


def publishes(room: str, source: Source) -> None:
    """Enter what a room has published. Called once, when Heed starts."""
    _SOURCES[room] = source


def published(partnership_id: int, *, but: Container[str] = ()) -> tuple[Page, ...]:
    """Every text of a partnership that stands in public, in one statement.

    ``but`` holds the ids of texts that are left out, or of what they belong to.
    """
    first, *others = (_rows(room, one, partnership_id) for room, one in _SOURCES.items())
    found = [
        Page(id=known, text="\n\n".join([text, *_SOURCES[room].words(more)]), named=bool(named))
        for room, known, of, text, more, named in first.union(*others, all=True)
        if known not in but and of not in but
    ]
    return tuple(sorted(found, key=lambda page: page.id))


def _rows(room: str, source: Source, partnership_id: int) -> QuerySet[Any, Any]:
    columns = {
        "public_room": _text(room),
        "public_known": _id(source.known),
        "public_of": _id(source.of) if source.of else _text(""),
        "public_text": _joined(*_between("\n\n", source.texts)),
        "public_more": F(source.more) if source.more else Value([], JSONField()),
        "public_named": _holds(source.everybody),
    }
    return source.rows(partnership_id).order_by().annotate(**columns).values_list(*columns)


def _text(said: str) -> Value:
    return Value(said, TextField())


def _holds(rows: Q | None) -> Any:
    if rows is None:
        return Value(True, BooleanField())
    return Case(When(rows, then=True), default=False, output_field=BooleanField())


def _id(told: tuple[str, str]) -> Any:
    word, field = told
    return _joined(_text(word), Cast(field, TextField()))


def _between(gap: str, fields: Sequence[str]) -> Iterator[Any]:
    for at, field in enumerate(fields):
        if at:
            yield _text(gap)
        yield Cast(field, TextField())


def _joined(*parts: Any) -> Any:
    return Concat(*parts, output_field=TextField()) if len(parts) > 1 else parts[0]


def read(
    parts: Sequence[tuple[str, str]],
    *,
    partnership: Any,
    kept: Mapping[str, Any],
    but: Container[str] = (),
    register: Register = NOBODY,
    to_show: bool = False,
    also: Sequence[str] = (),
) -> PageReading:
    """What the check finds in words that a partnership is about to publish, part by part.

    ``kept`` holds the reasons as ``reason`` gives them, by mark; ``but`` the ids under which the
    words themselves already stand, if they do. ``to_show``: a page shows it and nothing is decided
    by it, so that what was read of the same words a moment ago will do. ``also`` are public names
    besides the partnership's own.
    """
    asked: dict[str, Any] = {
        "register": register,
        "house": style.house_of(partnership, pack_in_force(partnership), *also),
        "page_set": published(partnership.pk, but=but),
        "kept": {mark: one["reason"] for mark, one in kept.items()},
    }
    # Long papers take seconds, and the answer is the same while all of this is.
    mark = sha256(repr((clock.today(), list(parts), asked)).encode()).hexdigest()
    found = (_LATELY.get(mark) if to_show else None) or read_page(parts, **asked)
    if found.complete:
        _LATELY[mark] = found
        _LATELY.move_to_end(mark)
    while len(_LATELY) > MOST_KEPT:
        _LATELY.popitem(last=False)
    return found


def reason(words: str, *, kind: str, by: Person) -> dict[str, Any]:
    """Why words stay, as it is kept: the reason, what was found, who gave it, when."""
    return {
        "reason": words.strip(),
        "kind": kind,
        "by": by.pk,
        "at": clock.now().isoformat(),
    }


def in_the_way(reading: PageReading) -> list[str]:
    """What the reading puts in the way of publishing, each as a sentence."""
    found = []
    if not reading.complete:
        parts = ", ".join(reading.could_not_run)
        found.append(
            f"Part of the check for who could be known did not run ({parts}). Nothing can be "
            "released until it does. Tell your administrator."
        )
    if reading.unsettled:
        count = len(reading.unsettled)
        places = "1 place" if count == 1 else f"{count} places"
        found.append(f"{places} could still identify someone. Change each, or say why it stays.")
    return found
