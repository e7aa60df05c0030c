"""Named reads of spreadsheets that are brought in. The person comes first."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from heed import clock
from heed.arrivals.access import readable
from heed.arrivals.columns import PUT_RIGHT, Column, columns
from heed.arrivals.models import KEPT_FOR, Arrival, ArrivalRow
from heed.arrivals.states import ArrivalState, Holds, RowState, Verdict
from heed.papers.tables import Table
from heed.partnership.models import Case, Partnership, Person

#: After this long without a batch, the work has stopped: a restart, a power cut.
STOPPED_AFTER = timedelta(seconds=30)
SAMPLES = 3


def arrival(person: Person, partnership: str, number: int) -> Arrival:
    """One spreadsheet by its number, among those of the partnerships that a person coordinates."""
    return (
        readable(person)
        .select_related("partnership", "taken_by", "begun_by")
        .get(partnership__slug=partnership, pk=number)
    )


def arrivals(person: Person, house: Partnership) -> QuerySet[Arrival]:
    """The spreadsheets of a partnership, newest first, with how many rows each has and brought."""
    return (
        readable(person)
        .filter(partnership=house)
        .select_related("taken_by")
        .annotate(
            total=Count("rows"),
            came_in=Count("rows", filter=Q(rows__state=RowState.IN)),
        )
        .order_by("-taken_at", "-pk")
    )


def matched_before(house: Partnership, holds: Holds, head_key: str) -> dict[str, int] | None:
    """How the columns of the last file with the same head were matched."""
    found = (
        Arrival.objects.filter(partnership=house, holds=holds, head_key=head_key)
        .exclude(state=ArrivalState.TAKEN)
        .exclude(mapping={})
        .order_by("-pk")
        .first()
    )
    return dict(found.mapping) if found is not None else None


def rows(person: Person, arrival: Arrival) -> QuerySet[ArrivalRow]:
    """The rows, but for those of cases that the person may not know of."""
    return arrival.rows.filter(
        Q(case__isnull=True) | Q(case__in=Case.objects.visible_to(person))
    ).select_related("case", "person")


def samples(arrival: Arrival) -> list[list[str]]:
    """For each column, the first few different words in it."""
    found: list[list[str]] = [[] for _ in arrival.head]
    for row in arrival.rows.all()[:60]:
        for place, cell in enumerate(row.cells[: len(found)]):
            if cell and cell not in found[place] and len(found[place]) < SAMPLES:
                found[place].append(cell if len(cell) <= 60 else f"{cell[:57]}…")
    return found


def verdicts(arrival: Arrival) -> dict[str, int]:
    """How many rows the rehearsal puts in each verdict."""
    counted = dict(arrival.rows.values_list("verdict").annotate(Count("pk")).order_by())
    return {str(one): counted.get(one, 0) for one in Verdict}


def progress(arrival: Arrival) -> dict[str, Any]:
    """How many of the rows that come in have had their turn, and whether the work has stopped."""
    counted = dict(arrival.rows.values_list("state").annotate(Count("pk")).order_by())
    waiting = counted.get(RowState.WAITING, 0)
    total = sum(counted.values())
    quiet = arrival.worked_at is None or clock.now() - arrival.worked_at > STOPPED_AFTER
    return {
        "total": total,
        "done": total - waiting,
        "waiting": waiting,
        "came_in": counted.get(RowState.IN, 0),
        "not_in": counted.get(RowState.NOT_IN, 0),
        "left": counted.get(RowState.LEFT, 0),
        "stopped": bool(waiting) and quiet,
    }


def uninvited(arrival: Arrival) -> int:
    """How many of the people whom it brought cannot sign in yet."""
    people = Person.objects.filter(
        pk__in=arrival.rows.filter(state=RowState.IN).values("person_id")
    )
    return sum(not one.has_usable_password() for one in people)


def stopped() -> list[Arrival]:
    """The spreadsheets whose work has stopped on the way; no person: Heed itself goes on."""
    return list(
        Arrival.objects.filter(
            state=ArrivalState.COMING_IN, worked_at__lt=clock.now() - STOPPED_AFTER
        ).select_related("begun_by")
    )


def kept_long_enough() -> list[Arrival]:
    """The spreadsheets whose rows are kept no longer; no person: Heed itself lets go of them."""
    return list(
        Arrival.objects.exclude(state__in=(ArrivalState.COMING_IN, ArrivalState.LET_GO))
        .annotate(since=Coalesce("done_at", "taken_at"))
        .filter(since__lte=clock.now() - KEPT_FOR)
        .select_related("partnership")
    )


def blank(holds: Holds, slug: str) -> Table:
    """A spreadsheet to fill in: our fields, each explained."""
    fields: tuple[Column, ...] = columns(holds)
    return Table(
        name=f"{slug}-{holds}-to-fill-in",
        head=[one.label for one in fields],
        notes=[f"{'Needed. ' if one.needed else ''}{one.explain}" for one in fields],
        sheet=str(holds).capitalize(),
    )


def report(arrival: Arrival, found: Iterable[ArrivalRow]) -> Table:
    """Every row as it was, with what became of it."""
    return Table(
        name=f"{arrival.partnership.slug}-brought-in-{arrival.pk}",
        head=["Row", "What became of it", "In words", "Reference", *arrival.head],
        rows=(
            [
                row.number,
                row.state_word,
                _in_words(row),
                row.case.reference if row.case else "",
                *row.cells,
            ]
            for row in found
        ),
        sheet="Report",
    )


def left_over(arrival: Arrival, found: Iterable[ArrivalRow]) -> Table:
    """The rows that did not come in, as they were, to be put right and brought in again."""
    return Table(
        name=f"{arrival.partnership.slug}-to-put-right-{arrival.pk}",
        head=[*arrival.head, PUT_RIGHT],
        rows=([*row.cells, _in_words(row)] for row in found if row.state == RowState.NOT_IN),
        sheet="To put right",
    )


def _in_words(row: ArrivalRow) -> str:
    said = [f"{one['column']}: {one['sentence']}" for one in row.said]
    return " ".join([row.outcome, *said]).strip()
