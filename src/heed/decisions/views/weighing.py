"""Weighing a case against the criteria, and recording what was decided."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.alongside import queries as alongside
from heed.decisions import forms, operations, queries
from heed.decisions.access import OPEN, READ, TRIAGE, WRITE
from heed.decisions.between import asked_between
from heed.decisions.known import Known, known
from heed.decisions.models import Decision
from heed.decisions.order import comes_before
from heed.decisions.record import as_record
from heed.decisions.since import challenges, since
from heed.decisions.views.shared import to
from heed.doors import allows, needs
from heed.partnership.access import chairs_deciding_group
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Pack
from heed.refusals import NotNow, OutOfDate


@needs(OPEN, queries.case, confidential=True)
def decision(request: Request, case: Case) -> HttpResponse:
    """The criteria with what is already known beside them; once recorded, its record."""
    draft = queries.being_weighed(case)
    if draft is None:
        latest = queries.decisions(request.user, case).first()
        if latest is not None:
            return redirect(to("record", case, number=latest.number))
        return render(
            request,
            "decisions/not_yet.html",
            {
                "case": case,
                "may_begin": allows(request.user, WRITE, case),
                "may_triage": allows(request.user, TRIAGE, case),
            },
        )
    if allows(request.user, WRITE, draft):
        return _write(request, draft)
    if allows(request.user, READ, draft):
        return render(
            request,
            "decisions/record.html",
            {
                "case": case,
                "decision": draft,
                "record": as_record(draft, known=Known(looked=False)),
                "editions": [],
                "edition": None,
                "positions": [],
                "since": since(draft),
                "may": {},
                "marking": pack_of(case).marking,
            },
        )
    return render(
        request, "decisions/not_yet.html", {"case": case, "may_begin": False, "may_triage": False}
    )


def _write(request: Request, draft: Decision) -> HttpResponse:
    case, pack = draft.case, pack_of(draft.case)
    weighed = queries.weighed(draft, pack)
    stood = queries.stood(draft)
    asked = asked_between(draft)
    recording = "save" not in request.POST
    form = forms.DecisionForm(
        request.POST or None,
        seen=draft.version,
        decision=draft,
        weighed=weighed,
        routes=queries.offered(pack, good_practice=case.good_practice, chosen=draft.route),
        helps=pack.decision,
        stood=stood,
        chairs=chairs_deciding_group.test(request.user, draft),
        recording=recording,
        asked=asked,
    )
    theirs: list[str] = []
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            _keep(draft, form, request, recording=recording)
            if recording:
                return redirect(to("record", case, number=draft.number))
            messages.success(request, "Saved. Nothing is decided until it is recorded.")
            return redirect(to("decision", case))
        except OutOfDate as refused:
            theirs, status = _differences(form, refused.current), 409
            form.started_again(seen=refused.current.version)
        except NotNow as refused:
            form.add_error(None, refused.sentence)
            status = 409
    return render(
        request,
        "decisions/decision.html",
        {
            "case": case,
            "decision": draft,
            "form": form,
            "sets": _sets(form),
            "known": known(request.user, case),
            "stood": stood,
            "asked": asked,
            "prompts": pack.decision.prompts,
            "unanswered": [one for one in weighed if not one.answer],
            "theirs": "\n".join(theirs),
            "mine": "What you wrote is in the boxes below." if theirs else "",
            "edition": pack.edition,
            "beside": alongside.cards(request.user, case),
            "may_triage": allows(request.user, TRIAGE, case),
            "challenge": challenges(draft),
        },
        status=status,
    )


def _normally_first(draft: Decision, pack: Pack, chosen: str) -> str:
    """The route that normally comes before the one chosen, where it has not been decided on."""
    route = next((one for one in pack.routes if one.id == chosen), None)
    if route is None or route.must_follow:
        return ""
    return comes_before(draft.case, pack, route)


def _keep(draft: Decision, form: forms.DecisionForm, request: Request, *, recording: bool) -> None:
    values: dict[str, Any] = {**form.written, **form.offered}
    if not recording:
        operations.weigh(
            draft,
            by=request.user,
            seen=form.cleaned_data["seen"],
            answers=form.answers,
            **values,
        )
        return
    operations.record_decision(
        draft,
        by=request.user,
        seen=form.cleaned_data["seen"],
        answers=form.answers,
        **values,
        **form.recorded,
    )


def _sets(form: forms.DecisionForm) -> list[dict[str, Any]]:
    """The criteria as the page shows them: by set, each with its two fields."""
    found: list[dict[str, Any]] = []
    for one in form.weighed:
        if not found or found[-1]["set"] is not one.set:
            found.append({"set": one.set, "rows": []})
        found[-1]["rows"].append(
            {
                "letter": one.criterion.letter.upper(),
                "look_up": one.criterion.look_up,
                "answer": form[f"a__{one.key}"],
                "evidence": form[f"e__{one.key}"],
            }
        )
    return found


def _differences(form: forms.DecisionForm, current: Decision) -> list[str]:
    """What a colleague saved meanwhile, where it differs from what is on this page."""
    told = []
    for one in queries.weighed(current, pack_of(current.case)):
        mine = (form.cleaned_data[f"a__{one.key}"], form.cleaned_data[f"e__{one.key}"])
        if mine != (one.answer, one.evidence):
            told.append(f"{one.criterion.letter.upper()}: {one.answer_word}. {one.evidence}")
    for name in ("reasons", "dissent", "family"):
        if getattr(current, name) != form.cleaned_data[name]:
            told.append(f"{form.fields[name].label}: {getattr(current, name) or 'nothing yet'}")
    return told or ["It was recorded, or what they saved is the same as yours."]


@require_POST
@needs(WRITE, queries.case)
def begin(request: Request, case: Case) -> HttpResponse:
    """Begin to write a decision that was taken outside a meeting, or another on the same case."""
    operations.start_decision(case, by=request.user)
    return redirect(to("decision", case))
