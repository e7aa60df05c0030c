"""The read API: what is published, for programs. Nobody signs in, nothing can be changed.

Every answer is the same whoever asks, is kept for a few minutes at most, and may be read by the
pages of any site. It is described at ``openapi.json``; a page for people stands at ``/api/``.
"""

from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from ninja import NinjaAPI, Query, Status
from ninja.decorators import decorate_view
from ninja.errors import HttpError
from ninja.throttling import AnonRateThrottle

from heed.briefings.models import ReleasedPage
from heed.briefings.reach import AGES, ROLES
from heed.library import changes, queries
from heed.library.narrowing import Narrow
from heed.library.publishing import entries, shapes
from heed.library.publishing.answers import given_to_all
from heed.library.publishing.entries import NOBODY
from heed.memory import themes
from heed.partnership.models import Partnership

LARGEST = 100
A_MINUTE = 120

api = NinjaAPI(
    title="Learning published by safeguarding children partnerships",
    version="1",
    description=(
        "What partnerships learnt in reviews and published for everyone. Read only, without a key. "
        f"At most {A_MINUTE} requests a minute from one place and {LARGEST} items at once. Answers "
        "carry an ETag: ask with If-None-Match. Look at /withdrawals at least once an hour, and "
        "take down what stands there."
    ),
    urls_namespace="learning",
    docs_url=None,
    openapi_url="",
    throttle=[AnonRateThrottle(f"{A_MINUTE}/m")],
)
_any_site = decorate_view(given_to_all)


@api.get("/partnerships", response=list[shapes.PartnershipOut], summary="Who publishes here")
@_any_site
def list_partnerships(request: HttpRequest) -> list[dict[str, Any]]:
    """The partnerships that have a library, by name."""
    base = settings.HEED_ADDRESS
    return [
        {
            "slug": house.slug,
            "name": house.name,
            "library": base + reverse("library:list", args=[house.slug]),
            "atom": base + reverse("library:atom", args=[house.slug]),
            "json_feed": base + reverse("library:json-feed", args=[house.slug]),
        }
        for house in entries.houses()
    ]


@api.get("/themes", response=shapes.TaxonomyOut, summary="Themes, ages and readers")
@_any_site
def taxonomy(request: HttpRequest) -> dict[str, Any]:
    """The themes, age bands and readers by which learning is found."""
    groups = {group.id: group.label for group in themes.groups()}
    return {
        "themes": [
            {
                "id": one.id,
                "label": one.label,
                "group": groups[one.group],
                "definition": one.definition,
            }
            for one in themes.every()
        ],
        "ages": [{"id": name, "label": label} for name, label in AGES.items()],
        "roles": [{"id": name, "label": label} for name, label in ROLES.items()],
    }


@api.get("/learning", response=shapes.PageOut, summary="What was learnt")
@_any_site
def list_learning(
    request: HttpRequest,
    partnership: str = Query("", description="The slug of one partnership"),
    theme: str = Query("", description="The id of a theme: see /themes"),
    age: str = Query("", description="The id of an age band: see /themes"),
    role: str = Query("", description="The id of readers: see /themes"),
    since: Annotated[
        date | None, Query(description="Only what is new or has changed since this day")
    ] = None,
    page: int = Query(1, ge=1, le=1000, description="Which page of the list, from 1"),
    size: int = Query(20, ge=1, le=LARGEST, description=f"How many at once, up to {LARGEST}"),
) -> dict[str, Any]:
    """The published pages that stand, newest first."""
    found = entries.standing(_houses(partnership), _narrow(theme=theme, age=age, role=role))
    if since is not None:
        found = found.filter(
            Q(changed_at__gte=entries.start_of(since))
            | Q(changed_at__isnull=True, looked_at_on__gte=since)
        )
    count, begins = found.count(), (page - 1) * size
    return {
        "count": count,
        "next": _page_after(request, page) if begins + size < count else None,
        "items": [_short(one) for one in found[begins : begins + size]],
    }


@api.get(
    "/learning/{slug:partnership}/{slug:slug}",
    response={200: shapes.WholeOut, 410: shapes.GoneOut},
    summary="One page with all its words",
)
@_any_site
def read_learning(request: HttpRequest, partnership: str, slug: str) -> Any:
    """A published page; 410 with a neutral sentence where it was taken down."""
    houses = _houses(partnership)
    page = entries.everyones(houses).filter(slug=slug).first()
    if page is None:
        now = queries.slug_now(NOBODY, houses[0], slug)
        if now is None:
            raise Http404
        return redirect("library:learning:read_learning", partnership, now, permanent=True)
    return Status(200, _whole(page)) if page.stands else Status(410, _gone(page))


@api.get("/withdrawals", response=shapes.WithdrawalsOut, summary="What was taken down")
@_any_site
def list_withdrawals(
    request: HttpRequest,
    partnership: str = Query("", description="The slug of one partnership"),
    since: Annotated[date | None, Query(description="A day; without it, a year back")] = None,
) -> dict[str, Any]:
    """Pages that were taken down or came to their end, the last first."""
    houses = _houses(partnership)
    found = entries.recently_taken_down(houses) if since is None else entries.taken_down(houses)
    gone = [one for one in map(entries.gone, found[:1000]) if since is None or one.gone_on >= since]
    return {"count": len(gone), "items": [_of_gone(one) for one in gone]}


def _houses(slug: str) -> list[Partnership]:
    found = [one for one in entries.houses() if slug in ("", one.slug)]
    if slug and not found:
        raise HttpError(404, "There is no library of that name.")
    return found


def _narrow(**said: str) -> Narrow:
    narrow = Narrow.of(said)
    for name, value in said.items():
        if value and not getattr(narrow, name):
            raise HttpError(422, f"There is no such {name}: see /themes.")
    return narrow


def _page_after(request: HttpRequest, page: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(page + 1)
    return f"{settings.HEED_ADDRESS}{request.path}?{asked.urlencode()}"


def _short(page: ReleasedPage) -> dict[str, Any]:
    one = entries.entry(page)
    return {**vars(one), "id": one.uid, "address": settings.HEED_ADDRESS + one.path}


def _whole(page: ReleasedPage) -> dict[str, Any]:
    sheet = reverse("library:sheet", args=[page.partnership.slug, page.slug])
    return {
        **_short(page),
        "sections": page.content["sections"],
        "questions": page.content["questions"],
        "changes": [{"text": one.text, "shown_on": one.shown_on} for one in changes.shown_on(page)],
        "caveat": page.content["caveat"],
        "sheet": settings.HEED_ADDRESS + sheet,
    }


def _gone(page: ReleasedPage) -> dict[str, Any]:
    return _of_gone(entries.gone(page))


def _of_gone(one: entries.Gone) -> dict[str, Any]:
    return {**vars(one), "id": one.uid, "address": settings.HEED_ADDRESS + one.path}


#: Its addresses, without the greeting that the library puts at their root.
urls = (
    [one for one in api.urls[0] if getattr(one, "name", "") != "api-root"],
    "ninja",
    "learning",
)


def described() -> dict[str, Any]:
    """Its description, as OpenAPI has it."""
    schema: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/v1/")
    return {**schema, "servers": [{"url": settings.HEED_ADDRESS}]}
