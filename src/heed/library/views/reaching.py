"""How a page reaches people across the wider system."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.briefings.models import ReleasedPage
from heed.doors import allows, needs
from heed.library.access import PLAN_REACH, SEE_REACH
from heed.library.models import ReachStep
from heed.library.reaching import forms, operations, queries
from heed.partnership.requests import Request


@needs(SEE_REACH, queries.page)
def plan(request: Request, page: ReleasedPage) -> HttpResponse:
    """The steps of a page, and planning another."""
    may_plan = allows(request.user, PLAN_REACH, page)
    form = forms.StepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.plan_step(page, by=request.user, **form.cleaned_data)
        messages.success(request, "Planned.")
        return _back(page)
    return render(
        request,
        "library/reaching.html",
        {"released": page, "steps": queries.steps(page), "form": form, "may_plan": may_plan},
    )


@needs(PLAN_REACH, queries.page)
def done(request: Request, page: ReleasedPage, *, number: int) -> HttpResponse:
    """Say that a step was taken, and what came of it."""
    step = _step(page, number)
    form = forms.DoneForm(request.POST or None, seen=step.version)
    if request.method == "POST" and form.is_valid():
        operations.say_it_is_done(step, by=request.user, **form.cleaned_data)
        return _back(page)
    return render(request, "library/reached.html", {"released": page, "step": step, "form": form})


@require_POST
@needs(PLAN_REACH, queries.page)
def take_out(request: Request, page: ReleasedPage, *, number: int) -> HttpResponse:
    """Take a step out."""
    operations.take_out(_step(page, number), by=request.user)
    return _back(page)


def _step(page: ReleasedPage, number: int) -> ReachStep:
    try:
        return queries.step(page, number)
    except ReachStep.DoesNotExist:
        raise Http404 from None


def _back(page: ReleasedPage) -> HttpResponse:
    return redirect("library:reaching", page.partnership.slug, page.slug)
