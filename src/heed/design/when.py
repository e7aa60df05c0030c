"""Reads a day as people write it, and says plainly what is wrong when it cannot.

Plain Python. Day comes before month. Accepted: 3/4/2026, 3.4.26, 3-4-2026, 3 4 2026, 3 Apr 26,
3rd April 2026, April 3 2026, Friday 3 April 2026, 2026-04-03, today, yesterday, tomorrow.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from heed.design.dates import DAYS, MONTHS

EXAMPLE = "3 April 2026"
_FIRST_YEAR = 1900
_LAST_YEAR = 2200
_YEARS_AHEAD = 20  # a two-digit year means the one at most this far ahead, or else the past
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_PIECES = re.compile(r"[^\W\d_]+|\d+")
_ALLOWED = re.compile(r"[\w\s/.,\-]+")


class NotADay(ValueError):
    """What was written is not a day; the message says how to put it right."""


def read_day(written: str, *, today: date) -> date:
    """The day that ``written`` means, where ``today`` is known.

    Raises ``NotADay`` with a sentence for the person.
    """
    text = " ".join(written.split()).casefold()
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if not _ALLOWED.fullmatch(text):
        raise NotADay(f"Enter the date, for example {EXAMPLE}")
    pieces = _PIECES.findall(_ORDINAL.sub("", text))
    named = _starts(pieces[0], DAYS) if pieces else None
    if named is not None and _starts(pieces[0], MONTHS) is None:
        pieces = pieces[1:]
    else:
        named = None
    pieces = [piece for piece in pieces if piece not in {"the", "of"}]
    if len(pieces) == 2 and _is_day_and_month(pieces):
        raise NotADay(f"Add the year, for example {EXAMPLE}")
    if len(pieces) == 2 and _starts(pieces[0], MONTHS) is not None and len(pieces[1]) == 4:
        raise NotADay(f"Add the day, for example {EXAMPLE}")
    if len(pieces) != 3:
        raise NotADay(f"Enter the date, for example {EXAMPLE}")
    found = _assemble(pieces, today)
    if named is not None and found.weekday() != named:
        raise NotADay(
            f"{_write(found)} is a {DAYS[found.weekday()]}, not a {DAYS[named]}. Check the date"
        )
    return found


def _assemble(pieces: list[str], today: date) -> date:
    first, second, third = pieces
    month = _starts(second, MONTHS)
    if month is not None and first.isdigit() and third.isdigit():
        if len(first) == 4:
            return _checked(int(third), month + 1, first, today)
        return _checked(int(first), month + 1, third, today)
    month = _starts(first, MONTHS)
    if month is not None and second.isdigit() and third.isdigit():
        return _checked(int(second), month + 1, third, today)
    if all(piece.isdecimal() for piece in pieces):
        if len(first) == 4:
            return _checked(int(third), int(second), first, today, year_first=True)
        return _checked(int(first), int(second), third, today)
    words = [piece for piece in pieces if not piece.isdecimal()]
    if len(words) == 1:
        raise NotADay(f"“{words[0].capitalize()}” is not a month. For example, write {EXAMPLE}")
    raise NotADay(f"Enter the date, for example {EXAMPLE}")


def _checked(
    day: int, month: int, year_written: str, today: date, *, year_first: bool = False
) -> date:
    if not 1 <= month <= 12:
        if month <= 31 and 1 <= day <= 12 and not year_first:
            raise NotADay(f"Write the day before the month, for example {EXAMPLE}")
        raise NotADay(f"There is no month {month}. For example, write {EXAMPLE}")
    year = _year(year_written, today)
    longest = monthrange(year, month)[1]
    if not 1 <= day <= longest:
        raise NotADay(f"{MONTHS[month - 1]} {year} has {longest} days. Check the day")
    return date(year, month, day)


def _year(written: str, today: date) -> int:
    if len(written) == 2:
        year = today.year - today.year % 100 + int(written)
        if year > today.year + _YEARS_AHEAD:
            year -= 100
        elif year <= today.year + _YEARS_AHEAD - 100:
            year += 100
        return year
    if len(written) != 4:
        raise NotADay(f"Write the year in full, for example {EXAMPLE}")
    year = int(written)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotADay(f"{written} cannot be the year. For example, write {EXAMPLE}")
    return year


def _starts(piece: str, names: list[str]) -> int | None:
    """Which of ``names`` the piece is, or its first three letters or more, else None."""
    if len(piece) < 3:
        return None
    for index, name in enumerate(names):
        if name.casefold().startswith(piece):
            return index
    return None


def _is_day_and_month(pieces: list[str]) -> bool:
    first, second = pieces
    if first.isdecimal() and second.isdecimal():
        return len(first) <= 2 and len(second) <= 2
    if len(first) > 2 and first.isdecimal():
        return False
    month, other = (second, first) if first.isdecimal() else (first, second)
    return _starts(month, MONTHS) is not None and other.isdecimal() and len(other) <= 2


def _write(found: date) -> str:
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"
