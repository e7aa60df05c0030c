"""Living through the past in order: every step at its own moment, all cases together."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zlib import crc32

from heed import clock

#: A story gives the moment of its next step and is resumed when that moment has come.
Story = Iterator[datetime]

OFFICE_OPENS = time(9, 5)
MEETING_BEGINS = time(10, 0)


def live(stories: Iterable[Story], *, until: datetime) -> int:
    """Run stories together, each step under its own clock; how many steps there were.

    What a story would do after `until` is left undone.
    """
    steps = 0
    waiting: list[tuple[datetime, int, Story]] = []
    for number, story in enumerate(stories):
        _wait(waiting, number, story)
    while waiting:
        moment, number, story = heapq.heappop(waiting)
        if moment > until:
            continue
        with clock.at(moment):
            steps += 1
            _wait(waiting, number, story)
    return steps


def _wait(waiting: list[tuple[datetime, int, Story]], number: int, story: Story) -> None:
    moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, number, story))


class Diary:
    """The moments of one story: spread over the working day, and never backwards."""

    def __init__(self, of: str) -> None:
        self.of = of
        self.last: datetime | None = None

    def on(self, day: date) -> datetime:
        """A moment on a day, later than the last one."""
        minutes = crc32(f"{self.of} {day}".encode()) % 360
        return self._at(datetime.combine(day, OFFICE_OPENS) + timedelta(minutes=minutes))

    def in_meeting(self, day: date) -> datetime:
        """A moment while the group meets."""
        minutes = 12 + crc32(f"{self.of} {day} item".encode()) % 90
        return self._at(datetime.combine(day, MEETING_BEGINS) + timedelta(minutes=minutes))

    def soon(self) -> datetime:
        """A few minutes after the last moment."""
        if self.last is None:
            raise ValueError("nothing has happened yet")
        return self._at(self.last.replace(tzinfo=None) + timedelta(minutes=6))

    def _at(self, moment: datetime) -> datetime:
        found = moment.replace(tzinfo=clock.LONDON)
        if self.last is not None and found <= self.last:
            found = self.last + timedelta(minutes=4)
        self.last = found
        return found
