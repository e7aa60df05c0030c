"""What a detector hands back before it becomes a hit: a span of the plain text and its reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from heed.wording.shapes import Kind, Level


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of `Text.plain` with what it is, why it matters and what to write instead."""

    start: int
    end: int
    kind: Kind
    why: str
    suggest: str
    level: Level = Level.DIRECT
    keep: bool = False  # stands beside a wider hit instead of being swallowed by it
    context: str = ""  # what else the mark depends on, beyond sentence and neighbours


class Cover:
    """Many spans laid together, asked quickly whether they touch or hold another one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Whether any span shares a character with this one."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._ends[before] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether this span lies wholly inside the spans."""
        before = bisect_left(self._starts, start + 1) - 1
        return before >= 0 and self._ends[before] >= end
