"""The record of a decision on one page, putting it right, where partners stand, and the log."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.decisions import forms, operations, queries, sheet
from heed.decisions import since as afterwards
from heed.decisions.access import (
    DISAGREE,
    HEAR_PANEL,
    LETTERS,
    LOG,
    READ,
    READ_DISAGREEMENT,
    RECORD,
    TAKE_POSITION,
)
from heed.decisions.models import Decision, DecisionEdition
from heed.decisions.states import DecisionState, View
from heed.decisions.views.shared import to
from heed.doors import allows, needs
from heed.papers import sheets
from heed.partnership import queries as partnerships
from heed.partnership.access import is_partner_executive
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.partnership.states import Means
from heed.pathways.queries import pack_of
from heed.refusals import OutOfDate


@needs(LOG, queries.the_partnership)
def log(request: Request, partnership: Partnership) -> HttpResponse:
    """What was decided, newest first, for whoever may read it."""
    page = Paginator(queries.decision_log(request.user, partnership), 30).get_page(
        request.GET.get("page")
    )
    rows = [(one, queries.route_name(one.case, one.route)) for one in page]
    return render(request, "decisions/log.html", {"page": page, "rows": rows})


def _edition(editions: list[DecisionEdition], request: Request) -> DecisionEdition:
    """The edition that the address asks for, or the last."""
    asked = request.GET.get("edition", "")
    for one in editions:
        if not asked or str(one.number) == asked:
            return one
    raise Http404


@needs(READ, queries.decision, confidential=True)
def record(request: Request, decision: Decision) -> HttpResponse:
    """Who, when, what was known, criteria, reasons, dissent, edition: one page that prints."""
    case = decision.case
    if decision.state == DecisionState.DRAFT:
        return redirect(to("decision", case))
    editions = list(decision.editions.select_related("recorded_by"))
    edition = _edition(editions, request)
    return render(
        request,
        "decisions/record.html",
        {
            "case": case,
            "decision": decision,
            "record": edition.record,
            "edition": edition,
            "editions": editions,
            "positions": list(decision.positions.select_related("agency")),
            "since": afterwards.since(decision),
            "may": {
                "correct": decision.state == DecisionState.RECORDED
                and allows(request.user, RECORD, decision),
                "position": decision.state == DecisionState.RECORDED
                and allows(request.user, TAKE_POSITION, decision),
                "ask": queries.asks_partners(decision) and allows(request.user, RECORD, decision),
                "hear": afterwards.goes_to_panel(decision)
                and allows(request.user, HEAR_PANEL, decision),
                "disagree": allows(request.user, DISAGREE, case),
                "read_ladder": allows(request.user, READ_DISAGREEMENT, case),
                "letters": allows(request.user, LETTERS, case),
            },
            "marking": pack_of(case).marking,
            "print_version": edition.number,
        },
    )


@needs(READ, queries.decision, confidential=True)
def as_json(request: Request, decision: Decision) -> HttpResponse:
    """The same record as data."""
    if decision.state == DecisionState.DRAFT:
        raise Http404
    told = {
        **_edition(list(decision.editions.select_related("recorded_by")), request).record,
        "since": afterwards.as_data(
            decision, ladder=allows(request.user, READ_DISAGREEMENT, decision.case)
        ),
    }
    answer = JsonResponse(told, json_dumps_params={"indent": 1})
    answer.headers["Content-Disposition"] = f'attachment; filename="{decision.reference}.json"'
    return answer


@needs(READ, queries.decision, confidential=True)
def as_file(request: Request, decision: Decision, *, kind: sheets.Kind) -> HttpResponse:
    """The same record as Word or PDF."""
    if decision.state == DecisionState.DRAFT:
        raise Http404
    edition = _edition(list(decision.editions.select_related("recorded_by")), request)
    ladder = allows(request.user, READ_DISAGREEMENT, decision.case)
    return sheets.answer(sheet.record(edition, ladder=ladder), kind)


@needs(RECORD, queries.decision)
def reopen(request: Request, decision: Decision) -> HttpResponse:
    """Reopen a decision to put its record right."""
    form = forms.ReopenForm(request.POST or None, seen=decision.version)
    if request.method == "POST" and form.is_valid():
        try:
            operations.reopen_decision(
                decision,
                by=request.user,
                seen=form.cleaned_data["seen"],
                why=form.cleaned_data["why"],
            )
            return redirect(to("decision", decision.case))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
    return render(
        request,
        "decisions/ask.html",
        {
            "case": decision.case,
            "form": form,
            "screen": "decision-reopen",
            "heading": "Put this record right",
            "button": "Reopen it",
            "back": to("record", decision.case, number=decision.number),
        },
    )


@require_POST
@needs(RECORD, queries.decision)
def ask_partners(request: Request, decision: Decision) -> HttpResponse:
    """Ask each safeguarding partner where they stand."""
    asked = operations.ask_partners(decision, by=request.user)
    messages.success(
        request,
        f"{len(asked)} message{'' if len(asked) == 1 else 's'} wait in the outbox."
        if asked
        else "Every safeguarding partner has said where they stand.",
    )
    return redirect(to("record", decision.case, number=decision.number))


@needs(TAKE_POSITION, queries.decision, confidential=True)
def position(request: Request, decision: Decision) -> HttpResponse:
    """One partner's position, on one screen that a telephone shows."""
    for_another = not is_partner_executive.test(request.user, decision)
    agencies = list(partnerships.agencies(decision.case.partnership)) if for_another else []
    form = forms.PositionForm(request.POST or None, agencies=agencies, for_another=for_another)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.take_position(
            decision,
            by=request.user,
            view=View(data["view"]),
            words=form.words,
            name=data.get("name", ""),
            agency=next((a for a in agencies if str(a.pk) == data.get("agency")), None),
            happened_on=data.get("happened_on"),
            means=Means(data.get("means") or Means.HEED),
        )
        messages.success(request, "Thank you. It stands beside the decision.")
        return redirect(to("record", decision.case, number=decision.number))
    return render(
        request,
        "decisions/position.html",
        {
            "case": decision.case,
            "decision": decision,
            "route": queries.route_name(decision.case, decision.route),
            "form": form,
            "for_another": for_another,
        },
    )
