"""Keeps the index in step with the entries: words at once, meanings at once or by a later run."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from heed.memory import leanings, meaning, postings, themes, understanding
from heed.memory.lexicon import lexicon
from heed.memory.models import Entry, EntryAgency, EntryTheme, Index, Meaning, Posting

AT_ONCE = 500


def terms_of(entry: Entry) -> dict[str, int]:
    """The terms of a saved entry, its themes and agencies read from their rows."""
    return postings.entry_terms(
        entry,
        [row.theme for row in entry.themes.all()],
        [row.agency for row in entry.agencies.all()],
    )


def add(entries: Iterable[Entry]) -> None:
    """Takes saved entries into the index of words."""
    if not Index.objects.exists():
        note_lexicon()
    postings.write(added={entry.pk: terms_of(entry) for entry in entries})


@transaction.atomic
def drop(entries: Sequence[Entry]) -> None:
    """Takes entries, as they stand stored, out of the index of words and of meanings."""
    if is_current():
        meant = ["~" + theme.id for theme in themes.every()]
        postings.write(removed={entry.pk: [*terms_of(entry), *meant] for entry in entries})
    else:  # an older lexicon read them: by which terms is not known
        for entry in entries:
            postings.strip(entry.pk)
    forget_meaning([entry.pk for entry in entries])


def forget_meaning(entry_ids: Iterable[int]) -> None:
    """Empties the vectors of entries, and tells every machine's copy of them to do so.

    The rows stay, empty, since a copy goes on from the last row it saw.
    """
    postings.hold()
    kept = Meaning.objects.filter(entry__in=list(entry_ids), vectors__isnull=False)
    told = [
        Meaning(entry=entry, model=model) for model, entry in kept.values_list("model", "entry")
    ]
    kept.update(vectors=None)
    Meaning.objects.bulk_create(told)


def is_current() -> bool:
    """Whether the stored words were read by the lexicon that Heed now has."""
    row = Index.objects.first()
    return row is not None and row.lexicon == lexicon().version


def ready() -> None:
    """Sees that the stored words were read by the lexicon that Heed now has, else reads them anew.

    Costs one statement when they were. A large memory takes minutes to read anew, so it is asked by
    ``heed tick`` and before an import, not while somebody waits for a page.
    """
    if not is_current():
        rebuild()


@transaction.atomic
def rebuild() -> int:
    """Reads every entry anew: after the lexicon changed. Answers how many entries were read."""
    postings.hold()
    Posting.objects.all().delete()
    count = 0
    batch: list[Entry] = []
    for entry in with_rows(Entry.objects.order_by("pk")).iterator(chunk_size=AT_ONCE):
        batch.append(entry)
        if len(batch) == AT_ONCE:
            add(batch)
            count += len(batch)
            batch = []
    add(batch)
    for vectors in _some(Meaning.objects.filter(model=meaning.MODEL, vectors__isnull=False)):
        postings.write(
            added={
                row.entry: understanding.leaning_terms(
                    leanings.of_entry(meaning.unpack(row.vectors or b""))
                )
                for row in vectors
            }
        )
    note_lexicon()
    return count + len(batch)


def _some(rows: QuerySet[Meaning]) -> Iterator[list[Meaning]]:
    batch: list[Meaning] = []
    for row in rows.order_by("pk").iterator(chunk_size=AT_ONCE):
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def note_lexicon() -> None:
    """Writes down by which lexicon the stored words were read."""
    Index.objects.update_or_create(pk=1, defaults={"lexicon": lexicon().version})


def with_rows(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries with their themes and agencies, read in two further statements."""
    return entries.prefetch_related(
        Prefetch("themes", EntryTheme.objects.order_by("pk")),
        Prefetch("agencies", EntryAgency.objects.order_by("agency")),
    )
