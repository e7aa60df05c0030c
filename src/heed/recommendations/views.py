"""The pages of recommendations and actions, one function each."""

import csv
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.papers import operations as papers
from heed.papers.checking import Unfit
from heed.partnership import queries as partnerships
from heed.partnership.access import BELONG
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.requests import Request
from heed.pathways.queries import pack_in_force, pack_of
from heed.recommendations import forms, operations, queries
from heed.recommendations.access import (
    ACCEPT,
    BRING_IN,
    CLOSE,
    LOOK,
    PLAN,
    PROPOSE,
    READ,
    READ_ACTION,
    RESPOND,
    ROUTE,
    WORK,
)
from heed.recommendations.models import Action, Recommendation
from heed.recommendations.states import LANE_WORDS, Delivery, Effect, Response


def _to(recommendation: Recommendation) -> str:
    return reverse(
        "recommendations:recommendation",
        kwargs={"partnership": recommendation.partnership.slug, "number": recommendation.reference},
    )


def _to_action(action: Action) -> str:
    return reverse(
        "recommendations:action",
        kwargs={
            "partnership": action.recommendation.partnership.slug,
            "number": action.recommendation.reference,
            "action": action.pk,
        },
    )


def _row(one: Recommendation, words: dict[str, str]) -> dict[str, Any]:
    """A recommendation in its two lanes."""
    actions = list(one.actions.all())
    done = sum(not a.open for a in actions)
    looked = [k for k in one.looks.all() if k.looked_on]
    waiting = next((k for k in one.looks.all() if not k.looked_on), None)
    past = [a for a in actions if a.past]
    return {
        "one": one,
        "lane": LANE_WORDS[one.lane],
        "lane_kind": "done" if one.lane == "delivered" else "late" if past else "plain",
        "actions": actions,
        "done": done,
        "past": len(past),
        "soonest": min((a.due for a in actions if a.open), default=None),
        "effect": words[one.effect],
        "last": looked[-1] if looked else None,
        "figures": [k for k in looked if k.whole],
        "waiting": waiting,
    }


@needs(BELONG, partnerships.partnership)
def recommendation_list(request: Request, partnership: Partnership) -> HttpResponse:
    """Did it make a difference? Delivery and effect, side by side, never one score."""
    which = request.GET.get("which", "")
    if which not in (queries.MINE, queries.OPEN, queries.CLOSED):
        which = queries.OPEN
    found = list(queries.recommendations(request.user, partnership, which=which)[:200])
    found.sort(key=lambda one: (not (one.lane == "delivered" and one.effect_kind == "level"),))
    if request.GET.get("as") == "csv":
        return _as_csv(found, partnership)
    words = _effect_words(partnership)
    return render(
        request,
        "recommendations/list.html",
        {
            "rows": [_row(one, words) for one in found],
            "matrix": queries.matrix(found),
            "columns": [name for _, name in queries.COLUMNS],
            "which": which,
            "may_bring_in": allows(request.user, BRING_IN, partnership),
            "think_again": sum(
                one.lane == "delivered" and one.effect_kind == "level" for one in found
            ),
        },
    )


def _effect_words(partnership: Partnership) -> dict[str, str]:
    plain = {e.value: e.value.replace("_", " ").capitalize() for e in Effect}
    pack = pack_in_force(partnership)
    return {**plain, **{one.id: one.label for one in pack.recommendations.effect}}


def _as_csv(found: list[Recommendation], partnership: Partnership) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = (
        f'attachment; filename="{partnership.slug}-recommendations.csv"'
    )
    response.write("\ufeff")
    table = csv.writer(response, quoting=csv.QUOTE_ALL)
    table.writerow(
        ["Reference", "Recommendation", "Group", "Delivery", "Effect", "Actions", "Done"]
    )
    words = _effect_words(partnership)
    for one in found:
        row = _row(one, words)
        cells = [
            one.reference,
            one.text,
            one.group.name if one.group else "",
            row["lane"],
            row["effect"],
            str(len(row["actions"])),
            str(row["done"]),
        ]
        table.writerow([f"'{c}" if c[:1] in "=+-@\t\r" and c else c for c in cells])
    return response


@needs(BRING_IN, partnerships.partnership)
def bring_in(request: Request, partnership: Partnership) -> HttpResponse:
    """Bring in a recommendation that was made elsewhere."""
    form = forms.BringInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(_to(operations.bring_in(partnership, by=request.user, **form.cleaned_data)))
    return render(request, "recommendations/bring_in.html", {"form": form})


