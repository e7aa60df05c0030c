"""Talking a page over: by oneself, in supervision, as a team. Open to all, and kept nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.briefings.models import ReleasedPage
from heed.briefings.reach import ROLES
from heed.doors import allows, open_to_all
from heed.library import queries, talking
from heed.library.access import SAY
from heed.library.narrowing import Narrow
from heed.library.views.shared import base_of, house_of, kept_a_while
from heed.papers import sheets
from heed.pathways.queries import using_of
from heed.toolkit import queries as toolkit

A_FEW = 6


@open_to_all
def talk(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """The page's own questions, prompts for each place in which people talk, where to read on."""
    found = talking.talk_of(_standing(request, slug))
    response = render(
        request,
        "library/talk.html",
        {
            "talk": found,
            "released": found.released,
            "may_say": allows(request.user, SAY, found.released),
            "canonical": f"{base}{request.path}" if (base := base_of(request)) else "",
        },
    )
    return _kept(request, found.released, response)


@open_to_all
def copy(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """The same as Word, to change for one's own team."""
    released = _standing(request, slug)
    page = reverse("library:page", args=[released.partnership.slug, released.slug])
    sheet = talking.sheet(talking.talk_of(released), address=f"{base_of(request)}{page}")
    return _kept(request, released, sheets.answer(sheet, "word"))


@open_to_all
def space(request: HttpRequest, partnership: str) -> HttpResponse:
    """A place to learn, by one's own work: what to read and use, to think over, to note."""
    house = house_of(request)
    role = request.GET.get("role", "")
    role = role if role in ROLES else ""
    listed = Narrow(role=role).among(queries.pages(request.user, house))
    at = reverse("library:space", args=[house.slug])
    response = render(
        request,
        "library/space.html",
        {
            "work": ROLES.get(role, ""),
            "chips": [
                {"label": label, "href": f"{at}?role={one}", "current": one == role}
                for one, label in ROLES.items()
            ],
            "pages": listed[:A_FEW],
            "modules": toolkit.for_readers(house, role)[:A_FEW],
            "using": using_of(house),
        },
    )
    return kept_a_while(request, response)


@open_to_all
def record(request: HttpRequest, partnership: str) -> HttpResponse:
    """A record of one's own learning, to fill in and keep."""
    house = house_of(request)
    sheet = talking.record_sheet(using_of(house), under=house.name)
    return kept_a_while(request, sheets.answer(sheet, "word"))


def _standing(request: HttpRequest, slug: str) -> ReleasedPage:
    """A page that stands; one that was taken down has nothing to talk over any more."""
    try:
        found = queries.page(request.user, house_of(request), slug)
    except ReleasedPage.DoesNotExist:
        raise Http404 from None
    if not found.stands:
        raise Http404
    return found


def _kept(request: HttpRequest, released: ReleasedPage, response: HttpResponse) -> HttpResponse:
    if released.noindex:
        response["X-Robots-Tag"] = "noindex"
    return kept_a_while(request, response)
