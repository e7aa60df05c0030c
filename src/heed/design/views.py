"""The catalogue, a partnership's colour, and the pages that say that something went wrong."""

import inspect
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from heed.design import exhibits, samples
from heed.design.colour import is_colour
from heed.design.palette import PALETTE
from heed.doors import open_to_all

A_YEAR = 60 * 60 * 24 * 365


@open_to_all
def colour(request: HttpRequest, partnership: str) -> HttpResponse:
    """A partnership's colour as a stylesheet. Its address changes when the colour does."""
    found = getattr(request, "partnership", None)
    if found is None or not is_colour(found.colour):
        raise Http404
    response = HttpResponse(f":root{{--partner:{found.colour}}}\n", content_type="text/css")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


@open_to_all
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every component in every state, with the markup that makes it."""
    things = samples.context()
    groups = [
        (
            group,
            [
                (exhibit, [(one, exhibits.show(one, request, things)) for one in exhibit.examples])
                for exhibit in shown
            ],
        )
        for group, shown in exhibits.exhibits().items()
    ]
    return render(
        request,
        "design/catalogue.html",
        {
            "groups": groups,
            "palette": PALETTE,
            "form_source": inspect.getsource(samples.EveryField),
        },
    )


def _said(request: HttpRequest, name: str, status: int) -> HttpResponse:
    try:
        return render(request, name, status=status)
    except Exception:
        # A context processor may be what is broken: the page stands without any.
        return HttpResponse(render_to_string(name), status=status)


@open_to_all
def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """What was sent could not be read (400)."""
    return _said(request, "400.html", 400)


@open_to_all
def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """This person may not (403)."""
    return _said(request, "403.html", 403)


@open_to_all
def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """There is nothing here, or nothing for this person (404)."""
    return _said(request, "404.html", 404)


@open_to_all
def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke in Heed (500)."""
    return _said(request, "500.html", 500)


@open_to_all
def changed(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Somebody changed it in the meantime, and no page can show both texts (409)."""
    return _said(request, "409.html", 409)


@open_to_all
def resting(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Heed cannot work just now, and will again soon (503)."""
    response = _said(request, "503.html", 503)
    response["Retry-After"] = "120"
    return response
