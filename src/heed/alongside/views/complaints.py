"""Complaints and challenges about a decision or a review."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.alongside import forms, operations, queries
from heed.alongside.access import (
    KEEP_COMPLAINT,
    LIST_COMPLAINTS,
    READ_COMPLAINT,
    RECEIVE_COMPLAINT,
)
from heed.alongside.models import Complaint
from heed.alongside.states import Outcome
from heed.alongside.views.shared import ask, beside
from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.partnership import queries as partnerships
from heed.partnership.models import Case, Partnership
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import NotNow


@needs(LIST_COMPLAINTS, queries.the_partnership)
def complaints(request: Request, partnership: Partnership) -> HttpResponse:
    """Complaints that this person may read: those that wait, or those that were answered."""
    ended = request.GET.get("which") == "ended"
    found = queries.complaints(request.user, partnership, ended=ended)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "alongside/complaints.html", {"page": page, "ended": ended})


@needs(RECEIVE_COMPLAINT, queries.case)
def add(request: Request, case: Case) -> HttpResponse:
    """Enter a complaint or a challenge."""
    people = list(partnerships.roster(request.user, case.partnership))
    form = forms.ComplaintForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.receive_complaint(case, by=request.user, **form.received)
            if allows(request.user, READ_COMPLAINT, made):
                return redirect(beside("complaint", case, number=made.number))
            messages.success(request, "Kept. It concerns you, so it is closed to you from here.")
            return redirect(_list(case))
        except NotNow as refused:
            form.add_error("owner", refused.sentence)
    return ask(
        request,
        form,
        screen="complaint-add",
        heading="A complaint or a challenge",
        back=(beside("register", case), "What runs alongside"),
        button="Enter it",
        case=case,
        intro=pack_of(case).alongside.complaints_hint,
    )


@needs(READ_COMPLAINT, queries.complaint, confidential=True)
def complaint(request: Request, complaint: Complaint) -> HttpResponse:
    """One complaint: what was said, who looks into it, by when, and the answer."""
    return render(
        request,
        "alongside/complaint.html",
        {
            "case": complaint.case,
            "complaint": complaint,
            "concerns": list(complaint.concerns.all()),
            "form": PlainForm(seen=complaint.version),
        },
    )


@needs(KEEP_COMPLAINT, queries.complaint)
def owner(request: Request, complaint: Complaint) -> HttpResponse:
    """Ask somebody to look into it."""
    concerned = set(complaint.concerns.values_list("pk", flat=True))
    roster = partnerships.roster(request.user, complaint.case.partnership)
    people = [one for one in roster if one.pk not in concerned]
    form = forms.OwnerForm(request.POST or None, people=people, seen=complaint.version)
    if request.method == "POST" and form.is_valid():
        try:
            operations.hand_to(
                complaint, by=request.user, seen=form.cleaned_data["seen"], owner=form.chosen
            )
            return redirect(_page(complaint))
        except NotNow as refused:
            form.add_error("owner", refused.sentence)
    return ask(
        request,
        form,
        screen="complaint-owner",
        heading="Who looks into it?",
        back=(_page(complaint), "The complaint"),
        case=complaint.case,
    )


@needs(KEEP_COMPLAINT, queries.complaint)
def answer(request: Request, complaint: Complaint) -> HttpResponse:
    """Enter the answer, what came of it, and what we learnt."""
    form = forms.AnswerComplaintForm(
        request.POST or None,
        seen=complaint.version,
        initial={
            "answer": complaint.answer,
            "outcome": complaint.outcome,
            "learning": complaint.learning,
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.answer_complaint(
            complaint,
            by=request.user,
            seen=data["seen"],
            answer=data["answer"],
            outcome=Outcome(data["outcome"]),
            learning=data["learning"],
            on=data["answered_on"],
        )
        return redirect(_page(complaint))
    return ask(
        request,
        form,
        screen="complaint-answer",
        heading="The answer",
        back=(_page(complaint), "The complaint"),
        case=complaint.case,
    )


@require_POST
@needs(KEEP_COMPLAINT, queries.complaint)
def move(request: Request, complaint: Complaint, *, step: str) -> HttpResponse:
    """Acknowledged today, withdrawn, or taken up again."""
    form = PlainForm(request.POST, seen=complaint.version)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            if step == "acknowledge":
                operations.acknowledge(complaint, by=request.user, seen=seen)
            elif step == "withdraw":
                operations.withdraw_complaint(complaint, by=request.user, seen=seen)
            elif step == "again":
                operations.take_up_again(complaint, by=request.user, seen=seen)
        except NotNow as refused:
            messages.error(request, refused.sentence)
    return redirect(_page(complaint))


def _page(complaint: Complaint) -> str:
    return beside("complaint", complaint.case, number=complaint.number)


def _list(case: Case) -> str:
    return reverse("alongside:complaints", kwargs={"partnership": case.partnership.slug})
