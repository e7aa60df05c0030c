"""Reading a page in another form: in one's own language, by ear, in Easy Read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from heed.briefings.models import ReleasedPage
from heed.briefings.text import blocks, lines
from heed.doors import open_to_all
from heed.library import other_forms, queries
from heed.library.models import OtherForm
from heed.library.other_forms import QUESTIONS
from heed.library.states import FormKind
from heed.library.views.shared import house_of, kept_a_while
from heed.papers import operations as papers
from heed.papers import sound


@open_to_all
def translation(
    request: HttpRequest, partnership: str, slug: str, language: str
) -> HttpResponseBase:
    """A page in another language, its own way round, with a way to each other language."""
    found, every = _standing(request, slug)
    form = _one(every, FormKind.TRANSLATION, language)
    form.page = found
    shown = other_forms.translated(form)
    response = render(
        request,
        "library/translation.html",
        {
            "released": found,
            "other": form,
            "sections": [
                (mine["heading"], blocks(mine["text"], said["kind"]))  # type: ignore[arg-type]
                for said, mine in shown
                if said["id"] != QUESTIONS
            ],
            "questions": [
                (mine["heading"], lines(mine["text"]))
                for said, mine in shown
                if said["id"] == QUESTIONS
            ],
            "languages": [one for one in every if one.kind == FormKind.TRANSLATION],
        },
    )
    return _marked(request, found, response)


@open_to_all
def listen(request: HttpRequest, partnership: str, slug: str) -> HttpResponseBase:
    """The recording of a page, or the piece of it that a player asks for."""
    found, every = _standing(request, slug)
    form = _one(every, FormKind.AUDIO)
    if form.paper is None:
        raise Http404
    return _marked(request, found, sound.play(form.paper, request.headers.get("Range", "")))


@open_to_all
def easy_read(request: HttpRequest, partnership: str, slug: str) -> HttpResponseBase:
    """The Easy Read of a page."""
    found, every = _standing(request, slug)
    form = _one(every, FormKind.EASY_READ)
    if form.paper is None:
        raise Http404
    answer = papers.give_out(form.paper)
    if found.noindex:
        answer["X-Robots-Tag"] = "noindex"
    return answer


def beside(page: ReleasedPage) -> dict[str, object]:
    """What a page shows of its other forms: its languages, its recording, its Easy Read."""
    every = other_forms.shown(page)
    address = [page.partnership.slug, page.slug]
    return {
        "languages": [one for one in every if one.kind == FormKind.TRANSLATION],
        "sound": next((one for one in every if one.kind == FormKind.AUDIO), None),
        "easy": [
            {"label": "Easy Read (PDF)", "href": reverse("library:easy-read", args=address)}
            for one in every
            if one.kind == FormKind.EASY_READ
        ],
    }


def _standing(request: HttpRequest, slug: str) -> tuple[ReleasedPage, list[OtherForm]]:
    try:
        found = queries.page(request.user, house_of(request), slug)
    except ReleasedPage.DoesNotExist:
        raise Http404 from None
    if not found.stands:
        raise Http404
    return found, other_forms.shown(found)


def _one(every: list[OtherForm], kind: FormKind, language: str = "en") -> OtherForm:
    for one in every:
        if (one.kind, one.language) == (kind, language):
            return one
    raise Http404


def _marked(request: HttpRequest, found: ReleasedPage, response: HttpResponse) -> HttpResponse:
    if found.noindex:
        response["X-Robots-Tag"] = "noindex"
    return kept_a_while(request, response)
