"""What shows a finding."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from heed.doors import needs
from heed.findings import forms, operations, queries
from heed.findings.access import WRITE
from heed.findings.models import Evidence, Finding
from heed.findings.states import (
    EVIDENCE_WORDS,
    EvidenceKind,
)
from heed.findings.views.shared import ask_of_finding, chosen, to, together
from heed.partnership.requests import Request
from heed.refusals import OutOfDate


@needs(WRITE, queries.finding)
def evidence_add(request: Request, finding: Finding) -> HttpResponse:
    """Say what shows it."""
    agencies = queries.agencies(finding.case)
    form = forms.EvidenceForm(request.POST or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        operations.add_evidence(finding, by=request.user, **_shown(form, finding, agencies))
        return redirect(to("finding", finding.case, number=finding.pk))
    return ask_of_finding(
        request, finding, form, screen="evidence-add", heading="What shows it?",
        quoted=finding.text,
    )  # fmt: skip


@needs(WRITE, queries.finding)
def evidence(request: Request, finding: Finding, *, piece: int) -> HttpResponse:
    """Put right what shows it."""
    one = _piece(finding, piece)
    agencies = queries.agencies(finding.case)
    form = forms.EvidenceForm(
        request.POST or None,
        seen=one.version,
        agencies=agencies,
        initial={"kind": one.kind, "text": one.text, "agency": one.agency_id},
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_evidence(
                one,
                by=request.user,
                seen=form.cleaned_data["seen"],
                **_shown(form, finding, agencies),
            )
            return redirect(to("finding", finding.case, number=finding.pk))
        except OutOfDate as refused:
            mine = together(EVIDENCE_WORDS[form.source], form.cleaned_data["text"])
            theirs = together(refused.current.kind_word, refused.current.text)
            form.started_again(seen=refused.current.version)
    return ask_of_finding(
        request, finding, form, screen="evidence", heading="What shows it?",
        quoted=finding.text, mine=mine, theirs=theirs,
        out=to("evidence-out", finding.case, number=finding.pk, piece=one.pk),
        out_says="Take it out",
    )  # fmt: skip


@require_POST
@needs(WRITE, queries.finding)
def evidence_out(request: Request, finding: Finding, *, piece: int) -> HttpResponse:
    """Take out what does not show it after all."""
    operations.take_out_evidence(_piece(finding, piece), by=request.user)
    messages.success(request, "Taken out.")
    return redirect(to("finding", finding.case, number=finding.pk))


def _shown(form: forms.EvidenceForm, finding: Finding, agencies: Sequence[Any]) -> dict[str, Any]:
    kind = form.source
    return {
        "kind": kind,
        "text": form.cleaned_data["text"],
        "agency": chosen(agencies, form.cleaned_data["agency"]),
        "event": queries.event(finding.case) if kind == EvidenceKind.EVENT else None,
    }


def _piece(finding: Finding, number: int) -> Evidence:
    one = get_object_or_404(finding.evidence.select_related("agency"), pk=number)
    one.finding = finding
    return one
