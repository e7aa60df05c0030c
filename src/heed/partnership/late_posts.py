"""A post that came after the session ended: held for its writer, and given back on its page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from heed.partnership import operations, queries
from heed.partnership.marks import MARK, marked
from heed.partnership.middleware import typed
from heed.partnership.models import Person

#: Never held, whatever the form.
NOT_HELD = {"csrfmiddlewaretoken", MARK, "password", "password1", "password2", "code", "login"}

#: In the session: something waits for the person. Other people's pages pay nothing for it.
WAITING = "held_posts"


def look_for_held_posts(request: HttpRequest, user: Any, **signal: Any) -> None:
    """On signing in: note whether something is held for this person."""
    if queries.has_held_posts(user):
        request.session[WAITING] = True


@dataclass(frozen=True)
class GivenBack:
    """What was typed before: in the page's own form again, or as texts to copy from."""

    in_form: bool
    texts: list[str]


class LatePostMiddleware:
    """Holds a post that arrives signed out, and gives it back to the same person afterwards.

    On its page it is given back as the form's own data, on a reading request, so that it is shown
    and nothing is saved until the person presses the button.
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], address: dict[str, Any]
    ) -> HttpResponse | None:
        if getattr(view, "heed_door", "open to all") == "open to all":
            return None
        if not request.user.is_authenticated:
            late = request.method == "POST" and (marked(request) is not None or typed(request))
            return came_too_late(request) if late else None
        if not request.session.get(WAITING):
            return None
        if request.method == "GET":
            _give_back(request, request.user)
        elif request.method == "POST":
            held = queries.held_post(request.user, page_of(request))
            if held is not None:
                operations.let_go_of_post(held, by=request.user)
                request.session[WAITING] = queries.has_held_posts(request.user)
        return None


def came_too_late(request: HttpRequest) -> HttpResponse:
    """Answer a post that cannot be taken: its words on the page, and held for whoever wrote it."""
    writer = marked(request)
    fields = {name: texts for name, texts in request.POST.lists() if name not in NOT_HELD}
    page = page_of(request)
    if writer is not None and any(text.strip() for texts in fields.values() for text in texts):
        operations.hold_post(writer, by=writer, address=page, fields={"": [request.path], **fields})
        if request.user == writer:
            request.session[WAITING] = True
    else:
        writer = None
    return render(
        request,
        "partnership/form_expired.html",
        {
            "typed": typed(request),
            "held": writer is not None,
            "files": bool(request.FILES),
            "again": page,
            "open_page": _is_open(request),
            "signed_in": request.user.is_authenticated,
        },
        status=403,
    )


def _is_open(request: HttpRequest) -> bool:
    """Whether the post was to a page for all, where nobody has to be signed in."""
    match = request.resolver_match
    return match is not None and getattr(match.func, "heed_door", "") == "open to all"


def page_of(request: HttpRequest) -> str:
    """The page on which a post was typed: its own address, or the page of ours it was sent from."""
    here = request.get_full_path()
    came_from = request.headers.get("Referer", "")
    if request.method == "POST" and url_has_allowed_host_and_scheme(
        came_from, allowed_hosts={request.get_host()}
    ):
        parts = urlsplit(came_from)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path or here
    return here


def _give_back(request: HttpRequest, person: Person) -> None:
    fields = queries.held_fields(person, request.get_full_path())
    if fields is None:
        return
    sent_to = fields.pop("", [""])[0]
    if sent_to == request.path:
        data = QueryDict(mutable=True)
        for name, texts in fields.items():
            data.setlist(name, texts)
        request.POST = data  # type: ignore[assignment]
    texts = [
        text.strip()
        for name, texts in fields.items()
        for text in texts
        if name != "seen" and " " in text.strip()
    ]
    request.given_back = GivenBack(  # type: ignore[attr-defined]
        in_form=sent_to == request.path, texts=texts
    )
