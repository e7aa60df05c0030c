"""How the library is followed and used elsewhere: feeds, a table, a list to embed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt

from heed.doors import open_to_all
from heed.library import queries
from heed.library.narrowing import Narrow
from heed.library.publishing import entries, feeds
from heed.library.publishing.answers import for_all
from heed.library.publishing.api import described
from heed.library.publishing.table import table_of
from heed.library.views.shared import base_of, house_of, kept_a_while
from heed.memory import themes as memory_themes
from heed.memory.themes import Theme
from heed.papers import tables

EMBEDDED = 5
MOST_EMBEDDED = 20


@open_to_all
def atom(request: HttpRequest, partnership: str, theme: str = "") -> HttpResponseBase:
    """The library, or one theme of it, as Atom."""
    feed = feeds.feed_of(house_of(request), _theme(theme), base=settings.HEED_ADDRESS)
    response = HttpResponse(feeds.as_atom(feed), content_type=feeds.ATOM)
    return for_all(request, response, changed=feed.updated)


@open_to_all
def json_feed(request: HttpRequest, partnership: str, theme: str = "") -> HttpResponseBase:
    """The same as JSON Feed."""
    feed = feeds.feed_of(house_of(request), _theme(theme), base=settings.HEED_ADDRESS)
    response = HttpResponse(feeds.as_json(feed), content_type=feeds.JSON)
    return for_all(request, response, changed=feed.updated)


@open_to_all
def table(request: HttpRequest, partnership: str) -> HttpResponseBase:
    """Every page that stands, as a table for researchers."""
    made = table_of(house_of(request), base=settings.HEED_ADDRESS)
    return for_all(request, tables.answer(made, tables.CSV))


@open_to_all
def follow(request: HttpRequest, partnership: str) -> HttpResponse:
    """How to hear of what is new, and how to show or use it elsewhere."""
    house = house_of(request)
    base = base_of(request)
    embed = base + reverse("library:embed", args=[house.slug])
    listed = base + reverse("library:list", args=[house.slug])
    context = {
        "base": base,
        "chips": queries.chips(entries.NOBODY, house),
        "snippet": f'<iframe src="{embed}" title="What we have learned: {house.name}" width="100%" '
        f'height="480" loading="lazy"></iframe>\n<p><a href="{listed}">What we have learned, from '
        f"{house.name}</a></p>",
    }
    return kept_a_while(request, render(request, "library/follow.html", context))


@open_to_all
@xframe_options_exempt
def embed(request: HttpRequest, partnership: str) -> HttpResponse:
    """The newest pages as a list that any site may show in a frame; its links open outside it."""
    house = house_of(request)
    number = request.GET.get("number", "")
    most = min(int(number), MOST_EMBEDDED) if number.isdecimal() and len(number) < 4 else EMBEDDED
    narrow = Narrow.of(request.GET)
    response = render(
        request,
        "library/embed.html",
        {
            "listed": [entries.entry(one) for one in entries.standing([house], narrow)[:most]],
            "theme": memory_themes.find(narrow.theme),
            "narrowed": narrow.address(),
        },
    )
    response["Cache-Control"] = "public, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    response._csp_replace = {"frame-ancestors": ["*"]}  # type: ignore[attr-defined]
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@open_to_all
def api_description(request: HttpRequest) -> HttpResponseBase:
    """The API as OpenAPI describes it."""
    return for_all(request, JsonResponse(described()))


@open_to_all
def api_page(request: HttpRequest) -> HttpResponse:
    """How programs read what is published, drawn from the API's own description."""
    schema = described()
    calls = [
        {
            "path": path,
            "summary": call["get"]["summary"],
            "about": call["get"]["description"],
            "takes": [
                {
                    "name": one["name"],
                    "about": one["schema"].get("description", ""),
                    "in_path": one["in"] == "path",
                }
                for one in call["get"]["parameters"]
            ],
        }
        for path, call in schema["paths"].items()
    ]
    context = {
        "about": schema["info"]["description"],
        "calls": calls,
        "base": settings.HEED_ADDRESS,
        "description": reverse("library:api-description"),
    }
    return kept_a_while(request, render(request, "library/api.html", context))


def _theme(theme: str) -> Theme | None:
    found = memory_themes.find(theme) if theme else None
    if theme and found is None:
        raise Http404
    return found
