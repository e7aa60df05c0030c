from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.pathways import clocks, packs
from heed.pathways.clocks import Pause, add_months, add_working_days, due, window
from heed.pathways.shapes import Clock

# England's bank holidays as they were announced, typed by hand: not from the library under test.
BANK_HOLIDAYS = {
    2020: "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2021: "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2022: "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec",
    2023: "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2024: "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2025: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    2026: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2027: "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2028: "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2029: "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

days = st.dates(min_value=date(2019, 6, 1), max_value=date(2031, 6, 1))
lengths = st.integers(min_value=1, max_value=90)
# A machine that is busy with other things says nothing about dates.
unhurried = settings(deadline=None)


def typed(year: int) -> set[date]:
    pairs = [day.split() for day in BANK_HOLIDAYS[year].split(", ")]
    return {date(year, MONTHS.index(month) + 1, int(number)) for number, month in pairs}


def test_a_week_without_a_holiday_is_five_working_days() -> None:
    assert add_working_days(date(2026, 9, 7), 5) == date(2026, 9, 14)


@pytest.mark.parametrize("year", sorted(BANK_HOLIDAYS))
def test_every_day_of_ten_years_agrees_with_the_holidays_that_were_announced(year: int) -> None:
    free = typed(year)
    day = date(year, 1, 1)
    while day.year == year:
        assert clocks.is_working_day(day) == (day.weekday() < 5 and day not in free), day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", sorted(BANK_HOLIDAYS)[:-1])
def test_every_five_and_fifteen_working_days_agree_with_a_count_by_hand(year: int) -> None:
    free = typed(year) | typed(year + 1)
    day = date(year, 1, 1)
    while day.year == year:
        for length in (5, 15):
            ahead = [day + timedelta(days=more) for more in range(1, 60)]
            open_days = [each for each in ahead if each.weekday() < 5 and each not in free]
            assert add_working_days(day, length) == open_days[length - 1], day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("aware", "last"),
    [
        (date(2020, 5, 1), date(2020, 5, 11)),  # VE day was moved to Friday 8 May
        (date(2022, 5, 27), date(2022, 6, 7)),  # the Jubilee took Thursday and Friday
        (date(2022, 9, 14), date(2022, 9, 22)),  # the state funeral, Monday 19 September
        (date(2023, 4, 28), date(2023, 5, 9)),  # 1 May, and the coronation on 8 May
        (date(2021, 12, 23), date(2022, 1, 4)),  # two substitute days, and one in January
        (date(2026, 12, 24), date(2027, 1, 5)),  # Christmas on Friday, Boxing Day's substitute
        (date(2026, 11, 21), date(2026, 11, 27)),  # known on a Saturday: Monday is day 1
    ],
)
def test_five_working_days_to_notify(aware: date, last: date) -> None:
    assert due(packs.load("england").clock("notify"), aware) == last


@unhurried
@given(days, lengths)
def test_a_working_day_is_never_a_weekend_or_holiday(day: date, length: int) -> None:
    assert clocks.is_working_day(add_working_days(day, length))
    assert clocks.is_working_day(add_working_days(day, -length))


@unhurried
@given(days, lengths)
def test_more_working_days_are_always_later(day: date, length: int) -> None:
    assert add_working_days(day, length) < add_working_days(day, length + 1)


@unhurried
@given(days, days, lengths)
def test_a_later_start_is_never_due_earlier(one: date, other: date, length: int) -> None:
    first, last = sorted((one, other))
    assert add_working_days(first, length) <= add_working_days(last, length)


@unhurried
@given(days, lengths)
def test_counting_undoes_adding(day: date, length: int) -> None:
    assert clocks.working_days_between(day, add_working_days(day, length)) == length


@unhurried
@given(days, lengths)
def test_going_back_undoes_going_on_from_a_working_day(day: date, length: int) -> None:
    start = add_working_days(day, 0)
    assert add_working_days(add_working_days(start, length), -length) == start


@unhurried
@given(days, days, days)
def test_counts_add_up_and_turn_round(one: date, two: date, three: date) -> None:
    between = clocks.working_days_between
    assert between(one, two) == -between(two, one)
    assert between(one, two) + between(two, three) == between(one, three)


