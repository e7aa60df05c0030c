"""By what a list of pages is narrowed: a theme, an age band, readers' work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, QuerySet

from heed.briefings.models import PageReach, PageTheme, ReleasedPage
from heed.briefings.reach import CHOICES, Reach
from heed.memory import themes


@dataclass(frozen=True)
class Choice:
    """One value that a list can be narrowed to, and how many pages then stand in it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Narrow:
    """What a list is narrowed to; empty narrows nothing. Only values that there are get in."""

    theme: str = ""
    age: str = ""
    role: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Narrow":
        """As an address says it; what is not known is left out."""
        theme = themes.find(said.get("theme", ""))
        found = {kind: said.get(str(kind), "") for kind in Reach}
        return cls(
            theme=theme.id if theme else "",
            **{str(kind): one if one in CHOICES[kind] else "" for kind, one in found.items()},
        )

    def __bool__(self) -> bool:
        return bool(self.theme or self.age or self.role)

    def among(self, pages: QuerySet[ReleasedPage]) -> QuerySet[ReleasedPage]:
        """Those of the pages that fit. A page that names no readers is for all of them."""
        if self.theme:
            themed = PageTheme.objects.filter(page=OuterRef("pk"), theme=self.theme)
            pages = pages.filter(Exists(themed))
        if self.age:
            pages = pages.filter(Exists(_reach(Reach.AGE).filter(value=self.age)))
        if self.role:
            named = _reach(Reach.ROLE)
            pages = pages.filter(Exists(named.filter(value=self.role)) | ~Exists(named))
        return pages

    def without(self, kind: Reach) -> "Narrow":
        """The same, not narrowed by one kind."""
        return replace(self, **{str(kind): ""})

    def address(self, **other: str) -> str:
        """As the end of an address, with other parts of it; empty where nothing is narrowed."""
        parts = {**other, "theme": self.theme, "age": self.age, "role": self.role}
        kept = {name: value for name, value in parts.items() if value}
        return f"?{urlencode(kept)}" if kept else ""


def choices(pages: QuerySet[ReleasedPage], kind: Reach, narrow: Narrow) -> list[Choice]:
    """What there is to narrow the pages to, counted as they stand under the other choices."""
    left = narrow.without(kind).among(pages).order_by()
    rows = (
        PageReach.objects.filter(page__in=left.values("pk"), kind=kind)
        .values_list("value")
        .annotate(Count("pk"))
    )
    counted = dict(rows)
    for_all = left.filter(~Exists(_reach(kind))).count() if kind is Reach.ROLE and counted else 0
    chosen = getattr(narrow, str(kind))
    return [
        Choice(value, label, counted.get(value, 0) + for_all)
        for value, label in CHOICES[kind].items()
        if value in counted or value == chosen
    ]


def _reach(kind: Reach) -> QuerySet[PageReach]:
    return PageReach.objects.filter(page=OuterRef("pk"), kind=kind)
