"""Dates follow the demonstration's today, and a case happens in order."""

from datetime import date

import pytest

from heed.demo.dates import Calendar
from heed.demo.reading import worlds
from heed.pathways.clocks import is_working_day

CASES = [case for world in worlds() for case in world.cases]
TODAYS = [
    date(2026, 11, 23),
    date(2027, 1, 2),
    date(2026, 6, 1),
    date(2028, 2, 29),
    date(2026, 12, 21),
]


def test_the_group_meets_on_the_thursday_after_the_usual_today() -> None:
    assert Calendar.usual().meeting(0) == date(2026, 11, 26)
    assert Calendar.usual().meeting(-1) == date(2026, 10, 15)


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_every_case_happens_in_order_and_on_working_days(today: date) -> None:
    calendar = Calendar(today)
    for case in CASES:
        days = [calendar.referred(case)]
        if case.reached("decided"):
            days.append(calendar.decided(case))
        if case.reached("scoped"):
            days.append(calendar.opened(case))
        if case.reached("event_held"):
            days.append(calendar.event(case))
        if case.reached("signed_off"):
            days.append(calendar.signed_off(case))
        if case.reached("following"):
            days.append(calendar.released(case))
        assert days == sorted(set(days)), (case.key, days)
        assert days[-1] <= today, (case.key, days)
        assert all(is_working_day(day) for day in days), (case.key, days)


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_what_is_planned_lies_ahead(today: date) -> None:
    calendar = Calendar(today)
    planned = [case for case in CASES if case.stage == "event_planned"]
    assert [calendar.event(case) > today for case in planned] == [True]


def test_three_years_of_pages_come_out_one_by_one() -> None:
    calendar = Calendar.usual()
    released = [case for case in worlds()[0].cases if case.reached("following")]
    days = sorted(calendar.released(case) for case in released)
    assert len(days) == 25
    assert len({(day.year, day.month) for day in days}) >= 22
    assert days[0].year == 2023
    assert (days[-1].year, days[-1].month) == (2026, 11)
    closed = [calendar.released(case) for case in worlds()[0].closed_cases]
    assert closed == sorted(closed)
