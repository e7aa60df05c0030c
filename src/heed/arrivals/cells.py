"""Reads one cell as a day, a yes or no, an address, or several things."""

import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from heed.design.when import NotADay, read_day

#: Day 0 of a spreadsheet's numbers for days.
SERIAL_BEGINS = date(1899, 12, 30)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?$", re.I)
_TO = re.compile(r"\s+(?:to|until|till)\s+|\s*[–—]\s*|\s+-\s+", re.I)
NOTHING = {"", "-", "–", "n/a", "na", "none", "not known", "unknown", "tbc", "tba", "nil", "?"}
YES, NO = {"yes", "y", "true", "1", "x", "✓", "restricted"}, {"no", "n", "false", "0"}


class NotUnderstood(ValueError):
    """The cell cannot be read; the message says how to put it right."""


def blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, “n/a”, “tbc”."""
    return text.strip().casefold() in NOTHING


def day(text: str, *, today: date) -> date:
    """The day that a cell means: written any usual way, or a spreadsheet's own number for it."""
    written = text.strip()
    serial = _SERIAL.fullmatch(written)
    if serial and 20_000 <= int(serial[1]) <= 80_000:
        return SERIAL_BEGINS + timedelta(days=int(serial[1]))
    try:
        return read_day(_TIME.sub("", written), today=today)
    except NotADay as fault:
        told = str(fault).rstrip(".")
        raise NotUnderstood(f"“{shown(written)}” is not a day. {told}.") from None


def period(text: str, *, today: date) -> tuple[date, date]:
    """The first and the last day of “1 March 2025 to 30 September 2025”."""
    ends = [one for one in _TO.split(text.strip()) if one]
    if len(ends) != 2:
        raise NotUnderstood(
            f"“{shown(text)}” is not a period. Write it as 1 March 2025 to 30 September 2025."
        )
    first, last = (day(one, today=today) for one in ends)
    return first, last


def yes_no(text: str) -> bool:
    """Yes or no."""
    said = text.strip().casefold()
    if said in YES:
        return True
    if said in NO:
        return False
    raise NotUnderstood(f"“{shown(text)}” is neither yes nor no.")


def mail(text: str) -> str:
    """A work email, without what a spreadsheet wraps around it."""
    written = text.strip().removeprefix("mailto:").strip("<> ;,").casefold()
    try:
        validate_email(written)
    except ValidationError:
        raise NotUnderstood(
            f"“{shown(text)}” is not an email address. It looks like name@example.org."
        ) from None
    return written


def many(text: str) -> list[str]:
    """Several things in one cell: parted by lines or semicolons, or else by commas."""
    parts = re.split(r"[\n;|]+", text)
    if len(parts) == 1:
        parts = text.split(",")
    return list(dict.fromkeys(one.strip(" •-–\t") for one in parts if one.strip(" •-–\t")))


def lines(text: str) -> list[str]:
    """Several sentences in one cell, each on a line of its own, without their numbers."""
    return [
        said
        for one in text.splitlines()
        if (said := re.sub(r"^\s*(?:\d{1,2}[.)]|[•\-–])\s*", "", one).strip())
    ]


def shown(text: str) -> str:
    """A cell's words, short enough to stand in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
