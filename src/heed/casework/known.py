"""What is known: one search over all that its reader may find, and what is like a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from heed.casework.access import DESK
from heed.design.fields import LongField
from heed.design.forms import PlainForm
from heed.doors import needs
from heed.memory import queries as memory
from heed.memory import recurrence
from heed.memory import themes as memory_themes
from heed.memory.facets import HEADINGS, Facet
from heed.memory.models import Kind, Polarity
from heed.partnership import ages
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.pathways import packs
from heed.pathways.queries import NATIONAL, pack_in_force
from heed.pathways.shapes.groups import SECTORS

ON_A_PAGE = 20
LONGEST = 2_000
SHOWN = 8
ALIKE = 10


@dataclass(frozen=True)
class Way:
    """One way to narrow what was found, or to take back: what it says, where it leads."""

    label: str
    href: str
    count: int = 0


@dataclass(frozen=True)
class Ways:
    """The ways under one heading: the commonest, and the rest folded."""

    heading: str
    first: list[Way]
    rest: list[Way]


class AlikeForm(PlainForm):
    """A text to look for the like of. Nothing of it is kept."""

    text = LongField(
        label="The text",
        help_text="A learning point, a draft recommendation, a few lines of what happened. "
        "It is compared on this machine and not kept.",
        max_length=20_000,
        rows=8,
    )


def chosen_from(asked: Mapping[str, str]) -> dict[str, str]:
    """What the address narrows to, by facet."""
    return {name: asked[name].strip()[:120] for name in HEADINGS if asked.get(name, "").strip()}


def filters(chosen: Mapping[str, str]) -> memory.Filters | None:
    """The filters of a search; None where the address names a year or partnership there is not."""
    year, slug = chosen.get("year", ""), chosen.get("partnership", "")
    house = Partnership.objects.filter(slug=slug).first() if slug else None
    if (year and not (year.isascii() and year.isdecimal())) or (slug and house is None):
        return None
    return memory.Filters(
        theme=chosen.get("theme", ""),
        kind=chosen.get("kind", ""),
        age_band=chosen.get("age_band", ""),
        agency=chosen.get("agency", ""),
        route=chosen.get("route", ""),
        polarity=chosen.get("polarity", ""),
        year=int(year[:4]) if year else None,
        partnership=house,
    )


def _with(asked: QueryDict, **changed: str) -> str:
    """The address with some parts changed (to nothing: left out), on its first page."""
    parts = asked.copy()
    for name, value in {**changed, "page": ""}.items():
        if value:
            parts[name] = value
        else:
            parts.pop(name, None)
    return f"?{parts.urlencode()}"


@dataclass(frozen=True)
class Words:
    """How the values of facets read to the people of a partnership."""

    partnership: Partnership

    @cached_property
    def _routes(self) -> dict[str, str]:
        """Routes by id: as the way of working in force calls them, else as England's does."""
        every = (*packs.load(NATIONAL).routes, *pack_in_force(self.partnership).routes)
        return {route.id: route.name for route in every}

    def of(self, name: str, value: str, label: str = "") -> str:
        """A value in words. What nobody here has words for reads as ``label``, or as it stands."""
        if name == "theme":
            return memory_themes.label(value)
        if name == "age_band" and value:
            return ages.in_words(value)
        if name == "route" and value:
            return self._routes.get(value, label or value)
        if name == "agency" and value in SECTORS:
            return SECTORS[value].rstrip(".")
        if name == "kind" and value in Kind.values:
            return str(Kind(value).label)
        if name == "polarity" and value in Polarity.values:
            return str(Polarity(value).label)
        return label or value


def ways(
    asked: QueryDict, facets: list[Facet], chosen: Mapping[str, str], words: Words
) -> list[Ways]:
    """By what the answers can be narrowed further; a facet with one value is left out."""
    found = []
    for facet in facets:
        if facet.name in chosen or len(facet.choices) < 2:
            continue
        all_of_them = [
            Way(
                words.of(facet.name, one.value, one.label),
                _with(asked, **{facet.name: one.value}) if one.value else "",
                one.count,
            )
            for one in facet.choices
        ]
        found.append(Ways(facet.heading, all_of_them[:SHOWN], all_of_them[SHOWN:]))
    return found


def _number(asked: str) -> int:
    """The page asked for; the first where it is none that can be."""
    return int(asked) if asked.isascii() and asked.isdecimal() and 0 < len(asked) < 3 else 1


@needs(DESK, partnerships.partnership)
def known(request: Request, partnership: Partnership) -> HttpResponse:
    """All that its reader may find: what was learnt, asked for, published, or came from others."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    chosen = chosen_from(request.GET)
    narrowed = filters(chosen)
    number = max(_number(request.GET.get("page", "")), 1)
    words = Words(partnership)
    found = memory.Results([], 0)
    if narrowed is not None:
        found = memory.search(
            request.user,
            asked,
            filters=narrowed,
            limit=ON_A_PAGE,
            offset=(number - 1) * ON_A_PAGE,
            facets=True,
        )
    return render(
        request,
        "casework/known.html",
        {
            "asked": asked,
            "found": found,
            "page": Paginator(range(found.total), ON_A_PAGE).get_page(number),
            "taken": [
                Way(f"{HEADINGS[name]}: {words.of(name, value)}", _with(request.GET, **{name: ""}))
                for name, value in chosen.items()
            ],
            "kept": chosen,
            "ways": ways(request.GET, found.facets, chosen, words),
            "meant": [
                Way(one.label, _with(request.GET, theme=one.id))
                for one in found.themes
                if asked and "theme" not in chosen
            ],
            "marking": partnership.marking,
        },
    )


@needs(DESK, partnerships.partnership)
def alike(request: Request, partnership: Partnership) -> HttpResponse:
    """The closest earlier learning to a text, whether it was acted on, and to what effect."""
    form = AlikeForm(request.POST or None)
    looked = request.method == "POST" and form.is_valid()
    return render(
        request,
        "casework/alike.html",
        {
            "form": form,
            "looked": looked,
            "found": recurrence.similar(request.user, form.cleaned_data["text"], limit=ALIKE)
            if looked
            else [],
            "marking": partnership.marking,
        },
    )
