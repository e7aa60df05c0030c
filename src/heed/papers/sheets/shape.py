"""What a document holds. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True)
class Heading:
    """A heading inside a document. ``level`` 2 stands below the title, 3 below a 2."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Text:
    """Prose. An empty line begins a paragraph, a line's end is kept; ``strong`` sets it bold."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Points:
    """A list with dots."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """What something is called, and what it is: ``("Date", "3 April 2026")``."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows below a head that is said again on each sheet of paper."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Text | Points | Pairs | Table


@dataclass(frozen=True)
class Sheet:
    """One document. ``title`` and ``reference`` hold no name: they go into the file's name.

    ``marking`` is the handling mark of the partnership's pack, at the head of every sheet of paper;
    ``under`` stands below the title (the partnership, the group, the day).
    """

    title: str
    reference: str = ""
    marking: str = ""
    blocks: tuple[Block, ...] = ()
    under: str = ""


def levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks with no heading more than one level below the one before it.

    Somebody who hears a document would look for the level that is missing; a tagged PDF may not
    leave one out.
    """
    last = 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(max(block.level, 2), last + 1, 4)
            block = replace(block, level=last)
        yield block
