"""The public front: the list, the search, the themes, one page, its sheet of paper."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.briefings.models import ReleasedPage
from heed.briefings.text import blocks
from heed.doors import open_to_all
from heed.library import queries
from heed.memory import themes as memory_themes
from heed.partnership.models import Partnership

LONGEST_QUESTION = 300
A_LIST = 10
MINUTES_KEPT = 5


def _house(request: HttpRequest) -> Partnership:
    house: Partnership | None = getattr(request, "partnership", None)
    if house is None or "library" in house.parts_off:
        raise Http404
    return house


def _kept_a_while(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Lets anyone's browser keep a public page for a few minutes, so that a withdrawal is soon
    everywhere."""
    if not request.user.is_authenticated:
        response["Cache-Control"] = f"public, max-age={MINUTES_KEPT * 60}"
    return response


@open_to_all
def library(request: HttpRequest, partnership: str) -> HttpResponse:
    """What was learnt, by month, newest first; or what answers a question; or one theme."""
    house = _house(request)
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST_QUESTION]
    theme = memory_themes.find(request.GET.get("theme", ""))
    chips = queries.chips(request.user, house)
    context: dict[str, object] = {
        "asked": asked,
        "theme": theme,
        "chips": [
            {
                "label": chip.label,
                "count": chip.count,
                "href": _address(house, chip.id),
                "current": theme is not None and theme.id == chip.id,
            }
            for chip in chips[: queries.CHIPS]
        ]
        + (
            [{"label": "All themes", "href": reverse("library:themes", args=[house.slug])}]
            if len(chips) > queries.CHIPS
            else []
        ),
    }
    if asked:
        found = queries.search(request.user, house, asked)
        context |= {
            "found": found,
            "meant": [
                {"label": one.label, "href": _address(house, one.id)}
                for one in found.themes
                if one.id not in {chip.id for chip in chips[: queries.CHIPS]}
            ],
        }
    else:
        listed = (
            queries.about(request.user, house, theme.id)
            if theme
            else queries.pages(request.user, house)
        )
        page = Paginator(listed, A_LIST).get_page(request.GET.get("page"))
        context |= {"page": page, "months": queries.by_month(list(page.object_list))}
    return _kept_a_while(request, render(request, "library/list.html", context))


@open_to_all
def themes(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every theme that has a page, in its family, with what it means."""
    house = _house(request)
    counts = {chip.id: chip.count for chip in queries.chips(request.user, house)}
    families = [
        (
            group.label,
            [
                (theme, counts[theme.id], _address(house, theme.id))
                for theme in memory_themes.of_group(group.id)
                if theme.id in counts
            ],
        )
        for group in memory_themes.groups()
    ]
    return _kept_a_while(
        request,
        render(
            request,
            "library/themes.html",
            {"families": [(label, rows) for label, rows in families if rows]},
        ),
    )


@open_to_all
def page(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """One page; or, where it was taken down, a sentence that says so."""
    house = _house(request)
    found = _page(request, house, slug)
    if not found.stands:
        return _gone(request, house, found)
    response = render(
        request,
        "library/page.html",
        {
            "released": found,
            "sections": [
                (section["heading"], blocks(section["text"], section["kind"]))
                for section in found.content["sections"]
            ],
            "questions": found.content["questions"],
            "questions_heading": found.content["questions_heading"],
            "caveat": found.content["caveat"],
            "themes": [
                {"label": one.label, "href": _address(house, one.id)}
                for one in queries.themes_of(found)
            ],
            "near": queries.neighbours(request.user, house, found),
            "formats": [
                {
                    "label": "PDF, one page",
                    "href": reverse("library:sheet", args=[house.slug, found.slug]),
                }
            ],
        },
    )
    return _kept_a_while(request, _marked(found, response))


@open_to_all
def sheet(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """The page as one sheet of paper, as it was released."""
    house = _house(request)
    try:
        found = queries.sheet(request.user, house, slug)
    except ReleasedPage.DoesNotExist:
        raise Http404 from None
    if not found.stands:
        return _gone(request, house, found)
    response = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.slug}.pdf"'
    return _kept_a_while(request, _marked(found, response))


def _page(request: HttpRequest, house: Partnership, slug: str) -> ReleasedPage:
    try:
        return queries.page(request.user, house, slug)
    except ReleasedPage.DoesNotExist:
        raise Http404 from None


def _gone(request: HttpRequest, house: Partnership, found: ReleasedPage) -> HttpResponse:
    newer = found.replaced_by
    if newer is not None and not queries.pages(request.user, house).filter(pk=newer.pk).exists():
        newer = None
    response = render(request, "library/gone.html", {"released": found, "newer": newer}, status=410)
    response["X-Robots-Tag"] = "noindex"
    return response


def _marked(found: ReleasedPage, response: HttpResponse) -> HttpResponse:
    if found.noindex:
        response["X-Robots-Tag"] = "noindex"
    return response


def _address(house: Partnership, theme: str) -> str:
    return f"{reverse('library:list', args=[house.slug])}?theme={theme}"
