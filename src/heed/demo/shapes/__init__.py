"""The shape of the demonstration's content: what a TOML file under `content/` may say.

Every word of it is invented. Dates are never written down: they are counted from the
demonstration's today, or from a meeting of the review group, so that `--today` moves the whole
world. Two units are used and each field says which:

- a *day* is counted from today: -1 is yesterday, 10 is ten days ahead;
- a *meeting* is counted from the review group's next one: 0 is the next, -1 the last one held.
"""

from heed.demo.shapes.base import Shape
from heed.demo.shapes.beside import Beside
from heed.demo.shapes.cases import (
    STAGES,
    CaseStory,
    Child,
    Criterion,
    Dates,
    Decision,
    Event,
    Referral,
    Return,
    Scope,
    Stage,
)
from heed.demo.shapes.learning import Action, Finding, Recommendation, Report
from heed.demo.shapes.library import Library
from heed.demo.shapes.partnerships import (
    Agency,
    Authority,
    Everyday,
    Group,
    Part,
    Partnership,
    Person,
)

__all__ = [
    "STAGES",
    "Action",
    "Agency",
    "Authority",
    "Beside",
    "CaseStory",
    "Child",
    "Criterion",
    "Dates",
    "Decision",
    "Event",
    "Everyday",
    "Finding",
    "Group",
    "Library",
    "Part",
    "Partnership",
    "Person",
    "Recommendation",
    "Referral",
    "Report",
    "Return",
    "Scope",
    "Stage",
    "World",
]


class World(Shape):
    """One partnership with its people and its cases.

    ``layer`` is its own text over the way of working, where it has one; ``beside`` what happens
    beside its reviews; ``library`` what stands in its library beside their pages.
    """

    partnership: Partnership
    people: tuple[Person, ...]
    cases: tuple[CaseStory, ...]
    layer: str = ""
    beside: Beside | None = None
    library: Library = Library()

    @property
    def open_cases(self) -> tuple[CaseStory, ...]:
        """The cases still being carried."""
        return tuple(case for case in self.cases if case.stage != "closed")

    @property
    def closed_cases(self) -> tuple[CaseStory, ...]:
        """The cases whose page is in the library."""
        return tuple(case for case in self.cases if case.stage == "closed")
