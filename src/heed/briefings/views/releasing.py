"""The checks before release, release, looking again and withdrawal."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.alongside import queries as alongside
from heed.briefings import forms, operations, queries
from heed.briefings.access import CHECK, CHECK_SECOND, RELEASE, WITHDRAW, WRITE
from heed.briefings.models import Briefing, ReleasedPage
from heed.briefings.states import BriefingState, question
from heed.briefings.views.shared import about, to
from heed.doors import DOORS, allows, needs
from heed.memory import themes
from heed.partnership.requests import Request
from heed.refusals import NotNow


@needs(CHECK, queries.briefing, confidential=True)
def publish(request: Request, page: Briefing) -> HttpResponse:
    """Everything that is settled before release, and what still stands in the way."""
    reading, drawn = queries.read(page), queries.draft_sheet(page)
    settled = queries.checklist(page)
    may_release = allows(request.user, RELEASE, page)
    standing = queries.in_the_way(page, reading, drawn, settled)
    return render(
        request,
        "briefings/publish.html",
        about(
            page,
            tasks=[(one, to("check", page, item=str(one.question.item))) for one in settled],
            reading=reading,
            fits=queries.fits_in(drawn),
            fitting=drawn.fits,
            standing=standing,
            ready=not standing and page.state == BriefingState.SIGNED_OFF,
            may_write=allows(request.user, WRITE, page),
            may_release=may_release,
            may_not_release="" if may_release else DOORS[RELEASE].says,
            authors=page.authors,
            themes=[themes.label(one) for one in page.themes],
            beside=alongside.cards(request.user, page.case),
            form=forms.PlainForm(seen=page.version),
        ),
    )


@require_POST
@needs(WRITE, queries.briefing)
def keep(request: Request, page: Briefing) -> HttpResponse:
    """Give the reason for which words stay, from the checks before release."""
    try:
        operations.keep_words(
            page,
            by=request.user,
            mark=request.POST.get("mark", ""),
            reason=request.POST.get("reason", ""),
        )
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(to("publish", page))


@needs(CHECK, queries.briefing)
def check(request: Request, page: Briefing, *, item: str) -> HttpResponse:
    """One item of the checklist, asked on its own."""
    try:
        asked = queries.asked(page, question(item))
    except KeyError:
        raise Http404 from None
    before = page.checks.filter(edition=page.edition, item=item).first()
    initial: dict[str, object] = {"day": queries.review_by(page)}
    if before:
        initial |= {"answer": before.answer, f"why-{before.answer}": before.reason}
    may = not asked.second_person or allows(request.user, CHECK_SECOND, page)
    form = forms.CheckForm(request.POST or None, asked=asked, initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.settle(page, by=request.user, item=item, answer=form.answer, reason=form.reason)
        return redirect(to("publish", page))
    return render(
        request,
        "briefings/check.html",
        about(
            page,
            form=form,
            asked=asked,
            may=may,
            may_not="" if may else DOORS[CHECK_SECOND].says,
        ),
    )


@require_POST
@needs(RELEASE, queries.briefing)
def release(request: Request, page: Briefing) -> HttpResponse:
    """Release the page."""
    form = forms.PlainForm(request.POST, seen=page.version)
    if not form.is_valid():
        return redirect(to("publish", page))
    made = operations.release(page, by=request.user, seen=form.cleaned_data["seen"])
    messages.success(request, f"Released as learning page {made.number}.")
    return redirect(to("report", page))


@needs(WITHDRAW, queries.briefing)
def withdraw(request: Request, page: Briefing) -> HttpResponse:
    """Take the released page out of the library."""
    released = _released(page)
    form = forms.WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.withdraw(
            released,
            by=request.user,
            notice=form.cleaned_data["notice"],
            why=form.cleaned_data["why"],
        )
        messages.success(request, "Withdrawn. Its address now says so.")
        return redirect(to("report", page))
    return render(request, "briefings/withdraw.html", about(page, form=form, released=released))


@needs(WITHDRAW, queries.briefing)
def look_again(request: Request, page: Briefing) -> HttpResponse:
    """Look at a released page again, and say when the next time is."""
    released = _released(page)
    form = forms.LookAgainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day: date = form.cleaned_data["review_by"]
        operations.look_again(released, by=request.user, review_by=day)
        messages.success(request, "Kept. The page stands.")
        return redirect(to("report", page))
    return render(request, "briefings/look_again.html", about(page, form=form, released=released))


@needs(WITHDRAW, queries.briefing)
def change_address(request: Request, page: Briefing) -> HttpResponse:
    """Change the words of a released page's address; the old address leads on."""
    released = _released(page)
    form = forms.AddressForm(request.POST or None, initial={"slug": released.slug})
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_address(released, by=request.user, slug=form.cleaned_data["slug"])
        except NotNow as refused:
            form.add_error("slug", refused.sentence)
        else:
            messages.success(request, "Changed. The old address leads on to the new one.")
            return redirect(to("report", page))
    return render(request, "briefings/change_address.html", about(page, form=form))


def _released(page: Briefing) -> ReleasedPage:
    released = queries.released(page)
    if released is None or released.withdrawn_on is not None:
        raise Http404
    return released
