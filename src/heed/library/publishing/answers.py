"""How what is published is answered: to any site, the same to everybody, kept for a few minutes."""

from datetime import datetime
from functools import wraps
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from heed.doors import View

MINUTES_KEPT = 5
"""So that a page that is taken down is soon gone everywhere."""


def for_all(
    request: HttpRequest, response: HttpResponse, *, changed: datetime | None = None
) -> HttpResponseBase:
    """The response as anyone may keep and use it; "not changed" where the asker has it already."""
    if response.status_code != 200:
        return opened_up(response)
    etag = quote_etag(sha256(response.content).hexdigest()[:32])
    modified = int(changed.timestamp()) if changed else None
    response["ETag"] = etag
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    # Set before asking, so that "not changed" carries them too.
    opened_up(response)
    response["Cache-Control"] = f"public, max-age={MINUTES_KEPT * 60}"
    answered = get_conditional_response(request, etag, modified, response)
    return opened_up(answered or response)


def opened_up(response: HttpResponseBase) -> HttpResponseBase:
    """Any site may read it from its own pages."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def given_to_all(view: View) -> View:
    """Answers a view's response as ``for_all`` does."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        assert isinstance(response, HttpResponse)  # noqa: S101  none of them streams
        return for_all(request, response)

    return answered
