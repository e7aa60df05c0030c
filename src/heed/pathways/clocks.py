"""Dates that law, guidance and habit give a review. Pure functions of their arguments.

A working day is Monday to Friday less England's bank holidays. No statute defines it for reviews,
so this is Heed's reading, with the day of the starting event as day 0. Lengths are in the unit that
a clock names; months are calendar months, cut short where the later month is.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

from heed.pathways.shapes import Clock

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pause:
    """An authorised pause: its first and last day, both included.

    For a pause that still goes on, give the day on which you ask as the last.
    """

    first: date
    last: date


@dataclass(frozen=True)
class Window:
    """When something should have happened: between these two days, or simply by the second."""

    earliest: date | None
    due: date


@lru_cache(maxsize=200)
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays in a year, one-off ones included."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether a day is Monday to Friday and no bank holiday in England."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def add_working_days(day: date, number: int) -> date:
    """The working day that comes this many working days after a day; before it, if negative.

    The day itself is day 0. With 0, the day itself, or the next working day if it is none.
    """
    step = DAY if number >= 0 else -DAY
    if number == 0:
        while not is_working_day(day):
            day += step
        return day
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days lie after the first day, up to and including the last.

    Negative when the last comes before the first: `between(a, b)` is always `-between(b, a)`.
    """
    if last < first:
        return -working_days_between(last, first)
    count, day = 0, first
    while day < last:
        day += DAY
        count += is_working_day(day)
    return count


def add_months(day: date, number: int) -> date:
    """The same day of the month, this many months on; the month's last day if it is shorter."""
    months = day.year * 12 + day.month - 1 + number
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due(clock: Clock, start: date, *, pauses: Sequence[Pause] = ()) -> date:
    """The last day on which what the clock times is still in time.

    Pauses move a pausable target by the days they took out of it; they never move a deadline.
    """
    return window(clock, start, pauses=pauses).due


def window(clock: Clock, start: date, *, pauses: Sequence[Pause] = ()) -> Window:
    """The range of days in which the clock wants something to happen."""
    held = _joined(pauses) if clock.pausable and clock.kind == "target" else ()
    first = _run(clock, clock.earliest, start, held) if clock.earliest else None
    return Window(first, _run(clock, clock.length, start, held))


def _run(clock: Clock, length: int, start: date, pauses: Sequence[Pause]) -> date:
    length = max(length - clock.counts_from, 0)
    if clock.unit == "working_days":
        return _run_working_days(start, length, pauses)
    if clock.unit == "months":
        end = add_months(start, length)
    else:
        end = start + timedelta(days=length * (7 if clock.unit == "weeks" else 1))
    for pause in pauses:
        if pause.last > start and pause.first <= end:
            end += pause.last - max(pause.first, start + DAY) + DAY
    return _off_a_day_off(end, clock.on_a_day_off)


def _run_working_days(start: date, length: int, pauses: Sequence[Pause]) -> date:
    day = add_working_days(start, 0) if length == 0 else start
    left = length
    while left > 0:
        day += DAY
        if is_working_day(day) and not any(p.first <= day <= p.last for p in pauses):
            left -= 1
    return day


def _off_a_day_off(day: date, rule: str) -> date:
    if rule == "keep" or is_working_day(day):
        return day
    return add_working_days(day, 0) if rule == "after" else add_working_days(day, -1)


def _joined(pauses: Sequence[Pause]) -> tuple[Pause, ...]:
    joined: list[Pause] = []
    for pause in sorted(pauses, key=lambda each: each.first):
        if pause.last < pause.first:
            continue
        if joined and pause.first <= joined[-1].last + DAY:
            joined[-1] = Pause(joined[-1].first, max(joined[-1].last, pause.last))
        else:
            joined.append(pause)
    return tuple(joined)
