"""The public front: the list, the search, the themes, one page, its sheet of paper."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.briefings.models import ReleasedPage
from heed.briefings.reach import Reach
from heed.briefings.text import blocks
from heed.doors import allows, open_to_all
from heed.library import changes, queries
from heed.library.access import MAKE_FORM, SEE_REACH
from heed.library.beside import titles
from heed.library.narrowing import Choice, Narrow, choices
from heed.library.views.other_forms import beside
from heed.library.views.shared import base_of, house_of, kept_a_while
from heed.memory import themes as memory_themes
from heed.partnership.models import Partnership
from heed.toolkit.access import LIST

LONGEST_QUESTION = 300
A_LIST = 10


@open_to_all
def library(request: HttpRequest, partnership: str) -> HttpResponse:
    """What was learnt, by month, newest first; or what answers a question; or one theme."""
    house = house_of(request)
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST_QUESTION]
    narrow = Narrow.of(request.GET)
    theme = memory_themes.find(narrow.theme)
    chips = queries.chips(request.user, house)
    context: dict[str, object] = {
        "asked": asked,
        "theme": theme,
        "narrow": narrow,
        "narrowers": _narrowers(request, house, narrow),
        "sees_toolkit": allows(request.user, LIST, house),
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
        found = queries.search(request.user, house, asked, narrow)
        context |= {
            "found": found,
            "elsewhere": titles(house, asked),
            "meant": [
                {"label": one.label, "href": _address(house, one.id)}
                for one in found.themes
                if one.id not in {chip.id for chip in chips[: queries.CHIPS]}
            ],
        }
    else:
        listed = narrow.among(queries.pages(request.user, house))
        page = Paginator(listed, A_LIST).get_page(request.GET.get("page"))
        context |= {"page": page, "months": queries.by_month(list(page.object_list))}
    return kept_a_while(request, render(request, "library/list.html", context))


@open_to_all
def themes(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every theme that has a page or a module, in its family, with what it means."""
    house = house_of(request)
    filled = queries.filled_themes(request.user, house)
    families = [
        (
            group.label,
            [
                (
                    theme,
                    filled[theme.id][0],
                    reverse("library:theme", args=[house.slug, theme.id])
                    if filled[theme.id][1]
                    else _address(house, theme.id),
                )
                for theme in memory_themes.of_group(group.id)
                if theme.id in filled
            ],
        )
        for group in memory_themes.groups()
    ]
    return kept_a_while(
        request,
        render(
            request,
            "library/themes.html",
            {"families": [(label, rows) for label, rows in families if rows]},
        ),
    )


@open_to_all
def a_to_z(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every page and theme by its first letter."""
    house = house_of(request)
    letters = queries.by_letter(
        queries.pages(request.user, house), queries.chips(request.user, house)
    )
    return kept_a_while(request, render(request, "library/a_to_z.html", {"letters": letters}))


@open_to_all
def page(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """One page; or, where it was taken down, a sentence that says so."""
    house = house_of(request)
    found = _page(request, house, slug)
    if found is None:
        return _moved(request, house, slug, "library:page")
    if not found.stands:
        return _gone(request, house, found)
    about = queries.themes_of(found)
    response = render(
        request,
        "library/page.html",
        {
            "released": found,
            "canonical": f"{base}{request.path}" if (base := base_of(request)) else "",
            "sections": [
                (section["heading"], blocks(section["text"], section["kind"]))
                for section in found.content["sections"]
            ],
            "questions": found.content["questions"],
            "questions_heading": found.content["questions_heading"],
            "caveat": found.content["caveat"],
            "themes": [{"label": one.label, "href": _address(house, one.id)} for one in about],
            "changed": changes.shown_on(found),
            "near": queries.neighbours(request.user, house, found, about),
            "formats": [
                {
                    "label": "PDF, one page",
                    "href": reverse("library:sheet", args=[house.slug, found.slug]),
                }
            ],
            **beside(found),
            "may_make": request.user.is_authenticated and allows(request.user, MAKE_FORM, found),
            "may_see_reach": allows(request.user, SEE_REACH, found),
        },
    )
    return kept_a_while(request, _marked(found, response))


@open_to_all
def sheet(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """The page as one sheet of paper, as it was released."""
    house = house_of(request)
    try:
        found = queries.sheet(request.user, house, slug)
    except ReleasedPage.DoesNotExist:
        return _moved(request, house, slug, "library:sheet")
    if not found.stands:
        return _gone(request, house, found)
    response = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.slug}.pdf"'
    return kept_a_while(request, _marked(found, response))


def _page(request: HttpRequest, house: Partnership, slug: str) -> ReleasedPage | None:
    try:
        return queries.page(request.user, house, slug)
    except ReleasedPage.DoesNotExist:
        return None


def _moved(request: HttpRequest, house: Partnership, slug: str, name: str) -> HttpResponse:
    """Leads on from an address that a page had before; else there is nothing here."""
    now = queries.slug_now(request.user, house, slug)
    if now is None:
        raise Http404
    return kept_a_while(request, redirect(name, house.slug, now, permanent=True))


def _narrowers(request: HttpRequest, house: Partnership, narrow: Narrow) -> list[dict[str, object]]:
    """The lists by which the pages can be narrowed; one without a choice is left out."""
    pages = queries.pages(request.user, house)
    asked = ((Reach.ROLE, "For people who work in", "Everyone"), (Reach.AGE, "Age", "Any age"))
    return [
        {"name": str(kind), "label": label, "all": all_of, "choices": found, "chosen": chosen}
        for kind, label, all_of in asked
        for chosen in [getattr(narrow, str(kind))]
        if (found := _offered(choices(pages, kind, narrow), chosen))
    ]


def _offered(found: list[Choice], chosen: str) -> list[Choice]:
    return [one for one in found if one.count or one.value == chosen]


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
