"""What was learnt, one function a page."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.findings import forms, operations, queries
from heed.findings.access import LIST, READ, SETTLE, WRITE
from heed.findings.models import Evidence, Finding, NextStep
from heed.findings.states import (
    EVIDENCE_WORDS,
    POLARITY_WORDS,
    EvidenceKind,
    FindingState,
    Level,
    Polarity,
)
from heed.learning_events.noticing import house_of, noticed, register_of
from heed.partnership import queries as partnerships
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import NotNow, OutOfDate


def _to(name: str, case: Case, **more: object) -> str:
    return reverse(
        f"findings:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference, **more},
    )


@needs(LIST, partnerships.case, confidential=True)
def finding_list(request: Request, case: Case) -> HttpResponse:
    """What was learnt, what shows it, and the next steps that are proposed."""
    found = list(queries.findings(request.user, case))
    may_write = allows(request.user, WRITE, case)
    drafts = [one for one in found if one.state == FindingState.DRAFT]
    ready = [one for one in drafts if queries.completeness(one).ready]
    return render(
        request,
        "findings/list.html",
        {
            "case": case,
            "marking": pack_of(case).marking,
            "groups": [
                (word, [(one, queries.completeness(one)) for one in found if one.polarity == kind])
                for kind, word in POLARITY_WORDS.items()
            ],
            "found": found,
            "ready": ready,
            "drafts": drafts,
            "missing": "" if ready else operations.what_is_missing(case, by=request.user),
            "steps": queries.next_steps(case) if may_write or not drafts else [],
            "set_aside": list(queries.set_aside(request.user, case)) if may_write else [],
            "may_write": may_write,
            "event": queries.event(case),
        },
    )


@needs(WRITE, partnerships.case)
def add(request: Request, case: Case) -> HttpResponse:
    """Write down one thing that was learnt."""
    form = forms.FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        finding = operations.add_finding(case, by=request.user, **_written(form))
        return redirect(_to("finding", case, number=finding.pk))
    return _ask(
        request, case, form, screen="finding-add", heading="One thing that was learnt",
        back=_to("list", case), back_says="Findings", button="Save and say what shows it",
    )  # fmt: skip


@needs(READ, queries.finding, confidential=True)
def finding(request: Request, finding: Finding) -> HttpResponse:
    """One finding with what shows it, its themes, and what was learnt before."""
    may_write = allows(request.user, WRITE, finding)
    shown = queries.evidence(finding)
    written = "\n".join([finding.text, finding.why, *(one.text for one in shown)])
    case = finding.case
    return render(
        request,
        "findings/finding.html",
        {
            "finding": finding,
            "case": case,
            "marking": pack_of(case).marking,
            "evidence": shown,
            "may_write": may_write,
            "complete": queries.Complete(bool(shown), bool(finding.theme_ids)),
            "suggestions": [
                one
                for one in (queries.suggestions(finding) if may_write else [])
                if one.theme.id not in finding.theme_ids
            ][:3],
            "earlier": queries.earlier(request.user, finding),
            "noticed": noticed(written, register=register_of(case), house=house_of(case))
            if may_write
            else [],
        },
    )


@needs(WRITE, queries.finding)
def change(request: Request, finding: Finding) -> HttpResponse:
    """Change the words of a finding."""
    form = forms.FindingForm(
        request.POST or None,
        seen=finding.version,
        initial={name: getattr(finding, name) for name in ("text", "why", "polarity", "level")},
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_finding(
                finding, by=request.user, seen=form.cleaned_data["seen"], **_written(form)
            )
            return redirect(_to("finding", finding.case, number=finding.pk))
        except OutOfDate as refused:
            mine = _texts(form.cleaned_data["text"], form.cleaned_data["why"])
            theirs = _texts(refused.current.text, refused.current.why)
            form.started_again(seen=refused.current.version)
    return _of_finding(
        request, finding, form, screen="finding-change", heading="Change this finding",
        mine=mine, theirs=theirs,
    )  # fmt: skip


@needs(WRITE, queries.finding)
def themes(request: Request, finding: Finding) -> HttpResponse:
    """Choose one to three themes; the words of the finding suggest some, a person decides."""
    form = forms.ThemesForm(
        request.POST or None,
        seen=finding.version,
        finding=finding,
        suggested=queries.suggestions(finding),
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.choose_themes(
                finding, by=request.user, seen=form.cleaned_data["seen"], themes=form.chosen
            )
            return redirect(_to("finding", finding.case, number=finding.pk))
        except OutOfDate as refused:
            mine = _texts(finding.text, *form.chosen)
            theirs = _texts(refused.current.text, *refused.current.theme_ids)
            form.started_again(seen=refused.current.version)
    return _of_finding(
        request, finding, form, screen="finding-themes", heading="Which themes is it about?",
        lead="One to three. They bring it together with what was learnt elsewhere.",
        quoted=finding.text, mine=mine, theirs=theirs,
    )  # fmt: skip


@needs(WRITE, queries.finding)
def evidence_add(request: Request, finding: Finding) -> HttpResponse:
    """Say what shows it."""
    agencies = queries.agencies(finding.case)
    form = forms.EvidenceForm(request.POST or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        operations.add_evidence(finding, by=request.user, **_shown(form, finding, agencies))
        return redirect(_to("finding", finding.case, number=finding.pk))
    return _of_finding(
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
            return redirect(_to("finding", finding.case, number=finding.pk))
        except OutOfDate as refused:
            mine = _texts(EVIDENCE_WORDS[form.source], form.cleaned_data["text"])
            theirs = _texts(refused.current.kind_word, refused.current.text)
            form.started_again(seen=refused.current.version)
    return _of_finding(
        request, finding, form, screen="evidence", heading="What shows it?",
        quoted=finding.text, mine=mine, theirs=theirs,
        out=_to("evidence-out", finding.case, number=finding.pk, piece=one.pk),
        out_says="Take it out",
    )  # fmt: skip


@require_POST
@needs(WRITE, queries.finding)
def evidence_out(request: Request, finding: Finding, *, piece: int) -> HttpResponse:
    """Take out what does not show it after all."""
    operations.take_out_evidence(_piece(finding, piece), by=request.user)
    messages.success(request, "Taken out.")
    return redirect(_to("finding", finding.case, number=finding.pk))


@needs(WRITE, queries.finding)
def set_aside(request: Request, finding: Finding) -> HttpResponse:
    """Set a finding aside, with the reason."""
    form = forms.SetAsideForm(request.POST or None, seen=finding.version)
    if request.method == "POST" and form.is_valid():
        operations.set_aside(
            finding,
            by=request.user,
            seen=form.cleaned_data["seen"],
            why=form.cleaned_data["why"],
        )
        messages.success(request, "Set aside. It stays on record, and can be taken up again.")
        return redirect(_to("list", finding.case))
    return _of_finding(
        request, finding, form, screen="finding-set-aside", heading="Set this finding aside",
        quoted=finding.text, button="Set it aside",
    )  # fmt: skip


@require_POST
@needs(WRITE, queries.finding)
def take_up(request: Request, finding: Finding) -> HttpResponse:
    """Go on with a finding that was set aside."""
    operations.take_up_again(finding, by=request.user, seen=finding.version)
    return redirect(_to("finding", finding.case, number=finding.pk))


@require_POST
@needs(SETTLE, partnerships.case)
def settle(request: Request, case: Case) -> HttpResponse:
    """Settle the findings that are complete; the one page can be written from them."""
    try:
        made = operations.settle_findings(case, by=request.user)
        messages.success(request, f"{len(made)} finding{'' if len(made) == 1 else 's'} settled.")
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(_to("list", case))


@needs(WRITE, partnerships.case)
def step_add(request: Request, case: Case) -> HttpResponse:
    """Propose a next step."""
    found, groups = list(queries.findings(request.user, case)), queries.working_groups(case)
    form = forms.NextStepForm(
        request.POST or None,
        findings=found,
        groups=groups,
        initial={"finding": request.GET.get("because", "")},
    )
    if request.method == "POST" and form.is_valid():
        operations.propose_next_step(case, by=request.user, **_proposed(form, found, groups))
        return redirect(_to("list", case))
    return _ask(
        request, case, form, screen="next-step-add", heading="Propose a next step",
        back=_to("list", case), back_says="Findings",
    )  # fmt: skip


@needs(WRITE, partnerships.case)
def step(request: Request, case: Case, *, step: int) -> HttpResponse:
    """Change a next step."""
    one = _step(case, step)
    found, groups = list(queries.findings(request.user, case)), queries.working_groups(case)
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
            return redirect(_to("list", case))
        except OutOfDate as refused:
            mine = _texts(form.cleaned_data["text"], form.cleaned_data["expected_change"])
            theirs = _texts(refused.current.text, refused.current.expected_change)
            form.started_again(seen=refused.current.version)
    return _ask(
        request, case, form, screen="next-step", heading="Change this next step",
        back=_to("list", case), back_says="Findings", mine=mine, theirs=theirs,
        out=_to("step-back", case, step=one.pk), out_says="Take it back",
        status=409 if theirs else 200,
    )  # fmt: skip


@require_POST
@needs(WRITE, partnerships.case)
def step_back(request: Request, case: Case, *, step: int) -> HttpResponse:
    """Take a next step back."""
    operations.withdraw_next_step(_step(case, step), by=request.user)
    messages.success(request, "Taken back. It stays on record.")
    return redirect(_to("list", case))


def _written(form: forms.FindingForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {
        "text": data["text"],
        "why": data["why"],
        "polarity": Polarity(data["polarity"]),
        "level": Level(data["level"]),
    }


def _shown(form: forms.EvidenceForm, finding: Finding, agencies: Sequence[Any]) -> dict[str, Any]:
    kind = form.source
    return {
        "kind": kind,
        "text": form.cleaned_data["text"],
        "agency": _of(agencies, form.cleaned_data["agency"]),
        "event": queries.event(finding.case) if kind == EvidenceKind.EVENT else None,
    }


def _proposed(
    form: forms.NextStepForm, found: Sequence[Any], groups: Sequence[Any]
) -> dict[str, Any]:
    data = form.cleaned_data
    return {
        "text": data["text"],
        "finding": _of(found, data["finding"]),
        "group": _of(groups, data["group"]),
        "expected_change": data["expected_change"],
    }


def _of(things: Sequence[Any], number: str) -> Any:
    return next((one for one in things if str(one.pk) == number), None)


def _piece(finding: Finding, number: int) -> Evidence:
    one = get_object_or_404(finding.evidence.select_related("agency"), pk=number)
    one.finding = finding
    return one


def _step(case: Case, number: int) -> NextStep:
    return get_object_or_404(case.next_steps.filter(withdrawn_on__isnull=True), pk=number)


def _texts(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _of_finding(
    request: Request, finding: Finding, form: PlainForm, *, theirs: str = "", **more: Any
) -> HttpResponse:
    return _ask(
        request,
        finding.case,
        form,
        back=_to("finding", finding.case, number=finding.pk),
        back_says="The finding",
        theirs=theirs,
        status=409 if theirs else 200,
        **more,
    )


def _ask(
    request: Request,
    case: Case,
    form: PlainForm,
    *,
    screen: str,
    heading: str,
    back: str,
    back_says: str,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    return render(
        request,
        "findings/page.html",
        {
            "case": case,
            "marking": pack_of(case).marking,
            "form": form,
            "screen": screen,
            "heading": heading,
            "back": back,
            "back_says": back_says,
            "lead": "",
            "quoted": "",
            "mine": "",
            "theirs": "",
            "button": "Save",
            "out": "",
            "out_says": "",
            **more,
        },
        status=status,
    )