@needs(PROPOSE, partnerships.case)
def of_case(request: Request, case: Case) -> HttpResponse:
    """The recommendations of one review: proposed, with their groups, closed; and what is left
    over.
    """
    return render(
        request,
        "recommendations/of_case.html",
        {
            "case": case,
            "found": queries.of_case(request.user, case),
            "left": queries.next_steps_left(case),
            "hints": pack_of(case).recommendations.writing_hints,
        },
    )


@needs(PROPOSE, partnerships.case)
def propose(request: Request, case: Case) -> HttpResponse:
    """Propose one change; from a next step, its words are there to begin with."""
    steps = {str(step.pk): step for step in queries.next_steps_left(case)}
    step = steps.get(request.GET.get("from", ""))
    initial = {}
    if step is not None:
        initial = {
            "text": step.text[:400],
            "because": (step.finding.text if step.finding else "")[:400],
            "expected_change": step.expected_change,
        }
    words = pack_of(case).recommendations
    form = forms.ProposeForm(request.POST or None, words=words, initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.propose(case, by=request.user, next_step=step, **form.cleaned_data)
        return redirect(
            "recommendations:of-case", partnership=case.partnership.slug, reference=case.reference
        )
    return render(
        request,
        "recommendations/propose.html",
        {"case": case, "form": form, "hints": words.writing_hints},
    )


@needs(READ, queries.recommendation, confidential=True)
def recommendation(request: Request, recommendation: Recommendation) -> HttpResponse:
    """One recommendation: why, delivery, effect."""
    words = pack_of(recommendation.case).recommendations
    may = {
        name: allows(request.user, door, recommendation)
        for name, door in {
            "propose": PROPOSE, "route": ROUTE, "respond": RESPOND, "plan": PLAN, "look": LOOK,
            "close": CLOSE,
        }.items()
    }  # fmt: skip
    return render(
        request,
        "recommendations/recommendation.html",
        {
            "row": _row(recommendation, {one.id: one.label for one in words.effect}),
            "one": recommendation,
            "delivery": {one.id: one.label for one in words.delivery},
            "effect": {one.id: one.label for one in words.effect},
            "may": may,
        },
    )


@needs(PROPOSE, queries.recommendation)
def change(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Change the words of a recommendation that is not with a group yet."""
    form = forms.ProposeForm(
        request.POST or None,
        seen=recommendation.version,
        words=pack_of(recommendation.case).recommendations,
        initial={
            name: getattr(recommendation, name)
            for name in ("text", "because", "expected_change", "level")
        },
    )
    if request.method == "POST" and form.is_valid():
        operations.rewrite(recommendation, by=request.user, **form.cleaned_data)
        return redirect(_to(recommendation))
    return _page(request, recommendation, form, "Change its words", "change")


@needs(ROUTE, queries.recommendation)
def route(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Give it to a working group."""
    groups = list(partnerships.groups(recommendation.partnership))
    form = forms.RouteForm(
        request.POST or None,
        seen=recommendation.version,
        groups=groups,
        initial={
            "group": str(recommendation.next_step.group_id) if recommendation.next_step else ""
        },
    )
    if request.method == "POST" and form.is_valid():
        operations.route(
            recommendation,
            by=request.user,
            seen=form.cleaned_data["seen"],
            group=next(g for g in groups if str(g.pk) == form.cleaned_data["group"]),
        )
        messages.success(
            request, "It is with the group. A message to its chair waits in the outbox."
        )
        return redirect(_to(recommendation))
    return _page(request, recommendation, form, "Give it to a group", "route")


@needs(RESPOND, queries.recommendation)
def respond(request: Request, recommendation: Recommendation) -> HttpResponse:
    """What the group says to it."""
    form = forms.RespondForm(request.POST or None, seen=recommendation.version)
    if request.method == "POST" and form.is_valid():
        operations.respond(
            recommendation,
            by=request.user,
            seen=form.cleaned_data["seen"],
            response=Response(form.cleaned_data["response"]),
            reason=form.reason,
        )
        return redirect(_to(recommendation))
    return _page(request, recommendation, form, "What does the group say?", "respond")


@needs(PLAN, queries.recommendation)
def plan(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Plan an action."""
    house = recommendation.partnership
    people = list(
        Person.objects.filter(parts__partnership=house, is_active=True)
        .distinct()
        .select_related("agency")
    )
    agencies = list(partnerships.agencies(house))
    form = forms.ActionForm(
        request.POST or None,
        words=pack_of(recommendation.case).recommendations,
        people=people,
        agencies=agencies,
        initial={"expected_change": recommendation.expected_change},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.plan_action(
            recommendation,
            by=request.user,
            what=data["what"],
            how=data["how"],
            expected_change=data["expected_change"],
            evidence_plan=data["evidence"],
            due=data["due"],
            owner=next((p for p in people if str(p.pk) == data["owner"]), None),
            owner_name=data["owner_name"],
            agency=next((a for a in agencies if str(a.pk) == data["agency"]), None),
        )
        return redirect(_to(recommendation))
    return _page(request, recommendation, form, "Plan an action", "plan")


@needs(LOOK, queries.recommendation)
def look(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Record what came of it."""
    form = forms.LookForm(
        request.POST or None,
        seen=recommendation.version,
        words=pack_of(recommendation.case).recommendations,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.look(
            recommendation,
            by=request.user,
            seen=data["seen"],
            effect=Effect(data["effect"]),
            what_was_seen=data["what_was_seen"],
            measure=data["measure"],
            part=data["part"],
            whole=data["whole"],
            again_on=data["again_on"],
        )
        return redirect(_to(recommendation))
    return _page(request, recommendation, form, "What difference has it made?", "look")


@needs(CLOSE, queries.recommendation)
def close(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Close it, or open it again."""
    closed = recommendation.state == "closed"
    left = operations.open_questions_of(recommendation)
    form: PlainForm = (
        PlainForm(request.POST or None, seen=recommendation.version)
        if closed
        else forms.CloseForm(
            request.POST or None, seen=recommendation.version, needs_reason=bool(left)
        )
    )
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        if closed:
            operations.reopen(recommendation, by=request.user, seen=seen)
        else:
            operations.close(
                recommendation, by=request.user, seen=seen, because=form.cleaned_data["because"]
            )
        return redirect(_to(recommendation))
    heading = "Open it again" if closed else "Close this recommendation"
    return _page(request, recommendation, form, heading, "close", left=[] if closed else left)


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
        return redirect(_to_action(action))
    return _action_page(request, action, form, "What you are doing", "text")


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
        return redirect(_to_action(action))
    return _action_page(request, action, form, "How is it going?", "check-in")


@needs(WORK, queries.action)
def move_date(request: Request, action: Action) -> HttpResponse:
    """Another date, with the reason."""
    form = forms.MoveForm(request.POST or None, seen=action.version, initial={"due": action.due})
    if request.method == "POST" and form.is_valid():
        operations.move_date(action, by=request.user, **form.cleaned_data)
        return redirect(_to_action(action))
    return _action_page(request, action, form, "Move its date", "move-date")


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
            return redirect(_to_action(action))
        except Unfit as fault:
            form.add_error("file", str(fault))
    return _action_page(request, action, form, "What shows it?", "evidence")


@require_POST
@needs(ACCEPT, queries.action)
def accept_evidence(request: Request, action: Action) -> HttpResponse:
    """Accept the evidence."""
    operations.accept_evidence(
        action, by=request.user, seen=int(request.POST.get("seen", "0") or 0)
    )
    messages.success(request, "The evidence is accepted.")
    return redirect(_to_action(action))


@needs(READ_ACTION, queries.action)
def evidence_file(request: Request, action: Action, *, paper: int) -> FileResponse:
    """The paper that came with evidence."""
    for one in action.evidence.select_related("paper"):
        if one.paper_id == paper and one.paper is not None:
            return papers.hand_over(one.paper, by=request.user)
    raise Http404


def _page(
    request: Request,
    recommendation: Recommendation,
    form: PlainForm,
    heading: str,
    screen: str,
    *,
    left: list[str] | None = None,
) -> HttpResponse:
    return render(
        request,
        "recommendations/page.html",
        {
            "one": recommendation,
            "form": form,
            "heading": heading,
            "screen": f"recommendation-{screen}",
            "back": _to(recommendation),
            "left": left or [],
        },
    )


def _action_page(
    request: Request, action: Action, form: PlainForm, heading: str, screen: str
) -> HttpResponse:
    return render(
        request,
        "recommendations/page.html",
        {
            "one": action.recommendation,
            "form": form,
            "heading": heading,
            "screen": f"action-{screen}",
            "back": _to_action(action),
            "left": [],
        },
    )
