"""What others learnt: the list for people who sign in, one report, its way into the public list."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.doors import DOORS, allows, needs, open_to_all
from heed.elsewhere import forms, operations, queries
from heed.elsewhere.access import KEEP, OLDER, READ, SHOW
from heed.elsewhere.models import Report
from heed.elsewhere.states import WORDS, ReportState, Whose
from heed.memory import themes as memory_themes
from heed.partnership import queries as partnerships
from heed.partnership.access import BELONG
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotNow

LONGEST_SEARCH = 200


def _to(report: Report, name: str = "report") -> HttpResponse:
    return redirect(f"elsewhere:{name}", partnership=report.partnership.slug, number=report.pk)


def _seen(request: Request) -> int:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else 0


@needs(BELONG, partnerships.partnership)
def reports(request: Request, partnership: Partnership) -> HttpResponse:
    """What others learnt, newest first; by words, by theme, by where it stands."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST_SEARCH]
    theme = memory_themes.find(request.GET.get("theme", ""))
    state = request.GET.get("state", "")
    state = state if state in list(ReportState) else ""
    found = queries.reports(
        request.user, partnership, words=words, state=state, theme=theme.id if theme else ""
    )
    return render(
        request,
        "elsewhere/reports.html",
        {
            "words": words,
            "theme": theme,
            "state": state,
            "states": list(WORDS.items()),
            "page": Paginator(found, 20).get_page(request.GET.get("page")),
            "keeps": allows(request.user, KEEP, Report(partnership=partnership)),
            "older": allows(request.user, OLDER, partnership),
        },
    )


@open_to_all
def public(request: HttpRequest, partnership: str) -> HttpResponse:
    """Reports that others published: title, date and link, and nothing else of them."""
    house: Partnership | None = getattr(request, "partnership", None)
    if house is None or "library" in house.parts_off:
        raise Http404
    page = Paginator(queries.shown(house), 50).get_page(request.GET.get("page"))
    response = render(request, "elsewhere/public.html", {"page": page})
    if not request.user.is_authenticated:
        response["Cache-Control"] = "public, max-age=300"
    return response


@needs(READ, queries.report)
def report(request: Request, report: Report) -> HttpResponse:
    """One report, for people who sign in."""
    gone = report.state == ReportState.GONE
    keeps = allows(request.user, KEEP, report)
    shows = report.state == ReportState.OFFERED and allows(request.user, SHOW, report)
    offered = report.state == ReportState.OFFERED
    return render(
        request,
        "elsewhere/report.html",
        {
            "report": report,
            "paragraphs": [] if gone else [one for one in report.text.split("\n") if one.strip()],
            "suggested": queries.suggested(report) if keeps and not gone else [],
            "keeps": keeps,
            "may_show": shows,
            "may_not_show": DOORS[SHOW].says if offered and not shows else "",
            "reading": queries.read_title(report) if shows else None,
            "ours": report.whose == Whose.OURS and allows(request.user, OLDER, report.partnership),
            "older": queries.older_of(report),
        },
    )


@needs(KEEP, queries.report)
def title(request: Request, report: Report) -> HttpResponse:
    """Word the title as everyone would read it, settle what the check finds, offer it."""
    if report.state != ReportState.INSIDE:
        return _to(report)
    form = forms.TitleForm(
        request.POST or None, initial={"title": report.shown_title}, seen=report.version
    )
    if request.method == "POST" and form.is_valid():
        operations.put_title(
            report,
            by=request.user,
            seen=form.cleaned_data["seen"],
            title=form.cleaned_data["title"],
        )
        return _to(report, "title")
    return render(
        request,
        "elsewhere/title.html",
        {
            "report": report,
            "form": form,
            "reading": queries.read_title(report),
            "standing": queries.in_the_way(report),
        },
    )


@require_POST
@needs(KEEP, queries.report)
def keep(request: Request, report: Report) -> HttpResponse:
    """Give the reason for which words of the title stay."""
    try:
        operations.keep_words(
            report,
            by=request.user,
            mark=request.POST.get("mark", ""),
            reason=request.POST.get("reason", ""),
        )
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return _to(report, "title")


@require_POST
@needs(KEEP, queries.report)
def offer(request: Request, report: Report) -> HttpResponse:
    """Offer title, date and link to everyone."""
    operations.offer(report, by=request.user, seen=_seen(request))
    messages.success(request, "Offered. A second person decides whether everyone sees it.")
    return _to(report)


@require_POST
@needs(SHOW, queries.report)
def show(request: Request, report: Report) -> HttpResponse:
    """Show title, date and link to everyone."""
    operations.show(report, by=request.user, seen=_seen(request))
    messages.success(request, "Everyone sees its title, its date and its link now.")
    return _to(report)


@require_POST
@needs(KEEP, queries.report)
def take_back(request: Request, report: Report) -> HttpResponse:
    """Take it out of the public list, or out of the offer."""
    operations.take_back(report, by=request.user, seen=_seen(request))
    messages.success(request, "Only people who sign in see it now.")
    return _to(report)


@needs(KEEP, queries.report)
def take_away(request: Request, report: Report) -> HttpResponse:
    """Take it out of memory."""
    if report.state == ReportState.GONE:
        return _to(report)
    form = forms.AwayForm(request.POST or None, seen=report.version)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.take_away(report, by=request.user, seen=data["seen"], why=data["why"])
        messages.success(request, "Taken away. Nobody finds it now.")
        return _to(report)
    return render(request, "elsewhere/take_away.html", {"report": report, "form": form})


@needs(KEEP, queries.report)
def themes(request: Request, report: Report) -> HttpResponse:
    """Confirm the themes that its words suggest, or choose others."""
    suggested = queries.suggested(report)
    form = forms.ThemesForm(request.POST or None, report=report, suggested=suggested)
    if request.method == "POST" and form.is_valid():
        operations.choose_themes(report, by=request.user, themes=form.chosen)
        return _to(report)
    return render(
        request,
        "elsewhere/themes.html",
        {"report": report, "form": form, "suggested": suggested},
    )


@needs(KEEP, queries.report)
def right(request: Request, report: Report) -> HttpResponse:
    """Put right what the file did not say, or said wrongly."""
    form = forms.RightForm(
        request.POST or None,
        initial={
            "title": report.title,
            "date": report.date,
            "by_whom": report.by_whom,
            "link": report.link,
        },
        seen=report.version,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.put_right(
            report,
            by=request.user,
            seen=data["seen"],
            title=data["title"],
            date=data["date"],
            by_whom=data["by_whom"] or "",
            link=data["link"],
        )
        return _to(report)
    return render(request, "elsewhere/right.html", {"report": report, "form": form})
