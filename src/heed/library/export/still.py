"""A page as a file: drawn by the same view that serves it, for a reader whom nobody knows."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve

from heed.partnership.models import Partnership


@dataclass(frozen=True)
class Still:
    """On a request: that its answer becomes a file. ``base`` is where the files will be read, with
    no slash at its end; empty where that is not known. ``from_disk``: links name each page's file,
    for readers without a server."""

    base: str = ""
    from_disk: bool = False


def drawn(path: str, house: Partnership | None, still: Still) -> HttpResponse:
    """What the view at this address answers, outside any request of a reader's."""
    match = resolve(path.split("?")[0])
    request = asked(path, house, still)
    request.resolver_match = match
    response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return response


def written(template: str, house: Partnership | None, still: Still, **context: Any) -> bytes:
    """A page that only files have, from its template in ``library/still/``."""
    request = asked("/", house, still)
    return render_to_string(f"library/still/{template}.html", context, request=request).encode()


def asked(path: str, house: Partnership | None, still: Still) -> HttpRequest:
    """The request of nobody in particular for an address."""
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    request.partnership = house  # type: ignore[attr-defined]
    request.still = still  # type: ignore[attr-defined]
    return request


def let_go(answer: Any) -> None:
    """Closes the file that an answer gives out, if it gives one.

    Not the answer: closing that ends the request, and with it the connection to the database that
    the rest of the drawing still uses.
    """
    file = getattr(answer, "file_to_stream", None)
    if file is not None:
        file.close()
