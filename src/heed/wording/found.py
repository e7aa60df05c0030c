"""What a detector hands back before it becomes a hit: a span of the plain text and its reasons."""

from __future__ import annotations

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
