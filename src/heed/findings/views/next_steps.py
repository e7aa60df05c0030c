"""The next steps that are proposed."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from heed.doors import needs
from heed.findings import forms, operations, queries
from heed.findings.access import WRITE
from heed.findings.models import NextStep
from heed.findings.views.shared import ask, chosen, to, together
from heed.partnership import queries as partnerships
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import OutOfDate


@needs(WRITE, partnerships.case)
def step_add(request: Request, case: Case) -> HttpResponse:
    """Propose a next step."""
    found, groups = queries.to_choose(request.user, case), queries.working_groups(case)
    form = forms.NextStepForm(
        request.POST or None,
        findings=found,
        groups=groups,
        initial={"finding": request.GET.get("because", ""), "text": _event(request, case)},
    )
    if request.method == "POST" and form.is_valid():
        operations.propose_next_step(case, by=request.user, **_proposed(form, found, groups))
        return redirect(to("list", case))
    return ask(
        request, case, form, screen="next-step-add", heading="Propose a next step",
        back=to("list", case), back_says="Findings",
    )  # fmt: skip


@needs(WRITE, partnerships.case)
def step(request: Request, case: Case, *, step: int) -> HttpResponse:
    """Change a next step."""
    one = _step(case, step)
    found, groups = queries.to_choose(request.user, case), queries.working_groups(case)
    form = forms.NextStepForm(
        request.POST or None,
        seen=one.version,
        findings=found,
        groups=groups,
        initial={
            "text": one.text,
            "finding": one.finding_id,
            "group": one.group_id,
            "expected_change": one.expected_change,
        },
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_next_step(
                one,
                by=request.user,
                seen=form.cleaned_data["seen"],
                **_proposed(form, found, groups),
            )
            return redirect(to("list", case))
        except OutOfDate as refused:
            mine = together(form.cleaned_data["text"], form.cleaned_data["expected_change"])
            theirs = together(refused.current.text, refused.current.expected_change)
            form.started_again(seen=refused.current.version)
    return ask(
        request, case, form, screen="next-step", heading="Change this next step",
        back=to("list", case), back_says="Findings", mine=mine, theirs=theirs,
        out=to("step-back", case, step=one.pk), out_says="Take it back",
        status=409 if theirs else 200,
    )  # fmt: skip


@require_POST
@needs(WRITE, partnerships.case)
def step_back(request: Request, case: Case, *, step: int) -> HttpResponse:
    """Take a next step back."""
    operations.withdraw_next_step(_step(case, step), by=request.user)
    messages.success(request, "Taken back. It stays on record.")
    return redirect(to("list", case))


def _event(request: Request, case: Case) -> str:
    """The words to begin with where a learning event is what is proposed."""
    if "event" not in request.GET:
        return ""
    event = pack_of(case).word("learning_event")
    return f"Hold a {event} on this, with the people who can use what was found."


def _proposed(
    form: forms.NextStepForm, found: Sequence[Any], groups: Sequence[Any]
) -> dict[str, Any]:
    data = form.cleaned_data
    return {
        "text": data["text"],
        "finding": chosen(found, data["finding"]),
        "group": chosen(groups, data["group"]),
        "expected_change": data["expected_change"],
    }


def _step(case: Case, number: int) -> NextStep:
    return get_object_or_404(case.next_steps.filter(withdrawn_on__isnull=True), pk=number)
