"""Places the parts of a chart, so that a template can draw it. Plain Python; no ranking, no scores.

The caller hides small numbers first, gives the words, and puts the table beside the chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Label:
    """Words on a chart. ``look`` is "" (ink), "m" (muted) or "b" (bold)."""

    x: float
    y: float
    text: str
    look: str = ""
    anchor: str = "start"


@dataclass(frozen=True)
class Dot:
    """A point of a line."""

    x: float
    y: float


@dataclass(frozen=True)
class Bar:
    """One bar; a second series is hatched."""

    x: float
    y: float
    width: float
    height: float
    hatched: bool = False


@dataclass(frozen=True)
class LineChart:
    """A line, ready to draw. ``says`` is what it shows, in words."""

    says: str
    width: int
    height: int
    axis: str
    points: str
    dots: list[Dot]
    labels: list[Label]


@dataclass(frozen=True)
class BarChart:
    """Bars, ready to draw. ``pattern`` is an id that no other chart of the page has."""

    says: str
    width: int
    height: int
    pattern: str
    bars: list[Bar] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def line(
    figures: Sequence[float],
    *,
    says: str,
    begins: str,
    ends: str,
    unit: str = "%",
    top: float = 100,
) -> LineChart:
    """A small line of ``figures`` from 0 to ``top``; ``begins`` and ``ends`` name the times."""
    if not figures:
        raise ValueError("A line needs a figure. Where there is none yet, say so in words.")
    left, right, floor, height = 8.0, 184.0, 62.0, 54.0
    step = (right - left) / max(len(figures) - 1, 1)
    places = [
        Dot(round(left + at * step, 1), round(floor - min(figure / top, 1) * height, 1))
        for at, figure in enumerate(figures)
    ]
    last = places[-1]
    labels = [
        Label(last.x + 8, last.y + 4, f"{figures[-1]:g}{unit}", "b"),
        Label(4, 77, begins, "m"),
    ]
    if len(figures) > 1:
        labels.insert(0, Label(4, max(places[0].y - 8, 11), f"{figures[0]:g}{unit}"))
        labels.append(Label(right + 8, 77, ends, "m", "end"))
    return LineChart(
        says=says,
        width=240,
        height=80,
        axis="M4 62H192",
        points=" ".join(f"{dot.x:g},{dot.y:g}" for dot in places),
        dots=places,
        labels=labels,
    )


def bars(
    rows: Sequence[tuple[str, Sequence[int]]], *, says: str, pattern: str, of: Sequence[int] = ()
) -> BarChart:
    """A row of one or two bars for each name, their figures written after them; ``of`` gives each
    row's denominator ("12 of 30")."""
    most = max([*(figure for _, figures in rows for figure in figures), *of, 1])
    names, room, thick = 210.0, 300.0, 16.0
    made, labels = [], []
    y = 4.0
    for at, (name, figures) in enumerate(rows):
        labels.append(Label(0, y + thick * len(figures) / 2 + 4, name))
        for series, figure in enumerate(figures):
            width = round(room * figure / most, 1)
            made.append(Bar(names, y, width, thick - 2, hatched=series > 0))
            said = f"{figure} of {of[at]}" if of else str(figure)
            labels.append(Label(names + width + 8, y + thick - 5, said, "b"))
            y += thick
        y += 10
    return BarChart(says, 600, int(y), pattern, made, labels)
