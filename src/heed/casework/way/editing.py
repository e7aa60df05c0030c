"""The pages on which one thing of the way of working is changed, added, moved or taken away."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.casework.way import parts
from heed.casework.way.asks import Ask
from heed.casework.way.forms import SeenForm, TextForm, ThingForm
from heed.doors import needs
from heed.partnership import queries as partnerships
from heed.partnership.access import KEEP_SETTINGS
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.pathways import changing, operations, queries
from heed.pathways.changing import NoSuchPlace
from heed.pathways.packs import PackError
from heed.pathways.queries import Drafted
from heed.refusals import OutOfDate
from heed.wording.language import entries

KEPT = "Kept in the draft. Nothing changes until it is put in force."
#: What a new entry says besides what it is asked.
USUAL: dict[str, dict[str, Any]] = {
    "groups": {"source": "local"},
    "routes": {"source": "local", "decided_by": "review_group"},
    "clocks": {"source": "local", "kind": "target"},
}


@needs(KEEP_SETTINGS, partnerships.partnership)
def change(request: Request, partnership: Partnership, *, place: str) -> HttpResponse:
    """Say something otherwise: a table of the pack, or one entry of a list."""
    way = queries.drafted(partnership)
    if not way.sound:
        return _text_first(request, partnership)
    part, title, asked, thing, where = _found(way, place)
    form = ThingForm(request.POST or None, asks=asked, thing=thing, pack=way.pack, seen=way.seen)
    both: list[dict[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            text = changing.text_with(
                way.pack, changing.set_values(where, form.values()), partnership=partnership
            )
            operations.keep_draft(
                partnership, by=request.user, text=text, seen=form.cleaned_data["seen"]
            )
        except PackError as wrong:
            form.told(wrong.problems)
        except OutOfDate:
            both = form.differing(thing, way.pack)
            form.started_again(seen=way.seen)
        else:
            messages.success(request, KEPT)
            return redirect("casework:way-part", partnership=partnership.slug, part=part.slug)
    return render(
        request,
        "casework/way/change.html",
        {
            "form": form,
            "part": part,
            "title": title,
            "thing": {"kind": thing.get("kind", ""), "source": thing.get("source", "")},
            "both": both,
            "prompt": None,
            "new": False,
        },
        status=409 if both else 200,
    )


def _found(
    way: Drafted, place: str
) -> tuple[parts.Part, str, tuple[Ask, ...], dict[str, Any], str]:
    """What an address names: its part, title, questions, how it stands, and where it is kept."""
    data = way.pack.model_dump(mode="json")
    table = parts.table(place)
    if table:
        part, found = table
        thing = changing.at(data, found.place) if found.place else data
        return part, found.title, found.asks, thing, found.place
    listed = parts.listing(way.pack, place.rpartition(".")[0])
    if listed is None:
        raise Http404
    try:
        thing = changing.at(data, place)
    except NoSuchPlace as nowhere:
        raise Http404 from nowhere
    part, listing = listed
    return part, called(thing), listing.asks, thing, place


@needs(KEEP_SETTINGS, partnerships.partnership)
def add(request: Request, partnership: Partnership, *, place: str) -> HttpResponse:
    """Add an entry to a list; its id is made of its first words and never changes."""
    way = queries.drafted(partnership)
    if not way.sound:
        return _text_first(request, partnership)
    listed = parts.listing(way.pack, place)
    if listed is None or not listed[1].new:
        raise Http404
    part, listing = listed
    prompt = next((e for e in entries() if e.id == request.GET.get("prompt", "")), None)
    prompt = prompt if place == "language" else None
    there = changing.at(way.pack.model_dump(mode="json"), place)
    thing: dict[str, Any] = {"off": False} if prompt else {}
    form = ThingForm(
        request.POST or None,
        asks=listing.asks if prompt else listing.new,
        thing=thing,
        pack=way.pack,
        seen=way.seen,
    )
    if request.method == "POST" and form.is_valid():
        said = form.values()
        taken = {one["id"] for one in there}
        joint = "-" if place == "language" else "_"
        own = prompt.id if prompt else changing.new_id(_first_words(said), taken, joint=joint)
        entry = {"id": own, **USUAL.get(place, {}), **said}
        try:
            text = changing.text_with(
                way.pack, changing.add_entry(place, entry), partnership=partnership
            )
            operations.keep_draft(
                partnership, by=request.user, text=text, seen=form.cleaned_data["seen"]
            )
        except PackError as wrong:
            form.told(wrong.problems)
        except OutOfDate as stale:
            form.started_again(seen=way.seen)
            form.add_error(None, f"{stale.sentence} What you wrote is still here.")
        else:
            messages.success(request, KEPT)
            return redirect("casework:way-part", partnership=partnership.slug, part=part.slug)
    return render(
        request,
        "casework/way/change.html",
        {
            "form": form,
            "part": part,
            "title": f"Add a {listing.one}" if not prompt else f"“{prompt.id}”",
            "thing": {"kind": ""},
            "both": [],
            "prompt": prompt,
            "new": True,
        },
    )


@require_POST
@needs(KEEP_SETTINGS, partnerships.partnership)
def arrange(request: Request, partnership: Partnership, *, place: str) -> HttpResponse:
    """Move an entry one place up or down."""
    way = queries.drafted(partnership)
    form = SeenForm(request.POST, seen=way.seen)
    listed = parts.listing(way.pack, place.rpartition(".")[0])
    if listed is None or not listed[1].can_move or not way.sound or not form.is_valid():
        raise Http404
    _found(way, place)
    try:
        text = changing.text_with(
            way.pack,
            changing.move(place, up=request.POST.get("to") == "up"),
            partnership=partnership,
        )
        operations.keep_draft(
            partnership, by=request.user, text=text, seen=form.cleaned_data["seen"]
        )
        messages.success(request, KEPT)
    except PackError as wrong:
        messages.warning(request, f"It cannot stand there: {wrong.problems[0].sentence}.")
    except OutOfDate:
        messages.warning(request, "Somebody else changed the draft just now. Here is how it is.")
    return redirect("casework:way-part", partnership=partnership.slug, part=listed[0].slug)


@needs(KEEP_SETTINGS, partnerships.partnership)
def take_away(request: Request, partnership: Partnership, *, place: str) -> HttpResponse:
    """Take an entry away, once somebody said that they are sure."""
    way = queries.drafted(partnership)
    if not way.sound:
        return _text_first(request, partnership)
    part, title, _, _, _ = _found(way, place)
    listed = parts.listing(way.pack, place.rpartition(".")[0])
    if listed is None or not listed[1].can_go:
        raise Http404
    form = SeenForm(request.POST or None, seen=way.seen)
    if request.method == "POST" and form.is_valid():
        try:
            text = changing.text_with(way.pack, changing.take_away(place), partnership=partnership)
            operations.keep_draft(
                partnership, by=request.user, text=text, seen=form.cleaned_data["seen"]
            )
        except PackError as wrong:
            for problem in wrong.problems:
                form.add_error(None, f"{problem.key}: {problem.sentence}.")
        except OutOfDate as stale:
            form.started_again(seen=way.seen)
            form.add_error(None, stale.sentence)
        else:
            messages.success(request, KEPT)
            return redirect("casework:way-part", partnership=partnership.slug, part=part.slug)
    return render(
        request,
        "casework/way/take_away.html",
        {"form": form, "part": part, "title": title, "one": listed[1].one},
    )


@needs(KEEP_SETTINGS, partnerships.partnership)
def text(request: Request, partnership: Partnership) -> HttpResponse:
    """The partnership's own layer as text, kept as it is; what is wrong is said by line and key."""
    way = queries.drafted(partnership)
    form = TextForm(request.POST or None, seen=way.seen, initial={"text": way.text})
    both = False
    if request.method == "POST" and form.is_valid():
        try:
            operations.keep_draft(
                partnership,
                by=request.user,
                text=form.cleaned_data["text"],
                seen=form.cleaned_data["seen"],
            )
        except OutOfDate:
            both = True
            form.started_again(seen=way.seen)
        else:
            if queries.drafted(partnership).sound:
                messages.success(request, KEPT)
                return redirect("casework:way", partnership=partnership.slug)
            return redirect("casework:way-text", partnership=partnership.slug)
    return render(
        request,
        "casework/way/text.html",
        {"form": form, "way": way, "both": both},
        status=409 if both else 200,
    )


def _text_first(request: Request, partnership: Partnership) -> HttpResponse:
    messages.warning(request, "There is something to put right in the text first.")
    return redirect("casework:way-text", partnership=partnership.slug)


def called(thing: dict[str, Any]) -> str:
    """What an entry is called, for whoever reads a list of them."""
    for key in ("name", "label", "title", "heading", "text", "question"):
        if thing.get(key):
            return str(thing[key])
    return ", ".join(thing.get("phrases") or []) or str(thing.get("id", ""))


def _first_words(said: dict[str, Any]) -> str:
    words = called({**said, "id": "new"})
    return " ".join(words.split()[:5])
