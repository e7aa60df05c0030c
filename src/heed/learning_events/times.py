"""Reads a time of day as people write it: 9, 9am, 9.30, 9:30am, 14:00, 2 pm, midday."""

import re
from datetime import time

EXAMPLE = "9:30am"
_WRITTEN = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?")


class NotATime(ValueError):
    """What was written is no time of day; the message says how to put it right."""


def read_time(written: str) -> time:
    """The time of day that was meant; without am or pm, 1 to 6 is the afternoon.

    Raises NotATime with a sentence for the person.
    """
    text = " ".join(written.casefold().split())
    if text in ("midday", "noon", "12 noon"):
        return time(12)
    found = _WRITTEN.fullmatch(text)
    if not found:
        raise NotATime(f"Enter the time, for example {EXAMPLE}")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise NotATime(f"Enter the time as {EXAMPLE}, or as 14:00")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif not half and 1 <= hour <= 6 and len(found[1]) == 1:
        hour += 12
    if hour > 23 or minute > 59:
        raise NotATime("There is no such time of day. Check the hour and the minutes")
    return time(hour, minute)
