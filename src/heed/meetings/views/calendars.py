"""A person's own calendar address, and what their calendar reads there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from heed.doors import needs, open_to_all
from heed.meetings import operations, queries
from heed.meetings.access import LIST
from heed.meetings.feed import as_calendar
from heed.partnership.models import Partnership
from heed.partnership.requests import Request


@needs(LIST, queries.the_partnership)
def calendar(request: Request, partnership: Partnership) -> HttpResponse:
    """Make the address, see it, take it back."""
    if request.method == "POST":
        if "end" in request.POST:
            operations.end_calendar_key(partnership, by=request.user)
        else:
            operations.make_calendar_key(partnership, by=request.user)
        return redirect("meetings:calendar", partnership=partnership.slug)
    key = queries.calendar_key(request.user, partnership)
    address = key and request.build_absolute_uri(
        reverse("meetings:feed", kwargs={"partnership": partnership.slug, "secret": key.secret})
    )
    response = render(request, "meetings/calendar.html", {"address": address, "key": key})
    response["Cache-Control"] = "no-store"
    return response


@require_GET
@open_to_all
def feed(request: HttpRequest, partnership: str, secret: str) -> HttpResponse:
    """When a person's groups meet: the groups by name, and not a word of a case.

    A calendar programme cannot sign in, so the address itself is the key.
    """
    found = queries.meetings_for(partnership, secret)
    if found is None:
        raise Http404
    key, meetings = found
    response = HttpResponse(
        as_calendar(key.partnership, meetings), content_type="text/calendar; charset=utf-8"
    )
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
