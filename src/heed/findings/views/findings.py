"""Findings: the list, one of them, its words and themes, settling and setting aside."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.findings import forms, operations, queries
from heed.findings.access import LIST, READ, SETTLE, WRITE
from heed.findings.models import Finding
from heed.findings.states import (
    POLARITY_WORDS,
    FindingState,
    Level,
    Polarity,
)
from heed.findings.views.shared import ask, ask_of_finding, to, together
from heed.partnership import queries as partnerships
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import NotNow, OutOfDate
from heed.reviews.noticing import house_of, noticed, register_of


@needs(LIST, partnerships.case, confidential=True)
def finding_list(request: Request, case: Case) -> HttpResponse:
    """What was learnt, what shows it, and the next steps that are proposed."""
    every = list(queries.findings(request.user, case))
    found = [one for one in every if one.state != FindingState.SET_ASIDE]
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
            "missing": "" if ready else queries.what_is_missing(request.user, case),
            "steps": queries.next_steps_for(request.user, case),
            "set_aside": [one for one in every if one not in found],
            "may_write": may_write,
        },
    )


@needs(WRITE, partnerships.case)
def add(request: Request, case: Case) -> HttpResponse:
    """Write down one thing that was learnt."""
    form = forms.FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        finding = operations.add_finding(case, by=request.user, **_written(form))
        return redirect(to("finding", case, number=finding.pk))
    return ask(
        request, case, form, screen="finding-add", heading="One thing that was learnt",
        back=to("list", case), back_says="Findings", button="Save and say what shows it",
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
            return redirect(to("finding", finding.case, number=finding.pk))
        except OutOfDate as refused:
            mine = together(form.cleaned_data["text"], form.cleaned_data["why"])
            theirs = together(refused.current.text, refused.current.why)
            form.started_again(seen=refused.current.version)
    return ask_of_finding(
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
            return redirect(to("finding", finding.case, number=finding.pk))
        except OutOfDate as refused:
            mine = together(finding.text, *form.chosen)
            theirs = together(refused.current.text, *refused.current.theme_ids)
            form.started_again(seen=refused.current.version)
    return ask_of_finding(
        request, finding, form, screen="finding-themes", heading="Which themes is it about?",
        lead="One to three. They bring it together with what was learnt elsewhere.",
        quoted=finding.text, mine=mine, theirs=theirs,
    )  # fmt: skip


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
        return redirect(to("list", finding.case))
    return ask_of_finding(
        request, finding, form, screen="finding-set-aside", heading="Set this finding aside",
        quoted=finding.text, button="Set it aside",
    )  # fmt: skip


@require_POST
@needs(WRITE, queries.finding)
def look_back(request: Request, finding: Finding) -> HttpResponse:
    """Look again for what was learnt before."""
    operations.look_back_again(finding, by=request.user)
    return redirect(to("finding", finding.case, number=finding.pk))


@require_POST
@needs(WRITE, queries.finding)
def take_up(request: Request, finding: Finding) -> HttpResponse:
    """Go on with a finding that was set aside."""
    operations.take_up_again(finding, by=request.user, seen=finding.version)
    return redirect(to("finding", finding.case, number=finding.pk))


@require_POST
@needs(SETTLE, partnerships.case)
def settle(request: Request, case: Case) -> HttpResponse:
    """Settle the findings that are complete; the one page can be written from them."""
    try:
        made = operations.settle_findings(case, by=request.user)
        messages.success(request, f"{len(made)} finding{'' if len(made) == 1 else 's'} settled.")
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(to("list", case))


def _written(form: forms.FindingForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {
        "text": data["text"],
        "why": data["why"],
        "polarity": Polarity(data["polarity"]),
        "level": Level(data["level"]),
    }
