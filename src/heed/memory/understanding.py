"""Reads the meaning of entries that have none yet: after they were remembered, in its own time.

Words are found as soon as an entry is remembered; its meaning follows when ``heed tick`` or an
import runs this. It may be stopped at any moment and goes on where it was.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from heed.memory import leanings, meaning, postings
from heed.memory.models import Entry, Meaning
from heed.memory.processes import Crew
from heed.memory.reading import Read, Text, read_meanings

AT_ONCE = 256
SEVERAL_FROM = 600
_Known = list[tuple[int, str]]


def unread() -> QuerySet[Entry]:
    """The entries whose meaning is not known, oldest first."""
    known = Meaning.objects.filter(entry=OuterRef("pk"), model=meaning.MODEL, vectors__isnull=False)
    return Entry.objects.filter(~Exists(known)).order_by("pk")


def understand(*, limit: int | None = None, told: Callable[[int, int], None] | None = None) -> int:
    """Reads the meaning of all entries, or the first ``limit``, that have none; how many it read.

    ``told`` hears of progress: how many are done, of how many. From 600 on every core is used.
    """
    todo = unread().count()
    todo = todo if limit is None else min(todo, limit)
    done = 0
    if not todo:
        return 0
    leanings.points()
    with Crew(many=todo >= SEVERAL_FROM) as crew:
        waiting: list[tuple[_Known, Future[list[Read]]]] = []
        # A piece is kept while the next are being read, so that nobody waits for the database.
        for known, texts in _pieces(todo):
            waiting.append((known, crew.submit(read_meanings, texts)))
            if len(waiting) > crew.size:
                done += _keep_first(waiting)
                if told:
                    told(done, todo)
        while waiting:
            done += _keep_first(waiting)
            if told:
                told(done, todo)
    return done


def _pieces(todo: int) -> Iterator[tuple[_Known, list[Text]]]:
    """The unread entries in pieces, oldest first: number and digest of each, and what it says."""
    after = 0
    while todo > 0:
        rows = list(
            unread()
            .filter(pk__gt=after)
            .values_list("pk", "digest", "title", "text")[: min(AT_ONCE, todo)]
        )
        if not rows:
            return
        after = rows[-1][0]
        todo -= len(rows)
        yield [row[:2] for row in rows], [row[2:] for row in rows]


def _keep_first(waiting: list[tuple[_Known, Future[list[Read]]]]) -> int:
    known, reading = waiting.pop(0)
    _keep(known, reading.result())
    return len(known)


@transaction.atomic
def _keep(entries: Sequence[tuple[int, str]], read: Sequence[Read]) -> None:
    postings.hold()
    unchanged = dict(
        Entry.objects.filter(pk__in=[pk for pk, _ in entries]).values_list("pk", "digest")
    )
    kept = [
        (pk, answer)
        for (pk, digest), answer in zip(entries, read, strict=True)
        if unchanged.get(pk) == digest
    ]
    Meaning.objects.bulk_create(
        Meaning(entry=pk, model=meaning.MODEL, vectors=packed) for pk, (packed, _) in kept
    )
    postings.write(added={pk: leaning_terms(lean) for pk, (_, lean) in kept})


def leaning_terms(lean: dict[str, float]) -> dict[str, int]:
    """The themes that an entry leans to by its meaning, as terms of the index."""
    return {"~" + theme: max(1, round(postings.HEAVIEST * share)) for theme, share in lean.items()}
