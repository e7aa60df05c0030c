"""By what a search can be narrowed further, counted over what it found and the reader may read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from heed.memory import themes
from heed.memory.models import Entry, EntryAgency, EntryTheme, Kind, Polarity

HEADINGS = {
    "theme": "Theme",
    "age_band": "Age",
    "agency": "Agency",
    "route": "Route",
    "year": "Year",
    "partnership": "Partnership",
    "kind": "Kind",
    "polarity": "Strength or learning",
}


@dataclass(frozen=True)
class Choice:
    """One value of a facet: what a filter takes, what a person reads, and how many there are.

    Whoever has no place on this machine is known by a name alone: no filter takes it (``""``).
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One way to narrow a search, its commonest value first."""

    name: str
    heading: str
    choices: tuple[Choice, ...]


def count_facets(ids: Sequence[int]) -> list[Facet]:
    """The facets of these entries (three statements); one that has no value is left out."""
    counted: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in HEADINGS}
    rows = (
        Entry.objects.filter(pk__in=ids)
        .order_by()
        .values_list(
            "age_band",
            "route",
            "date__year",
            "kind",
            "polarity",
            "partnership__slug",
            "partnership__name",
            "partnership_name",
        )
    )
    for age_band, route, year, kind, polarity, slug, ours, theirs in rows:
        values = {
            "age_band": (age_band, age_band),
            "route": (route, route),
            "year": (str(year or ""), str(year or "")),
            "kind": (kind, Kind(kind).label),
            "polarity": (polarity, Polarity(polarity).label if polarity else ""),
            "partnership": ("", theirs) if theirs else (slug, ours),
        }
        for name, value in values.items():
            if value[1]:
                counted[name][value] += 1
    for theme in EntryTheme.objects.filter(entry__in=ids).values_list("theme", flat=True):
        counted["theme"][theme, themes.label(theme)] += 1
    for agency in EntryAgency.objects.filter(entry__in=ids).values_list("agency", flat=True):
        counted["agency"][agency, agency] += 1
    return [
        Facet(name, heading, tuple(Choice(*value, count) for value, count in counts.most_common()))
        for name, heading in HEADINGS.items()
        if (counts := counted[name])
    ]
