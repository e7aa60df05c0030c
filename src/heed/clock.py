"""Today and now. The only place in Heed that asks the time.

Stored in UTC, shown in London. A demonstration fixes the date (``HEED_TODAY``): Heed's dates then
stand still at that day while the time of day goes on, so that pictures and tests repeat. Sessions
and the web server keep to the machine's own time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

LONDON = ZoneInfo("Europe/London")
_moment: ContextVar[datetime | None] = ContextVar("heed_moment", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    moment = _moment.get()
    if moment is not None:
        return moment
    real = datetime.now(UTC)
    fixed: date | None = settings.HEED_TODAY
    if fixed is None:
        return real
    local = real.astimezone(LONDON)
    return datetime.combine(fixed, local.timetz()).astimezone(UTC)


def today() -> date:
    """The present day in London."""
    return now().astimezone(LONDON).date()


@contextmanager
def at(moment: datetime | date) -> Iterator[None]:
    """Within the block it is ``moment`` (a day means ten in the morning of it, in London).

    For tests, and for the demonstration, which makes its past through the real operations.
    """
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 10, 0, tzinfo=LONDON)
    token = _moment.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moment.reset(token)
