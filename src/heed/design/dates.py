"""How Heed writes days and times: London, day first, months as words, a twelve-hour clock.

Long tables format a date once, in Python, with these; templates reach them as filters
(``{% load design %}{{ when|day }}``).
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _local(when: date | datetime) -> date | datetime:
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(LONDON)
    return when


def day(when: date | datetime) -> str:
    """``3 April 2026``."""
    when = _local(when)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def short_day(when: date | datetime) -> str:
    """``3 April``: where the year is plain from what stands around it."""
    when = _local(when)
    return f"{when.day} {MONTHS[when.month - 1]}"


def weekday(when: date | datetime) -> str:
    """``Friday 3 April 2026``: for something to turn up to."""
    when = _local(when)
    return f"{DAYS[when.weekday()]} {day(when)}"


def time_of_day(when: datetime | time) -> str:
    """``9am``, ``4:12pm``, ``midday``, ``midnight``."""
    if isinstance(when, datetime):
        when = when.astimezone(LONDON).time() if when.tzinfo else when.time()
    if (when.hour, when.minute) == (0, 0):
        return "midnight"
    if (when.hour, when.minute) == (12, 0):
        return "midday"
    half = "am" if when.hour < 12 else "pm"
    minutes = f":{when.minute:02}" if when.minute else ""
    return f"{when.hour % 12 or 12}{minutes}{half}"


def moment(when: datetime) -> str:
    """``20 November 2026, 4:12pm``."""
    return f"{day(when)}, {time_of_day(when)}"


def month(when: date | datetime) -> str:
    """``June 2026``."""
    when = _local(when)
    return f"{MONTHS[when.month - 1]} {when.year}"
