"""Where each group stands in the drawing of the framework, and the lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from heed.meetings.queries import Passes

#: Measures of the drawing, in its own units.
WIDTH, BOX, TALL, GAP, EDGE = 960, 250, 58, 26, 8
#: Boards stand left, the groups that decide and learn in the middle, working groups right.
COLUMNS = {"board": 0, "review": 1, "forum": 1, "working": 2}
LETTERS = 30


@dataclass(frozen=True)
class Box:
    """One group in the drawing; ``lines`` are its name, broken to fit."""

    key: str
    kind: str
    x: int
    y: int
    lines: tuple[tuple[int, str], ...]

    @property
    def middle(self) -> int:
        """Where the words stand, across."""
        return self.x + BOX // 2


@dataclass(frozen=True)
class Way:
    """A line from one box to another; ``both`` where things pass either way."""

    x1: int
    y1: int
    x2: int
    y2: int
    both: bool


@dataclass(frozen=True)
class Diagram:
    """The drawing. Everything in it stands in the list of groups below it as well."""

    height: int
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    width: int = WIDTH
    box: int = BOX
    tall: int = TALL


def diagram(framework: Sequence[Passes]) -> Diagram | None:
    """The drawing of a framework; none where nothing passes from one group to another."""
    linked = {one.group.key for one in framework if one.to or one.from_}
    shown = [one for one in framework if one.group.key in linked]
    if not shown:
        return None
    columns: list[list[Passes]] = [[], [], []]
    for one in shown:
        columns[COLUMNS.get(one.group.kind, 2)].append(one)
    # Whoever the deciding group passes things to stands highest: its lines then cross no others.
    decides = {other.key for one in shown if one.group.kind == "review" for other in one.to}
    columns[0].sort(key=lambda one: one.group.key not in decides)
    # Nothing feeds in, or nothing follows: the columns that there are stand in the middle.
    columns = [column for column in columns if column]
    step = (WIDTH - BOX - 2 * EDGE) // 2
    indent = (WIDTH - BOX - step * (len(columns) - 1)) // 2
    most = max(len(column) for column in columns)
    height = most * (TALL + GAP) - GAP + 2 * EDGE
    boxes = {}
    for number, column in enumerate(columns):
        left = indent + number * step
        room = (height - 2 * EDGE) // len(column)
        for place, one in enumerate(column):
            top = EDGE + place * room + (room - TALL) // 2
            name = one.cycle.short if one.cycle and one.cycle.short else one.group.name
            boxes[one.group.key] = Box(
                one.group.key, one.group.kind, left, top, _lines(name, left, top)
            )
    return Diagram(height, tuple(boxes.values()), tuple(_ways(shown, boxes)))


def _lines(name: str, left: int, top: int) -> tuple[tuple[int, str], ...]:
    words, lines = name.split(), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) + 1 > LETTERS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    lines = lines[:2]
    first = top + TALL // 2 + (6 if len(lines) == 1 else -4)
    return tuple((first + 20 * n, line) for n, line in enumerate(lines))


def _ways(shown: Sequence[Passes], boxes: dict[str, Box]) -> list[Way]:
    found, seen = [], set()
    for one in shown:
        for other in one.to:
            pair = frozenset({one.group.key, other.key})
            if other.key not in boxes or pair in seen:
                continue
            seen.add(pair)
            both = any(
                back.key == one.group.key for o in shown if o.group == other for back in o.to
            )
            found.append(_way(boxes[one.group.key], boxes[other.key], both))
    return found


def _way(start: Box, end: Box, both: bool) -> Way:
    """From the nearer side of one box to the nearer side of the other."""
    if start.x == end.x:
        down = start.y < end.y
        return Way(
            start.middle,
            start.y + (TALL if down else 0),
            end.middle,
            end.y + (0 if down else TALL),
            both,
        )
    right = start.x < end.x
    return Way(
        start.x + (BOX if right else 0),
        start.y + TALL // 2,
        end.x + (0 if right else BOX),
        end.y + TALL // 2,
        both,
    )
