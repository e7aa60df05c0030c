"""The pages of the way of working: what is in force, the draft, its rehearsal, its editions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed import clock
from heed.casework.way import parts
from heed.casework.way.editing import called
from heed.casework.way.forms import DayForm, SeenForm, WhyForm
from heed.casework.way.reading import brief, shown_asks
from heed.doors import needs
from heed.partnership import queries as partnerships
from heed.partnership.access import KEEP_SETTINGS
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.pathways import changing, operations, queries
from heed.pathways.compare import Difference, differences
from heed.pathways.models import PackVersion
from heed.pathways.packs import load
from heed.pathways.queries import NATIONAL, Drafted
from heed.pathways.rehearsal import rehearse, warnings
from heed.pathways.shapes.groups import SECTORS
from heed.refusals import NotNow, OutOfDate
from heed.wording.language import entries


@needs(KEEP_SETTINGS, partnerships.partnership)
def way(request: Request, partnership: Partnership) -> HttpResponse:
    """The way of working: what is in force, the draft and its next step, the editions."""
    shown = queries.drafted(partnership)
    editions = queries.versions(partnership)
    return render(
        request,
        "casework/way/way.html",
        {
            "way": shown,
            "now": editions[0] if editions else None,
            "editions": editions,
            "parts": parts.parts(),
            "different": _different(shown, editions) if shown.draft and shown.sound else [],
        },
    )


def _different(shown: Drafted, editions: list[PackVersion]) -> list[Difference]:
    now = editions[0].pack if editions else load(NATIONAL)
    return differences(now, shown.pack)


@needs(KEEP_SETTINGS, partnerships.partnership)
def part(request: Request, partnership: Partnership, *, part: str) -> HttpResponse:
    """One part of it, to be read and changed."""
    found = parts.part(part)
    if found is None:
        raise Http404
    shown = queries.drafted(partnership)
    data = shown.pack.model_dump(mode="json")
    return render(
        request,
        "casework/way/part.html",
        {
            "part": found,
            "way": shown,
            "form": SeenForm(seen=shown.seen),
            "tables": [
                {
                    "table": table,
                    "rows": shown_asks(
                        table.asks,
                        changing.at(data, table.place) if table.place else data,
                        shown.pack,
                    ),
                }
                for table in found.tables
            ],
            "lists": [
                {
                    "listing": listing,
                    "entries": [
                        {
                            "id": thing["id"],
                            "called": called(thing),
                            "brief": brief(thing),
                            "rows": shown_asks(listing.asks, thing, shown.pack)[1:],
                            "deadline": thing.get("kind") == "deadline",
                            "off": thing.get("offered") is False or thing.get("off"),
                        }
                        for thing in changing.at(data, listing.place)
                    ],
                }
                for listing in found.lists(shown.pack)
            ],
            "prompts": entries() if found.slug == "style" else (),
        },
    )


@needs(KEEP_SETTINGS, partnerships.partnership)
def compare(request: Request, partnership: Partnership) -> HttpResponse:
    """The draft beside what is in force."""
    shown, editions = queries.drafted(partnership), queries.versions(partnership)
    rows = _different(shown, editions) if shown.sound else []
    return render(request, "casework/way/compare.html", {"way": shown, "rows": rows})


@needs(KEEP_SETTINGS, partnerships.partnership)
def rehearsal(request: Request, partnership: Partnership) -> HttpResponse:
    """An invented case walked through the draft. Nothing is written, but that it was looked at."""
    shown = queries.drafted(partnership)
    if not shown.sound:
        return redirect("casework:way-text", partnership=partnership.slug)
    seen = SeenForm(request.POST or None, seen=shown.seen)
    if request.method == "POST" and shown.draft and seen.is_valid():
        try:
            operations.note_rehearsal(shown.draft, by=request.user, seen=seen.cleaned_data["seen"])
        except OutOfDate:
            messages.warning(request, "The draft changed while you looked. Here it is as it is.")
            return redirect("casework:way-rehearsal", partnership=partnership.slug)
        messages.success(request, "It is kept that you looked through this draft.")
        return redirect("casework:way", partnership=partnership.slug)
    form = DayForm(request.GET if "begins" in request.GET else None, initial=_today())
    day = form.cleaned_data["begins"] if form.is_bound and form.is_valid() else clock.today()
    return render(
        request,
        "casework/way/rehearsal.html",
        {
            "way": shown,
            "pack": shown.pack,
            "walk": rehearse(shown.pack, begins=day, mailbox=partnership.mailbox),
            "quorum_sectors": [
                SECTORS[sector].rstrip(".") for sector in shown.pack.review_group.quorum.sectors
            ],
            "agencies": list(partnerships.agencies(partnership)),
            "form": form,
            "seen": seen,
        },
    )


def _today() -> dict[str, Any]:
    return {"begins": clock.today()}


@needs(KEEP_SETTINGS, partnerships.partnership)
def put_in_force(request: Request, partnership: Partnership) -> HttpResponse:
    """Put the draft in force, saying why."""
    shown, editions = queries.drafted(partnership), queries.versions(partnership)
    if shown.draft is None or not shown.sound or not shown.draft.is_rehearsed:
        return redirect("casework:way", partnership=partnership.slug)
    form = WhyForm(request.POST or None, seen=shown.seen)
    if request.method == "POST" and form.is_valid():
        try:
            version = operations.put_in_force(
                shown.draft,
                by=request.user,
                why=form.cleaned_data["why"],
                seen=form.cleaned_data["seen"],
            )
        except (OutOfDate, NotNow) as refusal:
            form.started_again(seen=shown.seen)
            form.add_error(None, refusal.sentence)
        else:
            messages.success(
                request,
                f"Edition {version.number} is in force for what is referred or opened from now on.",
            )
            return redirect("casework:way", partnership=partnership.slug)
    return render(
        request,
        "casework/way/put_in_force.html",
        {
            "form": form,
            "way": shown,
            "number": len(_different(shown, editions)),
            "gone": _gone(shown, editions),
            "warnings": list(warnings(shown.pack)),
        },
    )


def _gone(shown: Drafted, editions: list[PackVersion]) -> list[str]:
    """Groups and routes that the draft no longer has."""
    if not editions:
        return []
    now = editions[0].pack
    groups, routes = {g.id for g in shown.pack.groups}, {r.id for r in shown.pack.routes}
    gone = [group.name for group in now.groups if group.id not in groups]
    return gone + [route.name for route in now.routes if route.id not in routes]


@needs(KEEP_SETTINGS, partnerships.partnership)
def throw_away(request: Request, partnership: Partnership) -> HttpResponse:
    """Throw the draft away, once somebody said that they are sure."""
    draft = queries.draft_of(partnership)
    if draft is None:
        return redirect("casework:way", partnership=partnership.slug)
    form = SeenForm(request.POST or None, seen=draft.version)
    if request.method == "POST" and form.is_valid():
        try:
            operations.throw_away_draft(draft, by=request.user, seen=form.cleaned_data["seen"])
        except OutOfDate:
            messages.warning(request, "Somebody else changed the draft just now; it was kept.")
        else:
            messages.success(request, "The draft is gone. What is in force stays.")
        return redirect("casework:way", partnership=partnership.slug)
    return render(request, "casework/way/throw_away.html", {"form": form, "draft": draft})


@needs(KEEP_SETTINGS, partnerships.partnership)
def edition(request: Request, partnership: Partnership, *, number: int) -> HttpResponse:
    """One edition: who put it in force and why, what it changed, and what it says."""
    try:
        version = queries.edition(partnership, number)
    except PackVersion.DoesNotExist as nowhere:
        raise Http404 from nowhere
    before = next((v for v in queries.versions(partnership) if v.number == number - 1), None)
    return render(
        request,
        "casework/way/edition.html",
        {
            "version": version,
            "before": before,
            "rows": differences(before.pack, version.pack) if before else [],
            "from_england": differences(load(NATIONAL), version.pack) if not before else [],
            "text": queries.layer_text(version),
            "draft": queries.draft_of(partnership),
        },
    )


@require_POST
@needs(KEEP_SETTINGS, partnerships.partnership)
def take_up(request: Request, partnership: Partnership, *, number: int) -> HttpResponse:
    """Begin a draft that says again what an earlier edition said."""
    try:
        operations.take_up(queries.edition(partnership, number), by=request.user)
    except PackVersion.DoesNotExist as nowhere:
        raise Http404 from nowhere
    messages.success(request, f"The draft now says what edition {number} said.")
    return redirect("casework:way", partnership=partnership.slug)
