"""Bringing rows in, a few at a time, each batch in one transaction; inviting whom it brought."""

import structlog
from django.db import transaction

from heed import clock, doors
from heed.arrivals.access import FOLLOW
from heed.arrivals.carrying import CARRY
from heed.arrivals.judging import JUDGES, Judge
from heed.arrivals.models import Arrival, ArrivalRow
from heed.arrivals.states import ArrivalState, Holds, RowState, Verdict
from heed.casework import operations as casework
from heed.correspondence.operations import held_back
from heed.history import operations as history
from heed.partnership.models import Person
from heed.refusals import NotAllowed, NotNow, OutOfDate

log = structlog.get_logger()

#: How many rows come in together: half a second of work, so that nobody else waits long.
BATCH = 10
UNEXPECTED = "Something unexpected stood in the way. Nothing of this row was written."
IN_REGISTER = "(in the identity register)"


@transaction.atomic
def bring_in_some(arrival: Arrival, *, by: Person, most: int = BATCH) -> int:
    """Bring in the next few rows that wait, and say how many wait after them.

    Two who do it at once share the rows: a row comes in once. A row that cannot come in is put by
    with the reason, and the others go on. Nobody is written to.
    """
    doors.check(by, FOLLOW, arrival)
    fresh = Arrival.objects.select_for_update(of=("self",)).get(pk=arrival.pk)
    if fresh.state != ArrivalState.COMING_IN:
        return 0
    judge = JUDGES[Holds(fresh.holds)](
        fresh.partnership, by=by, mapping=fresh.mapping, completes=fresh.completes
    )
    for row in list(fresh.rows.filter(state=RowState.WAITING)[:most]):
        _carry(fresh, row, judge_row=judge, by=by)
    left = fresh.rows.filter(state=RowState.WAITING).count()
    fresh.worked_at = clock.now()
    fresh.save(update_fields=["worked_at"])
    if not left:
        fresh.done_at = clock.now()
        fresh.save(update_fields=["done_at"])
        history.move(
            fresh,
            to=ArrivalState.DONE,
            by=by,
            came_in=fresh.rows.filter(state=RowState.IN).count(),
            holds=fresh.holds,
        )
    return left


@transaction.atomic
def invite_people(arrival: Arrival, *, by: Person) -> int:
    """Send those whom it brought, and who cannot sign in yet, their invitation; how many went."""
    doors.check(by, FOLLOW, arrival)
    if arrival.state != ArrivalState.DONE:
        raise NotNow("Bring the people in first.")
    people = Person.objects.filter(
        pk__in=arrival.rows.filter(state=RowState.IN).values("person_id")
    ).order_by("pk")
    new = [one for one in people if not one.has_usable_password()]
    for one in new:
        casework.send_invitation(arrival.partnership, by=by, person=one)
    arrival.invited_at = clock.now()
    arrival.save(update_fields=["invited_at"])
    history.record("invited people of a spreadsheet", arrival, by=by, people=len(new))
    return len(new)


def _carry(arrival: Arrival, row: ArrivalRow, *, judge_row: Judge, by: Person) -> None:
    judged = judge_row.judge(row.cells)
    verdict = judged.verdict
    if verdict == Verdict.CANNOT:
        _put_by(row, " ".join(f"{one.column}: {one.sentence}" for one in judged.said if one.stops))
        return
    if verdict == Verdict.HERE and not arrival.fills_in:
        row.state, row.outcome = RowState.LEFT, "It was here already, and was left as it is."
        row.save(update_fields=["state", "outcome"])
        return
    if verdict == Verdict.HERE and judged.values.get("person") is None:
        row.state, row.outcome = RowState.LEFT, "An earlier row says the same."
        row.save(update_fields=["state", "outcome"])
        return
    try:
        with transaction.atomic(), held_back():
            came = CARRY[Holds(arrival.holds)](
                arrival.partnership, by=by, values=judged.values, verdict=verdict
            )
    except (NotAllowed, NotNow, OutOfDate) as refused:
        _put_by(row, refused.sentence)
        return
    except Exception:  # one row must not hold up the others; what it wrote is taken back
        log.exception("row_not_carried", arrival=arrival.pk, row=row.number)
        _put_by(row, UNEXPECTED)
        return
    row.state, row.outcome = RowState.IN, came.sentence
    row.case, row.person = came.case, came.person
    for key in ("child_name", "born_on"):
        place = arrival.mapping.get(key)
        if place is not None and place < len(row.cells) and row.cells[place]:
            row.cells[place] = IN_REGISTER
    row.save(update_fields=["state", "outcome", "case", "person", "cells"])


def _put_by(row: ArrivalRow, why: str) -> None:
    row.state, row.outcome = RowState.NOT_IN, why[:400]
    row.save(update_fields=["state", "outcome"])
