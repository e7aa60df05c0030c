"""A theme's page: what keeps coming back, what teams can do about it, what others learnt."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from heed.briefings.text import Block, blocks
from heed.doors import allows, open_to_all
from heed.library import queries
from heed.library.views.shared import house_of, kept_a_while
from heed.memory import themes
from heed.papers import operations as papers
from heed.papers.models import Paper
from heed.partnership.models import Partnership
from heed.toolkit import queries as toolkit
from heed.toolkit.access import BEGIN
from heed.toolkit.models import Shelf

MOST_OF_OURS = 6


@open_to_all
def theme(request: HttpRequest, partnership: str, theme: str) -> HttpResponse:
    """One theme, whole: our own learning, the modules of our toolkits, and others' learning."""
    house = house_of(request)
    found = themes.find(theme)
    if found is None:
        raise Http404
    ours = list(queries.pages(request.user, house).filter(page_themes__theme=theme))
    shown = [
        (part, [(row, _words(row), _papers(house, row, kept)) for row, kept in part.modules])
        for part in toolkit.on_shelves(house, theme)
    ]
    response = render(
        request,
        "library/theme.html",
        {
            "theme": found,
            "ours": ours[:MOST_OF_OURS],
            "count": len(ours),
            "since": min((one.released_on for one in ours), default=None),
            "all_of_it": f"{reverse('library:list', args=[house.slug])}?theme={theme}",
            "parts": shown,
            "contents": [{"label": part.heading, "href": f"#{part.id}"} for part, _ in shown],
            "others": toolkit.from_others(house, theme),
            "elsewhere": toolkit.from_elsewhere(theme),
            "may_write": allows(request.user, BEGIN, house),
        },
    )
    return kept_a_while(request, response)


@open_to_all
def paper(request: HttpRequest, partnership: str, theme: str, number: int) -> HttpResponseBase:
    """A paper of a module that stands in the library."""
    house = house_of(request)
    try:
        found = toolkit.paper_on_shelf(house, theme, number)
    except Paper.DoesNotExist:
        raise Http404 from None
    return papers.give_out(found)


def _words(row: Shelf) -> tuple[Block, ...]:
    return blocks(row.words)


def _papers(house: Partnership, row: Shelf, kept: list[Paper]) -> list[dict[str, str]]:
    return [
        {
            "label": _named(one.label),
            "href": reverse("library:theme-paper", args=[house.slug, row.theme, one.pk]),
        }
        for one in kept
    ]


def _named(label: str) -> str:
    """A paper's name as people say it, and what kind of file it is."""
    name, _, kind = label.rpartition(".")
    return f"{name} ({kind.upper()})" if name else label
