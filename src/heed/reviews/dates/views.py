"""The dates of a case on one page; pauses; what became of the days that law sets."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed import clock
from heed.alongside import queries as alongside
from heed.decisions import queries as decisions
from heed.decisions.models import Pause
from heed.decisions.states import PauseReason
from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.refusals import NotNow, OutOfDate
from heed.reviews.access import KEEP_DATES, PAUSE, READ_DATES
from heed.reviews.dates import forms, operations, queries
from heed.reviews.models import Target

FIELDS = ("reason", "process", "words", "authorised_by", "first", "last", "evidence")


def _to(case: Case, name: str = "dates") -> str:
    return reverse(
        f"reviews:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference},
    )


@needs(READ_DATES, decisions.case, confidential=True)
def dates(request: Request, case: Case) -> HttpResponse:
    """When the authority knew, notified, and the group decided; what is due; what was paused."""
    found = queries.of_case(case)
    return render(
        request,
        "reviews/dates.html",
        {
            "case": case,
            "dates": found.three,
            "found": found,
            "deadlines": [one for one in found.targets if one.deadline],
            "targets": [one for one in found.targets if not one.deadline],
            "may_pause": allows(request.user, PAUSE, case),
            "may_keep": allows(request.user, KEEP_DATES, case),
        },
    )


@needs(PAUSE, decisions.case)
def pause(request: Request, case: Case) -> HttpResponse:
    """Enter a pause that somebody authorised."""
    processes = [one for one in alongside.beside(case) if one.is_open]
    form = forms.PauseForm(
        request.POST or None,
        processes=processes,
        initial={"reason": request.GET.get("because", ""), "first": clock.today()},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.authorise_pause(
            case,
            by=request.user,
            **{**{name: data[name] for name in FIELDS}, "reason": PauseReason(data["reason"])},
        )
        messages.success(request, "The pause is kept, and targets are counted again.")
        return redirect(_to(case))
    return _page(request, case, form, "pause", "Pause this case")


@needs(PAUSE, queries.pause)
def end(request: Request, pause: Pause) -> HttpResponse:
    """End a pause."""
    form = forms.EndForm(request.POST or None, seen=pause.version)
    if request.method == "POST" and form.is_valid():
        try:
            operations.end_pause(
                pause,
                by=request.user,
                seen=form.cleaned_data["seen"],
                last=form.cleaned_data["last"],
            )
            messages.success(request, "The pause has ended, and targets are counted again.")
            return redirect(_to(pause.case))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
        except NotNow as refused:
            form.add_error("last", refused.sentence)
    return _page(request, pause.case, form, "pause-end", "")


@needs(PAUSE, queries.pause)
def correct(request: Request, pause: Pause) -> HttpResponse:
    """Put a pause right; what it was stays in the history."""
    initial = {**{name: getattr(pause, name) for name in FIELDS}, "reason": forms.why(pause)}
    form = forms.CorrectForm(
        request.POST or None,
        seen=pause.version,
        initial=initial,
        processes=[
            one for one in alongside.beside(pause.case) if one.is_open or one == pause.process
        ],
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.correct_pause(
                pause,
                by=request.user,
                seen=data["seen"],
                why=data["why"],
                void=data["void"],
                **{name: data[name] for name in FIELDS},
            )
            messages.success(request, "Corrected, and targets are counted again.")
            return redirect(_to(pause.case))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
    return _page(request, pause.case, form, "pause-correct", "Correct this pause")


@needs(KEEP_DATES, queries.target)
def deadline(request: Request, target: Target) -> HttpResponse:
    """Say that what law sets a day for has happened, or why it will be later."""
    case = target.case
    form = forms.DeadlineForm(
        request.POST or None,
        due=target.due,
        initial={"late_because": target.late_because, "expected_on": target.expected_on},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            if data["became"] == forms.HAPPENED:
                operations.meet_deadline(
                    target,
                    by=request.user,
                    met_on=data["met_on"],
                    late_because=data["late_because"],
                )
                messages.success(request, "Kept.")
            else:
                operations.say_why_late(
                    target,
                    by=request.user,
                    late_because=data["late_because"],
                    expected_on=data["expected_on"],
                )
                messages.success(request, "Kept. Letters of reasons wait to be read.")
            return redirect(_to(case))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return _page(request, case, form, "deadline", target.label)


def _page(request: Request, case: Case, form: PlainForm, screen: str, heading: str) -> HttpResponse:
    return render(
        request,
        "reviews/date.html",
        {"case": case, "form": form, "screen": screen, "heading": heading, "back": _to(case)},
    )
