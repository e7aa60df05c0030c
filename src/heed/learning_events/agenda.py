"""The parts of the day, with the time at which each begins."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from heed.pathways.shapes import Event


@dataclass(frozen=True)
class AgendaPart:
    """One part of the day: how many minutes it takes, and whether the family joins it."""

    id: str
    title: str
    minutes: int
    note: str = ""
    family: bool = False

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)


@dataclass(frozen=True)
class TimedPart:
    """A part with the moments at which it begins and ends."""

    part: AgendaPart
    begins: datetime
    ends: datetime


def read_parts(kept: Iterable[Mapping[str, Any]]) -> list[AgendaPart]:
    """The parts as they were stored."""
    return [AgendaPart(**one) for one in kept]


def suggested(event: Event, *, family: bool) -> list[AgendaPart]:
    """The parts that the pack proposes; the family joins its own only where it is planned."""
    return [
        AgendaPart(one.id, one.title, one.minutes, one.note, one.family and family)
        for one in event.agenda
    ]


def times_of(parts: Iterable[AgendaPart], begins: datetime) -> list[TimedPart]:
    """Each part with its times, one after the other."""
    made, at = [], begins
    for part in parts:
        ends = at + timedelta(minutes=part.minutes)
        made.append(TimedPart(part, at, ends))
        at = ends
    return made


def family_hours(parts: Iterable[AgendaPart], begins: datetime) -> tuple[datetime, datetime] | None:
    """From when until when the family is there; None where it joins no part."""
    theirs = [one for one in times_of(parts, begins) if one.part.family]
    return (theirs[0].begins, theirs[-1].ends) if theirs else None