@unhurried
@given(days)
def test_no_working_days_is_today_or_the_next_working_day(day: date) -> None:
    ready = add_working_days(day, 0)
    assert ready >= day
    assert clocks.is_working_day(ready)
    assert not any(
        clocks.is_working_day(day + timedelta(days=more)) for more in range((ready - day).days)
    )


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_calendar_months(day: date, number: int, expected: date) -> None:
    assert add_months(day, number) == expected


def clock(**said: object) -> Clock:
    plain = {
        "id": "any",
        "label": "Any",
        "starts_from": "decision_made",
        "length": 6,
        "unit": "weeks",
        "kind": "target",
        "source": "local",
    }
    return Clock.model_validate(plain | said)


def test_a_range_has_two_ends() -> None:
    found = window(clock(earliest=6, length=8), date(2026, 9, 1))
    assert (found.earliest, found.due) == (date(2026, 10, 13), date(2026, 10, 27))
    assert window(clock(), date(2026, 9, 1)).earliest is None


def test_the_day_of_the_start_can_be_the_first_day() -> None:
    ten = clock(length=10, unit="working_days")
    from_one = clock(length=10, unit="working_days", counts_from=1)
    assert due(ten, date(2026, 9, 7)) == date(2026, 9, 21)
    assert due(from_one, date(2026, 9, 7)) == date(2026, 9, 18)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("keep", date(2026, 12, 26)),
        ("before", date(2026, 12, 24)),
        ("after", date(2026, 12, 29)),
    ],
)
def test_a_date_on_a_day_off_goes_where_the_clock_says(rule: str, expected: date) -> None:
    months = clock(length=6, unit="months", on_a_day_off=rule)
    assert due(months, date(2026, 6, 26)) == expected


def test_a_pause_moves_a_target_by_the_working_days_it_took() -> None:
    ten = clock(length=10, unit="working_days", pausable=True)
    held = [Pause(date(2026, 9, 9), date(2026, 9, 15))]
    assert due(ten, date(2026, 9, 7)) == date(2026, 9, 21)
    assert due(ten, date(2026, 9, 7), pauses=held) == date(2026, 9, 28)


def test_pauses_that_overlap_count_once() -> None:
    six = clock(pausable=True)
    once = [Pause(date(2026, 9, 10), date(2026, 9, 20))]
    twice = [*once, Pause(date(2026, 9, 12), date(2026, 9, 18))]
    assert due(six, date(2026, 9, 1), pauses=twice) == due(six, date(2026, 9, 1), pauses=once)
    assert due(six, date(2026, 9, 1), pauses=once) == date(2026, 10, 13) + timedelta(days=11)


def test_only_the_part_of_a_pause_after_the_start_and_before_the_date_counts() -> None:
    six = clock(pausable=True)
    plain = due(six, date(2026, 9, 1))
    before = [Pause(date(2026, 8, 1), date(2026, 9, 1))]
    after = [Pause(plain + timedelta(days=1), plain + timedelta(days=30))]
    across = [Pause(date(2026, 8, 1), date(2026, 9, 3))]
    assert due(six, date(2026, 9, 1), pauses=before) == plain
    assert due(six, date(2026, 9, 1), pauses=after) == plain
    assert due(six, date(2026, 9, 1), pauses=across) == plain + timedelta(days=2)


@unhurried
@given(days, st.integers(0, 60), st.integers(0, 60))
def test_a_pause_never_brings_a_target_forward_and_never_moves_a_deadline(
    start: date, wait: int, length: int
) -> None:
    first = start + timedelta(days=wait)
    held = [Pause(first, first + timedelta(days=length))]
    six = clock(pausable=True)
    assert due(six, start, pauses=held) >= due(six, start)
    for name in ("notify", "rapid_review", "practice_review"):
        fixed = packs.load("england").clock(name)
        assert due(fixed, start, pauses=held) == due(fixed, start)


units = st.sampled_from(["working_days", "days", "weeks", "months"])
day_off = st.sampled_from(["keep", "after"])
pauses = st.lists(st.tuples(st.integers(-20, 90), st.integers(0, 30)), min_size=1, max_size=4)


def held_from(start: date, spans: list[tuple[int, int]]) -> list[Pause]:
    return [
        Pause(start + timedelta(days=wait), start + timedelta(days=wait + length))
        for wait, length in spans
    ]


