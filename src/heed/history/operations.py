"""Adding to history, moving a state, saving what somebody edited, sealing, verifying."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from django.db import models, transaction

from heed import clock
from heed.history.models import Entry, Moving, Seal, Versioned
from heed.refusals import NotNow, OutOfDate

V = TypeVar("V", bound=Versioned)
M = TypeVar("M", bound=Moving)

CHANGED_MEANWHILE = (
    "Somebody else changed this while you had it open. Both versions are on the page: "
    "choose what to keep, then save again."
)


def record(
    verb: str,
    subject: models.Model,
    *,
    by: Any,
    said: str = "",
    happened_on: date | None = None,
    on_word_of: str = "",
    before: str = "",
    after: str = "",
    **detail: Any,
) -> Entry:
    """Add one entry, in the transaction that is open.

    ``by`` is a Person, or None for Heed itself. ``said`` is the timeline's sentence; without one
    the
    entry is kept and not shown there. ``detail`` must hold no name and no narrative.
    """
    case = (
        subject if hasattr(subject, "reference_prefix_of_case") else getattr(subject, "case", None)
    )
    partnership = getattr(case or subject, "partnership", None)
    return Entry.objects.create(
        at=clock.now(),
        happened_on=happened_on,
        partnership=getattr(partnership, "slug", "") or getattr(subject, "slug", "")[:60],
        case_reference=getattr(case, "reference", ""),
        subject=f"{subject._meta.label_lower}:{subject.pk}",
        verb=verb,
        sentence=said[:400],
        person_id=getattr(by, "pk", None),
        person_was=getattr(by, "name", "") or "Heed",
        on_word_of=on_word_of,
        before=before,
        after=after,
        detail=detail,
    )


def opened(subject: models.Model, *, by: Any, what: str = "") -> Entry:
    """Keep that somebody read a confidential page."""
    return record("opened", subject, by=by, what=what)


def move(
    thing: M,
    *,
    to: StrEnum,
    by: Any,
    seen: int | None = None,
    said: str = "",
    happened_on: date | None = None,
    on_word_of: str = "",
    **detail: Any,
) -> M:
    """Move ``thing`` to the state ``to`` and keep that it happened.

    Refuses when the table of moves does not allow it (NotNow) and when somebody moved it first
    (OutOfDate): of two clicks only one wins.
    """
    fresh = _lock(thing, seen)
    was = fresh.state
    if was != thing.state:
        raise OutOfDate(
            "Somebody else has already moved this on. Here is how it stands now.", fresh
        )
    if to not in type(thing).MOVES.get(type(to)(was), frozenset()):
        raise NotNow(f"This cannot be done now: it is {_plain(was)}.")
    thing.state = to
    thing.version = fresh.version + 1
    thing.save(update_fields=["state", "version"])
    record(
        f"moved to {_plain(to)}",
        thing,
        by=by,
        said=said,
        happened_on=happened_on,
        on_word_of=on_word_of,
        before=str(was),
        after=str(to),
        **detail,
    )
    return thing


def change(
    thing: V, *, by: Any, seen: int | None, verb: str = "changed", said: str = "", **values: Any
) -> V:
    """Save ``values`` on ``thing`` if it is still as the person saw it; keep that it happened.

    The entry names the fields, never what was written in them.
    """
    fresh = _lock(thing, seen)
    for name, value in values.items():
        setattr(thing, name, value)
    thing.version = fresh.version + 1
    thing.save(update_fields=[*values, "version"])
    record(verb, thing, by=by, said=said, fields=sorted(values))
    return thing


def _lock(thing: V, seen: int | None) -> V:
    """The row as it stands, locked; OutOfDate when it is no longer the version seen."""
    fresh: V = type(thing)._base_manager.select_for_update().get(pk=thing.pk)
    if seen is not None and fresh.version != seen:
        raise OutOfDate(CHANGED_MEANWHILE, fresh)
    return fresh


def _plain(state: str) -> str:
    return str(state).replace("_", " ")


def timeline(reference: str, *, limit: int = 200) -> list[Entry]:
    """What the timeline of a case shows, newest first."""
    return list(
        Entry.objects.filter(case_reference=reference)
        .exclude(sentence="")
        .order_by("-at", "-id")[:limit]
    )


@transaction.atomic
def seal() -> Seal | None:
    """Seal what is not sealed yet; None when there is nothing to seal."""
    last = Seal.objects.order_by("-last").first()
    fresh = list(Entry.objects.filter(id__gt=last.last if last else 0).order_by("id"))
    if not fresh:
        return None
    previous = last.digest if last else ""
    return Seal.objects.create(
        first=fresh[0].pk,
        last=fresh[-1].pk,
        count=len(fresh),
        previous=previous,
        digest=_digest(previous, fresh),
        at=clock.now(),
    )


def verify(say: Callable[[str], None]) -> bool:
    """Walk the seals. Says what does not agree, and how many entries wait for a seal."""
    good, previous, last = True, "", 0
    for one in Seal.objects.order_by("last").iterator():
        entries = list(Entry.objects.filter(id__gt=last, id__lte=one.last).order_by("id"))
        if (
            one.previous != previous
            or one.count != len(entries)
            or one.digest != _digest(previous, entries)
        ):
            say(f"Entries {one.first} to {one.last} disagree with their seal of {one.at:%d %b}.")
            good = False
        previous, last = one.digest, one.last
    waiting = Entry.objects.filter(id__gt=last).count()
    say(f"{'The history agrees with its seals.' if good else 'The history was changed.'}")
    say(f"Head: {previous or 'none yet'}. Waiting for a seal: {waiting}.")
    return good


def _digest(previous: str, entries: list[Entry]) -> str:
    sum_ = hashlib.sha256(previous.encode())
    for line in _lines(entries):
        sum_.update(line.encode())
    return sum_.hexdigest()


def _lines(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        values = {f.attname: getattr(entry, f.attname) for f in Entry._meta.concrete_fields}
        values["at"] = entry.at.timestamp()
        yield json.dumps(values, sort_keys=True, default=str) + "\n"
