"""An older document of our own on its way into the library: write, check, offer, release."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.briefings.text import blocks
from heed.doors import DOORS, allows, needs
from heed.elsewhere import older as pages
from heed.elsewhere import older_forms as forms
from heed.elsewhere import queries
from heed.elsewhere.access import (
    KEEP,
    OLDER,
    READ_OLDER,
    RELEASE_OLDER,
    WITHDRAW_OLDER,
    WRITE_OLDER,
)
from heed.elsewhere.models import OlderPage, Report
from heed.elsewhere.operations import older as operations
from heed.elsewhere.states import OlderState
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotNow, OutOfDate
from heed.release.reading import nested


def _to(older: OlderPage, name: str = "older") -> HttpResponse:
    return redirect(f"elsewhere:{name}", partnership=older.partnership.slug, number=older.pk)


def _seen(request: Request) -> int:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else 0


@needs(OLDER, partnerships.partnership)
def older_pages(request: Request, partnership: Partnership) -> HttpResponse:
    """Older documents of our own on their way into the library."""
    found = queries.older_pages(request.user, partnership)
    return render(request, "elsewhere/older_pages.html", {"pages": found})


@require_POST
@needs(KEEP, queries.report)
def begin(request: Request, report: Report) -> HttpResponse:
    """Begin a library page from an older document of our own."""
    return _to(operations.begin_older(report, by=request.user), "older-edit")


@needs(READ_OLDER, queries.older)
def older(request: Request, older: OlderPage) -> HttpResponse:
    """Where it stands: its words, what the check finds, the checklist, and the press."""
    drawn, reading = pages.sheet(older), pages.read(older)
    return render(
        request,
        "elsewhere/older.html",
        {
            "older": older,
            "learnt": blocks(older.learnt),
            "asked": blocks(older.questions, "questions"),
            "reading": reading,
            "found": nested(reading.identity),
            "fits": drawn.fits,
            "standing": pages.in_the_way(older, drawn=drawn),
            "tasks": [
                (one, pages.answer(older, one.item), older.checks.get(str(one.item)))
                for one in pages.questions(older)
            ],
            "open": older.state in (OlderState.DRAFT, OlderState.OFFERED),
            "writes": allows(request.user, WRITE_OLDER, older),
            "may_release": allows(request.user, RELEASE_OLDER, older),
            "may_not_release": DOORS[RELEASE_OLDER].says,
            "may_withdraw": allows(request.user, WITHDRAW_OLDER, older),
        },
    )


@needs(WRITE_OLDER, queries.older)
def edit(request: Request, older: OlderPage) -> HttpResponse:
    """Its words."""
    names = ("title", "focus", "audience", "learnt", "questions")
    form = forms.OlderForm(
        request.POST or None,
        initial={name: getattr(older, name) for name in names},
        seen=older.version,
    )
    theirs = ""
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.save_older(
                older,
                by=request.user,
                seen=data["seen"],
                **{name: data[name] or "" for name in names},
            )
            return _to(older)
        except NotNow as refused:
            form.add_error(None, refused.sentence)
        except OutOfDate as late:
            theirs = f"{late.current.title}\n\n{late.current.focus}\n\n{late.current.learnt}"
            form.started_again(seen=late.current.version)
    return render(
        request, "elsewhere/older_edit.html", {"older": older, "form": form, "theirs": theirs}
    )


@require_POST
@needs(WRITE_OLDER, queries.older)
def keep(request: Request, older: OlderPage) -> HttpResponse:
    """Give the reason for which words stay."""
    try:
        for mark in request.POST.getlist("mark"):
            operations.keep_older_words(
                older, by=request.user, mark=mark, reason=request.POST.get("reason", "")
            )
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return _to(older)


@needs(READ_OLDER, queries.older)
def check(request: Request, older: OlderPage, *, item: str) -> HttpResponse:
    """One item of the checklist."""
    try:
        asked = next(one for one in pages.questions(older) if one.item == item)
    except StopIteration:
        raise Http404 from None
    form = forms.CheckForm(request.POST or None, asked=asked, review_by=pages.review_by(older))
    may = not (asked.second_person and request.user.pk in older.writers)
    if request.method == "POST" and form.is_valid():
        try:
            operations.settle_older(
                older, by=request.user, item=item, answer=form.answer, reason=form.reason
            )
            return _to(older)
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return render(
        request,
        "elsewhere/older_check.html",
        {"older": older, "form": form, "asked": asked, "may": may},
    )


@require_POST
@needs(WRITE_OLDER, queries.older)
def offer(request: Request, older: OlderPage) -> HttpResponse:
    """Offer it to a second person."""
    operations.offer_older(older, by=request.user, seen=_seen(request))
    return _to(older)


@require_POST
@needs(WRITE_OLDER, queries.older)
def take_back(request: Request, older: OlderPage) -> HttpResponse:
    """Take it back to write on."""
    operations.take_older_back(older, by=request.user, seen=_seen(request))
    return _to(older, "older-edit")


@require_POST
@needs(RELEASE_OLDER, queries.older)
def release(request: Request, older: OlderPage) -> HttpResponse:
    """Release it into the library."""
    made = operations.release_older(older, by=request.user, seen=_seen(request))
    messages.success(request, f"Released as learning page {made.number}.")
    return _to(older)


@needs(WITHDRAW_OLDER, queries.older)
def look_again(request: Request, older: OlderPage) -> HttpResponse:
    """Look at a page in the library again, and say when the next time is."""
    if older.state != OlderState.RELEASED:
        return _to(older)
    form = forms.LookAgainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.look_again_older(
                older, by=request.user, review_by=form.cleaned_data["review_by"]
            )
            messages.success(request, "Kept. The page stands.")
            return _to(older)
        except NotNow as refused:
            form.add_error("review_by", refused.sentence)
    return render(request, "elsewhere/older_look_again.html", {"older": older, "form": form})


@needs(WITHDRAW_OLDER, queries.older)
def withdraw(request: Request, older: OlderPage) -> HttpResponse:
    """Take it out of the library."""
    if older.state != OlderState.RELEASED:
        return _to(older)
    form = forms.WithdrawForm(request.POST or None, seen=older.version)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.withdraw_older(
            older, by=request.user, seen=data["seen"], notice=data["notice"], why=data["why"]
        )
        messages.success(request, "Withdrawn. Its address now says so.")
        return _to(older)
    return render(request, "elsewhere/older_withdraw.html", {"older": older, "form": form})
