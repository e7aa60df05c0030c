"""The pages of following by email. No page here sets a cookie, or tells whether somebody follows.

They need no guard against forged posts: what they do, anybody may ask for; what changes anything
is in the sealed link, which only the mailbox has. So a mail program can leave with one post.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from heed.doors import open_to_all
from heed.following import forms, operations
from heed.following.sealing import mark_in, wish_of
from heed.following.states import RHYTHM_WORDS, Rhythm
from heed.library import queries as library
from heed.memory import themes as memory_themes
from heed.partnership.clients import client_of
from heed.partnership.models import Partnership
from heed.refusals import NotNow, Refusal


def _house(request: HttpRequest) -> Partnership:
    house: Partnership | None = getattr(request, "partnership", None)
    if house is None or "library" in house.parts_off:
        raise Http404
    return house


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    response = render(request, name, context, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@csrf_exempt
@open_to_all
def follow(request: HttpRequest, partnership: str) -> HttpResponse:
    """Ask for new learning by email."""
    house = _house(request)
    chips = [(chip.id, chip.label) for chip in library.chips(AnonymousUser(), house)]
    form = forms.FollowForm(
        request.POST or None,
        themes=sorted(chips, key=lambda one: one[1]),
        initial={"themes": request.GET.getlist("theme")},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.ask(
                house,
                by=None,
                address=data["address"],
                rhythm=Rhythm(data["rhythm"]),
                themes=data.get("themes") or [],
                client=client_of(request),
            )
        except Refusal as refused:
            form.add_error(None if isinstance(refused, NotNow) else "address", refused.sentence)
        else:
            return _page(request, "following/asked.html", {})
    return _page(request, "following/follow.html", {"form": form})


@csrf_exempt
@open_to_all
def yes(request: HttpRequest, partnership: str, token: str) -> HttpResponse:
    """Say yes, by a button: a program that only opens links says nothing."""
    house = _house(request)
    wish = wish_of(house, token)
    if wish is None:
        return _page(request, "following/too_old.html", {}, status=410)
    done = request.method == "POST"
    if done:
        operations.say_yes(house, by=None, wish=wish)
    return _page(
        request,
        "following/yes.html",
        {
            "done": done,
            "rhythm": RHYTHM_WORDS[wish.rhythm].lower(),
            "themes": [memory_themes.label(one) for one in wish.themes],
        },
    )


@csrf_exempt
@open_to_all
def leave(request: HttpRequest, partnership: str, token: str) -> HttpResponse:
    """Leave, by one press or by one post of a mail program; the same is said to everyone."""
    house = _house(request)
    mark = mark_in(house, token)
    done = request.method == "POST"
    if done:
        operations.leave(house, by=None, mark=mark)
    return _page(request, "following/leave.html", {"done": done})
