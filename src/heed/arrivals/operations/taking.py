"""Taking a spreadsheet in, matching its columns, rehearsing it, and letting go of its rows."""

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.arrivals import queries
from heed.arrivals.access import BRING_IN, FOLLOW
from heed.arrivals.columns import columns, guess, key_of
from heed.arrivals.judging import JUDGES
from heed.arrivals.models import Arrival, ArrivalRow
from heed.arrivals.sheet import read
from heed.arrivals.states import ArrivalState, Holds, RowState, Verdict
from heed.history import operations as history
from heed.papers import checking
from heed.partnership.models import Partnership, Person
from heed.refusals import NotNow


@transaction.atomic
def take_in(house: Partnership, *, by: Person, holds: Holds, file: UploadedFile) -> Arrival:
    """Read a spreadsheet and keep its rows; the file itself is not kept.

    Its columns are matched as those of the last file like it were, or else by their names. Raises
    ``papers.checking.Unfit`` with a sentence.
    """
    doors.check(by, BRING_IN, house)
    sheet = read(file.name or "file", file.read(checking.MOST + 1), holds)
    head_key = key_of(sheet.head)
    earlier = queries.matched_before(house, holds, head_key)
    arrival = Arrival.objects.create(
        partnership=house,
        holds=holds,
        label=checking.plain_label(file.name or "file"),
        head=sheet.head,
        head_key=head_key,
        mapping=earlier if earlier is not None else guess(holds, sheet.head),
        taken_by=by,
        taken_at=clock.now(),
    )
    ArrivalRow.objects.bulk_create(
        [ArrivalRow(arrival=arrival, number=number, cells=cells) for number, cells in sheet.rows],
        batch_size=500,
    )
    history.record("took in a spreadsheet", arrival, by=by, holds=str(holds), rows=len(sheet.rows))
    return arrival


@transaction.atomic
def match_columns(
    arrival: Arrival, *, by: Person, seen: int, mapping: Mapping[str, int], completes: bool
) -> Arrival:
    """Say which column holds what, and rehearse every row: nothing else is written.

    ``completes``: of what is here already, what is missing is filled in.
    """
    doors.check(by, FOLLOW, arrival)
    if arrival.state not in (ArrivalState.TAKEN, ArrivalState.REHEARSED):
        raise NotNow("These rows are coming in, or came in. Choose the file again to begin anew.")
    known = {one.key: one for one in columns(Holds(arrival.holds))}
    chosen = {key: place for key, place in mapping.items() if key in known}
    if len(set(chosen.values())) < len(chosen):
        raise NotNow("One column is chosen twice. Choose it for one thing.")
    missing = [one.label for one in known.values() if one.needed and one.key not in chosen]
    if missing:
        raise NotNow(f"Choose the column that holds “{missing[0]}”.")
    if any(not 0 <= place < len(arrival.head) for place in chosen.values()):
        raise NotNow("One of these columns is not in the file. Choose again.")
    arrival.mapping, arrival.completes = chosen, completes
    _rehearse(arrival, by=by)
    history.move(arrival, to=ArrivalState.REHEARSED, by=by, seen=seen)
    arrival.save(update_fields=["mapping", "completes"])
    return arrival


@transaction.atomic
def start(arrival: Arrival, *, by: Person, seen: int, with_looks: bool) -> Arrival:
    """Begin to bring in what was understood, ``with_looks`` what needs a look as well.

    The rows that do not come in are marked with the reason; the others wait for their turn.
    """
    doors.check(by, FOLLOW, arrival)
    history.move(arrival, to=ArrivalState.COMING_IN, by=by, seen=seen, with_looks=with_looks)
    arrival.begun_by, arrival.worked_at = by, clock.now()
    arrival.save(update_fields=["begun_by", "worked_at"])
    rows = arrival.rows.filter(state=RowState.WAITING)
    rows.filter(verdict=Verdict.CANNOT).update(
        state=RowState.NOT_IN, outcome="It could not be taken as it was."
    )
    if not with_looks:
        rows.filter(verdict=Verdict.LOOK).update(
            state=RowState.NOT_IN, outcome="It needs a look first."
        )
    if not arrival.fills_in:
        rows.filter(verdict=Verdict.HERE).update(
            state=RowState.LEFT, outcome="It was here already, and was left as it is."
        )
    return arrival


@transaction.atomic
def let_go(arrival: Arrival, *, by: Person, seen: int) -> Arrival:
    """Delete the rows. What came in stays; only the spreadsheet's own words go."""
    doors.check(by, FOLLOW, arrival)
    history.move(arrival, to=ArrivalState.LET_GO, by=by, seen=seen, rows=arrival.rows.count())
    arrival.rows.all().delete()
    return arrival


@transaction.atomic
def forget_rows(*, by: Person | None) -> int:
    """Delete the rows of every spreadsheet that was kept long enough; of how many there were.

    ``by`` is None: Heed itself does it, from `heed tick`. Whatever is coming in is left alone.
    """
    ended = queries.kept_long_enough()
    for arrival in ended:
        history.move(
            arrival,
            to=ArrivalState.LET_GO,
            by=by,
            seen=arrival.version,
            rows=arrival.rows.count(),
        )
        arrival.rows.all().delete()
    return len(ended)


def _rehearse(arrival: Arrival, *, by: Person) -> None:
    judge = JUDGES[Holds(arrival.holds)](
        arrival.partnership, by=by, mapping=arrival.mapping, completes=arrival.completes
    )
    rows = list(arrival.rows.all())
    for row in rows:
        judged = judge.judge(row.cells)
        row.verdict, row.said = judged.verdict, [one.kept() for one in judged.said]
    ArrivalRow.objects.bulk_update(rows, ["verdict", "said"], batch_size=200)