@unhurried
@given(days, st.integers(0, 400), lengths, units, day_off, st.sampled_from([0, 1]))
def test_a_later_start_is_due_no_earlier_whatever_the_clock(
    start: date, later: int, length: int, unit: str, rule: str, counts_from: int
) -> None:
    any_clock = clock(length=length % 24 + 1, unit=unit, on_a_day_off=rule, counts_from=counts_from)
    first = due(any_clock, start)
    assert first >= start
    assert due(any_clock, start + timedelta(days=later)) >= first


@unhurried
@given(days, lengths, pauses)
def test_a_pause_takes_just_the_working_days_that_fell_in_it(
    start: date, length: int, spans: list[tuple[int, int]]
) -> None:
    timed = clock(length=length, unit="working_days", pausable=True)
    held = held_from(start, spans)
    moved = due(timed, start, pauses=held)
    counted = [
        day
        for day in (start + timedelta(days=n) for n in range(1, (moved - start).days + 1))
        if clocks.is_working_day(day)
    ]
    taken = [day for day in counted if any(p.first <= day <= p.last for p in held)]
    assert len(counted) - len(taken) == length
    assert moved not in taken


@unhurried
@given(days, lengths, units, pauses)
def test_a_deadline_ignores_every_pause(
    start: date, length: int, unit: str, spans: list[tuple[int, int]]
) -> None:
    fixed = clock(length=length, unit=unit, kind="deadline", pausable=False)
    assert due(fixed, start, pauses=held_from(start, spans)) == due(fixed, start)


@unhurried
@given(days, lengths, units, pauses)
def test_pauses_count_the_same_in_any_order_and_when_one_is_told_twice(
    start: date, length: int, unit: str, spans: list[tuple[int, int]]
) -> None:
    timed = clock(length=length, unit=unit, pausable=True)
    held = held_from(start, spans)
    once = due(timed, start, pauses=held)
    assert due(timed, start, pauses=[*reversed(held), *held]) == once


@unhurried
@given(days, st.integers(1, 30), st.sampled_from(["before", "after"]))
def test_a_clock_that_minds_days_off_ends_on_a_working_day_near_by(
    start: date, months: int, rule: str
) -> None:
    kept = due(clock(length=months, unit="months"), start)
    minded = due(clock(length=months, unit="months", on_a_day_off=rule), start)
    assert clocks.is_working_day(minded)
    assert (minded <= kept) if rule == "before" else (minded >= kept)
    assert abs((minded - kept).days) <= 5


@unhurried
@given(days, st.integers(-60, 60))
def test_months_keep_the_day_or_clip_it_to_the_last(day: date, number: int) -> None:
    moved = add_months(day, number)
    assert moved.day == day.day or (
        moved.day < day.day and (moved + timedelta(days=1)).month != moved.month
    )
    assert (moved.year - day.year) * 12 + moved.month - day.month == number


@unhurried
@given(days, st.integers(2, 60))
def test_counting_from_day_one_ends_one_working_day_sooner(day: date, length: int) -> None:
    from_none = clock(length=length, unit="working_days")
    from_one = clock(length=length, unit="working_days", counts_from=1)
    assert due(from_one, day) == add_working_days(day, length - 1)
    assert due(from_one, day) < due(from_none, day)


def test_the_dates_that_law_sets_are_deadlines_and_all_others_targets() -> None:
    kinds = {each.id: each.kind for each in packs.load("england").clocks}
    law = {name for name, kind in kinds.items() if kind == "deadline"}
    assert law == {"notify", "rapid_review", "practice_review"}


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("triage", date(2026, 11, 23), date(2026, 11, 30)),
        ("decision", date(2026, 11, 23), date(2027, 1, 4)),
        ("tell_referrer", date(2026, 12, 23), date(2027, 1, 4)),
        ("scope", date(2026, 11, 23), date(2026, 12, 7)),
        ("returns", date(2026, 12, 7), date(2026, 12, 30)),
        ("event", date(2026, 11, 23), date(2027, 1, 18)),
        ("one_page", date(2027, 1, 14), date(2027, 1, 28)),
        ("publish", date(2027, 3, 18), date(2027, 4, 5)),
        ("look_6_months", date(2027, 1, 30), date(2027, 7, 30)),
        ("look_12_months", date(2027, 1, 30), date(2028, 1, 31)),
        ("rapid_review", date(2026, 12, 15), date(2027, 1, 8)),
        ("practice_review", date(2026, 8, 31), date(2027, 2, 28)),
    ],
)
def test_each_of_englands_clocks_by_hand(name: str, start: date, expected: date) -> None:
    assert due(packs.load("england").clock(name), start) == expected
