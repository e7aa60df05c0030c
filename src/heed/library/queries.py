"""Named reads of what was released. Permission is part of every query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any
from unicodedata import normalize

from django.db.models import Count, QuerySet, Value

from heed.briefings.models import FormerAddress, PageTheme, ReleasedPage
from heed.design.dates import month
from heed.library.access import readable
from heed.library.narrowing import Narrow
from heed.memory import queries as memory
from heed.memory import themes as memory_themes
from heed.partnership.models import Partnership
from heed.toolkit.models import Shelf

CHIPS = 6
FOUND = 20
NARROWED_FROM = 200
LISTED = (
    "number",
    "slug",
    "title",
    "focus",
    "audience",
    "minutes",
    "output",
    "released_on",
    "partnership_id",
)


@dataclass(frozen=True)
class Chip:
    """A theme to begin with, and how many pages it has."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Found:
    """What a search found, best first.

    ``note`` says so where the question was answered otherwise than as asked; ``themes`` are those
    that it speaks of.
    """

    pages: list[ReleasedPage]
    note: str = ""
    themes: tuple[Chip, ...] = ()


def pages(person: Any, partnership: Partnership) -> QuerySet[ReleasedPage]:
    """The pages that stand in a partnership's library for this reader, newest first."""
    return (
        readable(person)
        .filter(partnership=partnership)
        .standing()  # type: ignore[attr-defined]
        .only(*LISTED)
        .order_by("-released_on", "-number")
    )


def page(person: Any, partnership: Partnership, slug: str) -> ReleasedPage:
    """One page by its address, withdrawn and ended ones included: their address explains."""
    return (
        readable(person)
        .select_related("partnership", "replaced_by")
        .defer("pdf")
        .get(partnership=partnership, slug=slug)
    )


def sheet(person: Any, partnership: Partnership, slug: str) -> ReleasedPage:
    """The same with its sheet of paper."""
    return readable(person).get(partnership=partnership, slug=slug)


def slug_now(person: Any, partnership: Partnership, slug: str) -> str | None:
    """Where a page stands now that stood here before; none where no page that may be read did."""
    former = FormerAddress.objects.filter(
        partnership=partnership, slug=slug, page__in=readable(person)
    )
    return former.values_list("page__slug", flat=True).first()


def search(person: Any, partnership: Partnership, text: str, narrow: Narrow | None = None) -> Found:
    """The pages that answer a question in the reader's own words, best first."""
    narrow = narrow or Narrow()
    found = memory.search(
        person,
        text,
        filters=memory.Filters(kind="briefing", partnership=partnership, theme=narrow.theme),
        limit=NARROWED_FROM if narrow else FOUND,
    )
    slugs = [hit.entry.slug for hit in found.hits]
    fitting = narrow.among(pages(person, partnership).filter(slug__in=slugs))
    by_slug = {one.slug: one for one in fitting}
    return Found(
        pages=[by_slug[slug] for slug in slugs if slug in by_slug][:FOUND],
        note=found.note,
        themes=tuple(Chip(one.id, one.label, 0) for one in found.themes),
    )


def chips(person: Any, partnership: Partnership) -> list[Chip]:
    """Every theme that has a page, the fullest first."""
    counted = (
        PageTheme.objects.filter(page__in=pages(person, partnership).values("pk"))
        .values("theme")
        .annotate(count=Count("pk"))
        .order_by("-count", "theme")
    )
    return [Chip(row["theme"], memory_themes.label(row["theme"]), row["count"]) for row in counted]


def filled_themes(person: Any, partnership: Partnership) -> dict[str, tuple[int, int]]:
    """How many pages, and how many modules, each theme has that has any."""
    paged = PageTheme.objects.filter(page__in=pages(person, partnership).values("pk"))
    shelved = Shelf.objects.standing().filter(partnership=partnership)
    of_pages, of_modules = (
        rows.order_by().values("theme").annotate(count=Count("pk"), shelf=Value(shelf))
        for rows, shelf in ((paged, 0), (shelved, 1))
    )
    filled: dict[str, tuple[int, int]] = {}
    for row in of_pages.union(of_modules, all=True):
        on_pages, on_shelves = filled.get(row["theme"], (0, 0))
        if row["shelf"]:
            filled[row["theme"]] = (on_pages, row["count"])
        else:
            filled[row["theme"]] = (row["count"], on_shelves)
    return filled


def themes_of(released: ReleasedPage) -> list[Chip]:
    """The themes of one page."""
    return [
        Chip(one.theme, memory_themes.label(one.theme), 0)
        for one in released.page_themes.order_by("pk")
    ]


def neighbours(
    person: Any, partnership: Partnership, released: ReleasedPage, themes: Sequence[Chip]
) -> list[ReleasedPage]:
    """Up to three other pages that share one of the page's themes, the closest first."""
    mine = [one.id for one in themes]
    return list(
        pages(person, partnership)
        .exclude(pk=released.pk)
        .filter(page_themes__theme__in=mine)
        .annotate(shared=Count("page_themes"))
        .order_by("-shared", "-released_on")[:3]
    )


def by_month(listed: list[ReleasedPage]) -> list[tuple[str, list[ReleasedPage]]]:
    """Pages under the month in which they were released."""
    return [
        (name, list(group))
        for name, group in groupby(listed, key=lambda one: month(one.released_on))
    ]


def by_letter(
    listed: Iterable[ReleasedPage], themed: Iterable[Chip]
) -> list[tuple[str, list[ReleasedPage | Chip]]]:
    """Pages and themes under the letters with which they begin; figures and signs under "#"."""
    shelves: dict[str, list[tuple[str, ReleasedPage | Chip]]] = {}
    named = [(one.title, one) for one in listed] + [(one.label, one) for one in themed]
    for name, one in named:
        plain = normalize("NFKD", name.lstrip("“‘\"'(")).upper()
        first = plain[:1] if plain[:1].isalpha() else "#"
        shelves.setdefault(first, []).append((name.casefold(), one))
    return [
        (letter, [one for _, one in sorted(shelf, key=itemgetter(0))])
        for letter, shelf in sorted(shelves.items())
    ]
