"""One action: what its owner says, how it goes, what shows it."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.papers import operations as papers
from heed.papers.checking import Unfit
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.recommendations import forms, operations, queries
from heed.recommendations.access import (
    ACCEPT,
    READ_ACTION,
    WORK,
)
from heed.recommendations.models import Action
from heed.recommendations.states import Delivery
from heed.recommendations.views.shared import action_page, to_action


@needs(READ_ACTION, queries.action, confidential=True)
def action(request: Request, action: Action) -> HttpResponse:
    """One action: what its owner says, how it is going, what shows it."""
    words = pack_of(action.recommendation.case).recommendations
    return render(
        request,
        "recommendations/action.html",
        {
            "action": action,
            "one": action.recommendation,
            "word": {one.id: one.label for one in words.delivery}[action.state],
            "words": {one.id: one.label for one in words.delivery},
            "evidence": action.evidence.select_related("paper", "accepted_by", "added_by"),
            "kinds": {one.id: one.label for one in words.evidence_kinds},
            "check_ins": action.check_ins.select_related("by"),
            "may_work": allows(request.user, WORK, action),
            "may_accept": allows(request.user, ACCEPT, action) and action.state == Delivery.DONE,
        },
    )


@needs(WORK, queries.action)
def action_text(request: Request, action: Action) -> HttpResponse:
    """Change what the owner says about an action."""
    form = forms.ActionTextForm(
        request.POST or None,
        seen=action.version,
        words=pack_of(action.recommendation.case).recommendations,
        initial={
            "what": action.what,
            "how": action.how,
            "expected_change": action.expected_change,
            "evidence": action.evidence_plan,
            "difference_made": action.difference_made,
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.rewrite_action(
            action,
            by=request.user,
            seen=data["seen"],
            what=data["what"],
            how=data["how"],
            expected_change=data["expected_change"],
            evidence_plan=data["evidence"],
            difference_made=data["difference_made"],
        )
        return redirect(to_action(action))
    return action_page(request, action, form, "What you are doing", "text")


@needs(WORK, queries.action)
def check_in(request: Request, action: Action) -> HttpResponse:
    """How it is going, in two presses."""
    form = forms.CheckInForm(
        request.POST or None,
        seen=action.version,
        words=pack_of(action.recommendation.case).recommendations,
        initial={"state": action.state},
    )
    if request.method == "POST" and form.is_valid():
        operations.check_in(
            action,
            by=request.user,
            seen=form.cleaned_data["seen"],
            state=Delivery(form.cleaned_data["state"]),
            note=form.cleaned_data["note"],
        )
        messages.success(request, "Saved. Thank you.")
        return redirect(to_action(action))
    return action_page(request, action, form, "How is it going?", "check-in")


@needs(WORK, queries.action)
def move_date(request: Request, action: Action) -> HttpResponse:
    """Another date, with the reason."""
    form = forms.MoveForm(request.POST or None, seen=action.version, initial={"due": action.due})
    if request.method == "POST" and form.is_valid():
        operations.move_date(action, by=request.user, **form.cleaned_data)
        return redirect(to_action(action))
    return action_page(request, action, form, "Move its date", "move-date")


@needs(WORK, queries.action)
def add_evidence(request: Request, action: Action) -> HttpResponse:
    """Add what shows that it was done, or what it changed."""
    form = forms.EvidenceForm(
        request.POST or None,
        request.FILES or None,
        words=pack_of(action.recommendation.case).recommendations,
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_evidence(
                action,
                by=request.user,
                kind=form.cleaned_data["kind"],
                text=form.cleaned_data["text"],
                file=form.cleaned_data["file"],
            )
            return redirect(to_action(action))
        except Unfit as fault:
            form.add_error("file", str(fault))
    return action_page(request, action, form, "What shows it?", "evidence")


@require_POST
@needs(ACCEPT, queries.action)
def accept_evidence(request: Request, action: Action) -> HttpResponse:
    """Accept the evidence."""
    operations.accept_evidence(
        action, by=request.user, seen=int(request.POST.get("seen", "0") or 0)
    )
    messages.success(request, "The evidence is accepted.")
    return redirect(to_action(action))


@needs(READ_ACTION, queries.action)
def evidence_file(request: Request, action: Action, *, paper: int) -> FileResponse:
    """The paper that came with evidence."""
    for one in action.evidence.select_related("paper"):
        if one.paper_id == paper and one.paper is not None:
            return papers.hand_over(one.paper, by=request.user)
    raise Http404
