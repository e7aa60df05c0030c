"""Work that outlasts a page: rows that come in while somebody looks on, or has gone home.

The first second is worked in the request itself. What is left goes on beside it, in this process,
batch by batch; should the process end, `heed tick` or a coordinator's press goes on where it
stopped. Nothing else is kept: the rows that wait are the list of what is to do.
"""

import threading
from contextvars import copy_context
from time import monotonic

import structlog
from django.db import connection, transaction

from heed.arrivals import operations, queries
from heed.arrivals.models import Arrival
from heed.partnership.models import Person
from heed.refusals import NotAllowed

log = structlog.get_logger()

#: How long the request itself works.
AT_ONCE = 1.0


def work(arrival: Arrival, *, by: Person) -> None:
    """Bring in as much as a second holds; see to it that the rest goes on."""
    if not _until(arrival, by, ends=monotonic() + AT_ONCE):
        return
    going_on = threading.Thread(
        target=copy_context().run, args=(_go_on, arrival.pk, by.pk), name="arrivals", daemon=True
    )
    transaction.on_commit(going_on.start)


def go_on() -> int:
    """Go on with what has stopped, for whoever began it; how many rows came in. For `heed tick`."""
    rows = 0
    for arrival in queries.stopped():
        before = queries.progress(arrival)["waiting"]
        if arrival.begun_by is not None:
            _go_on(arrival.pk, arrival.begun_by.pk, close=False)
        rows += before - queries.progress(arrival)["waiting"]
    return rows


def forget() -> int:
    """Let go of rows that were kept long enough; of how many spreadsheets. For `heed tick`."""
    return operations.forget_rows(by=None)


def _go_on(arrival_id: int, person_id: int, close: bool = True) -> None:
    try:
        # Read anew: whoever began may have lost their part meanwhile.
        _until(Arrival.objects.get(pk=arrival_id), Person.objects.get(pk=person_id))
    except NotAllowed:
        log.warning("arrival_not_allowed", arrival=arrival_id)
    except Exception:  # the rows stand as they are; the page offers to go on
        log.exception("arrival_stopped", arrival=arrival_id)
    finally:
        if close:
            connection.close()


def _until(arrival: Arrival, by: Person, *, ends: float | None = None) -> int:
    """Work batch by batch until nothing waits, or time is up; how many rows wait still."""
    while left := operations.bring_in_some(arrival, by=by):
        if ends is not None and monotonic() > ends:
            return left
    return 0
