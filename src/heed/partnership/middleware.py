"""Which partnership a page belongs to; refusals as pages; what browsers may keep."""

import time
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from heed.partnership.marks import MARK
from heed.partnership.models import Partnership
from heed.refusals import Refusal

#: In the session: when the person was last seen, to the nearest few minutes.
HERE, HERE_EVERY = "here", 240

Respond = Callable[[HttpRequest], HttpResponse]


class PartnershipMiddleware:
    """Puts the partnership that the address names on the request.

    An unknown one is answered by the view's own guard, so that nobody learns which exist.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.partnership = None  # type: ignore[attr-defined]
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], address: dict[str, Any]
    ) -> None:
        slug = address.get("partnership")
        if not slug:
            return
        house = Partnership.objects.filter(slug=slug).first()
        request.partnership = house  # type: ignore[attr-defined]
        room = request.resolver_match.app_name if request.resolver_match else ""
        if house is not None and room in house.parts_off:
            raise Http404(f"{house.name} does not use this part of Heed.")


class RefusalMiddleware:
    """Answers a refusal with its sentence, and gives back what was typed."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refusal):
            return render(
                request,
                "partnership/refused.html",
                {
                    "sentence": exception.sentence,
                    "screen": exception.screen,
                    "typed": typed(request),
                    "both": both(request, getattr(exception, "current", None)),
                    "back": request.path if request.method == "POST" else "",
                },
                status=exception.status,
            )
        return None


class PrivacyMiddleware:
    """Pages for people who are signed in are kept by no browser and no proxy."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
            still_here(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def still_here(request: HttpRequest) -> None:
    """Let a session go on while somebody works; written down at most every few minutes."""
    now = int(time.monotonic())
    if abs(now - request.session.get(HERE, -HERE_EVERY)) > HERE_EVERY:
        request.session[HERE] = now


def note_here(request: HttpRequest, **signal: Any) -> None:
    """On signing in: they are here now."""
    request.session[HERE] = int(time.monotonic())


def both(request: HttpRequest, current: Any) -> list[tuple[str, str, str]]:
    """What was typed beside what is kept now, field by field, where the two differ."""
    if current is None or request.method != "POST":
        return []
    kept = {field.name: getattr(current, field.attname) for field in current._meta.concrete_fields}
    return [
        (name.replace("_", " ").capitalize(), mine, str(kept[name] or ""))
        for name in request.POST
        for mine in request.POST.getlist(name)
        if name in kept
        and name not in {"state", "version"}
        and mine.strip() != str(kept[name] or "")
    ]


def typed(request: HttpRequest) -> list[str]:
    """The longer texts of a post that was not saved, so that nobody loses their words."""
    if request.method != "POST":
        return []
    return [
        text
        for name, texts in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "seen", "password", MARK}
        for text in texts
        if len(text.strip()) > 20
    ]
