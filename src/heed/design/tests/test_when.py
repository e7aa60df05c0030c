"""Days as people write them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.design import dates
from heed.design.when import NotADay, read_day

TODAY = date(2026, 11, 23)
THIRD_OF_APRIL = date(2026, 4, 3)


@pytest.mark.parametrize(
    "written",
    [
        "3/4/2026",
        "03/04/2026",
        "3/4/26",
        "3.4.26",
        "3-4-2026",
        "3 4 2026",
        "3 Apr 26",
        "3 apr 2026",
        "3 April 2026",
        "3rd April 2026",
        "3rd of April 2026",
        "3 April, 2026",
        "April 3 2026",
        "April 3rd, 2026",
        "Friday 3 April 2026",
        "Fri 3 Apr 2026",
        "2026-04-03",
        "2026/4/3",
        "  3   April\t2026 ",
        "3April2026",
    ],
)
def test_a_day_may_be_written_any_usual_way(written: str) -> None:
    assert read_day(written, today=TODAY) == THIRD_OF_APRIL


@pytest.mark.parametrize(
    ("written", "meant"),
    [("today", 0), ("Yesterday", -1), ("tomorrow", 1)],
)
def test_a_near_day_may_be_named(written: str, meant: int) -> None:
    assert read_day(written, today=TODAY) == TODAY + timedelta(days=meant)


@pytest.mark.parametrize(
    ("written", "year"),
    [("1/2/26", 2026), ("1/2/46", 2046), ("1/2/47", 1947), ("1/2/98", 1998), ("1/2/00", 2000)],
)
def test_two_digits_are_the_year_at_most_twenty_ahead(written: str, year: int) -> None:
    assert read_day(written, today=TODAY) == date(year, 2, 1)


def test_may_is_a_month_and_march_is_not_a_weekday() -> None:
    assert read_day("2 May 2026", today=TODAY) == date(2026, 5, 2)
    assert read_day("Mon 2 Mar 2026", today=TODAY) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31/2/2026", "February 2026 has 28 days. Check the day"),
        ("29 Feb 2027", "February 2027 has 28 days. Check the day"),
        ("31 April 2026", "April 2026 has 30 days. Check the day"),
        ("0/4/2026", "April 2026 has 30 days. Check the day"),
        ("4/25/2026", "Write the day before the month, for example 3 April 2026"),
        ("13/13/2026", "There is no month 13. For example, write 3 April 2026"),
        ("2026-13-01", "There is no month 13. For example, write 3 April 2026"),
        ("40/40/2026", "There is no month 40. For example, write 3 April 2026"),
        ("3 April", "Add the year, for example 3 April 2026"),
        ("3/4", "Add the year, for example 3 April 2026"),
        ("April 3", "Add the year, for example 3 April 2026"),
        ("April 2026", "Add the day, for example 3 April 2026"),
        ("3 April 206", "Write the year in full, for example 3 April 2026"),
        ("3/4/20266", "Write the year in full, for example 3 April 2026"),
        ("3 April 0206", "0206 cannot be the year. For example, write 3 April 2026"),
        ("3/4/1066", "1066 cannot be the year. For example, write 3 April 2026"),
        ("3 Ape 2026", "“Ape” is not a month. For example, write 3 April 2026"),
        ("Monday 3 April 2026", "3 April 2026 is a Friday, not a Monday. Check the date"),
        ("last week", "Enter the date, for example 3 April 2026"),
        ("2026", "Enter the date, for example 3 April 2026"),
        ("3 April 2026 at 4pm", "Enter the date, for example 3 April 2026"),
        ("<script>", "Enter the date, for example 3 April 2026"),
        ("3 + 4 + 2026", "Enter the date, for example 3 April 2026"),
        ("////", "Enter the date, for example 3 April 2026"),
        ("٣/٤/٢٠٢٦", None),
    ],
)
def test_what_is_not_a_day_is_told_how_to_be_one(written: str, said: str | None) -> None:
    if said is None:
        assert read_day(written, today=TODAY) == THIRD_OF_APRIL
        return
    with pytest.raises(NotADay) as refusal:
        read_day(written, today=TODAY)
    assert str(refusal.value) == said


days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(days)
def test_every_day_comes_back_from_how_heed_writes_it(day: date) -> None:
    assert read_day(dates.day(day), today=TODAY) == day
    assert read_day(dates.weekday(day), today=TODAY) == day


@given(
    days, st.sampled_from(["{d}/{m}/{y}", "{d}.{m}.{y}", "{d:02}-{m:02}-{y}", "{y}-{m:02}-{d:02}"])
)
def test_every_day_comes_back_from_its_figures(day: date, shape: str) -> None:
    written = shape.format(d=day.day, m=day.month, y=day.year)
    assert read_day(written, today=TODAY) == day


def found_or_told(written: str) -> bool:
    """Whether it is read as a day, or refused with a sentence."""
    try:
        return isinstance(read_day(written, today=TODAY), date)
    except NotADay as refusal:
        return bool(re.fullmatch(r"[A-Z0-9“].*[^.]", str(refusal)))


@given(st.text(max_size=40))
def test_nothing_written_breaks_it(written: str) -> None:
    assert found_or_told(written)


pieces = st.sampled_from(
    ["3", "31", "0", "99", "2026", "26", "april", "apr", "monday", "mon", "may", "the", "of", "st"]
)


@given(st.lists(pieces, max_size=6), st.sampled_from([" ", "/", "-", ".", ""]))
def test_no_row_of_pieces_breaks_it(row: list[str], between: str) -> None:
    assert found_or_told(between.join(row))
