"""The lists that files have in place of questions: by month, theme, readers and age."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator

from heed.briefings.models import ReleasedPage
from heed.briefings.reach import AGES, ROLES
from heed.design.dates import month
from heed.library import queries
from heed.library.narrowing import Narrow
from heed.library.publishing import entries
from heed.memory import themes
from heed.partnership.models import Partnership

NEWEST = 10
A_LIST = 40


@dataclass(frozen=True)
class List:
    """One list. ``part`` is its folder under the partnership's; ``ways`` lead from the newest to
    all others, each with its folder, its name and how many pages it has."""

    part: str
    heading: str
    lead: str
    pages: list[ReleasedPage]
    theme_id: str = ""
    ways: dict[str, list[tuple[str, str, int]]] = field(default_factory=dict)
    total: int = 0

    @property
    def numbers(self) -> range:
        """Its pages, from 1."""
        return Paginator(self.pages, A_LIST).page_range

    def context(self, number: int) -> dict[str, Any]:
        """What one page of it shows."""
        page = Paginator(self.pages, A_LIST).page(number)
        return {
            "heading": self.heading,
            "lead": self.lead,
            "page": page,
            "months": queries.by_month(list(page.object_list)),
            "ways": self.ways,
            "total": self.total or len(self.pages),
            "theme_id": self.theme_id,
        }


def lists_of(house: Partnership, listed: list[ReleasedPage]) -> list[List]:
    """Every list of a partnership that has a page; first the newest, with the ways to the others.

    ``listed`` are the pages that stand, newest first.
    """
    found = [one for one in _narrowed(house, listed) if one.pages]
    ways = {
        start: [
            (one.part, one.heading.partition(": ")[2] or one.heading, len(one.pages))
            for one in found
            if one.part.startswith(f"learning-{start}/")
        ]
        for start in ("months", "readers", "ages")
    }
    newest = List(
        "learning",
        "What we have learned",
        "",
        listed[:NEWEST],
        ways=ways,
        total=len(listed),
    )
    return [newest, *found]


def _narrowed(house: Partnership, listed: list[ReleasedPage]) -> Iterator[List]:
    for when, group in groupby(listed, key=lambda one: f"{one.released_on:%Y-%m}"):
        pages = list(group)
        yield List(f"learning-months/{when}", month(pages[0].released_on), "", pages)
    standing = entries.standing([house]).prefetch_related(None)

    def fitting(**narrow: str) -> list[ReleasedPage]:
        return list(Narrow(**narrow).among(standing).only(*SHORT))

    for theme in themes.every():
        part = f"learning-themes/{theme.id}/all"
        yield List(part, theme.label, theme.definition, fitting(theme=theme.id), theme.id)
    for name, label in ROLES.items():
        yield List(f"learning-readers/{name}", f"For: {label}", "", fitting(role=name))
    for name, label in AGES.items():
        yield List(f"learning-ages/{name}", f"Ages: {label}", "", fitting(age=name))


SHORT = (
    "number",
    "slug",
    "title",
    "focus",
    "audience",
    "minutes",
    "output",
    "released_on",
    "partnership__slug",
)
