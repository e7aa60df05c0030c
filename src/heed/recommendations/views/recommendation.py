"""One recommendation: its words, its group, its effect, its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.partnership import queries as partnerships
from heed.partnership.models import Part, Person
from heed.partnership.requests import Request
from heed.partnership.standing import BY_CODE
from heed.pathways.queries import pack_of
from heed.recommendations import forms, operations, queries
from heed.recommendations.access import (
    CLOSE,
    LOOK,
    PLAN,
    PROPOSE,
    READ,
    RESPOND,
    ROUTE,
)
from heed.recommendations.models import Recommendation
from heed.recommendations.states import Effect, Response
from heed.recommendations.views.shared import in_lanes, one_page, to_recommendation


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
            "row": in_lanes(recommendation, {one.id: one.label for one in words.effect}),
            "one": recommendation,
            "delivery": {one.id: one.label for one in words.delivery},
            "effect": {one.id: one.label for one in words.effect},
            "level": next((one for one in words.levels if one.id == recommendation.level), None),
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
        return redirect(to_recommendation(recommendation))
    return one_page(request, recommendation, form, "Change its words", "change")


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
        return redirect(to_recommendation(recommendation))
    return one_page(request, recommendation, form, "Give it to a group", "route")


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
        return redirect(to_recommendation(recommendation))
    return one_page(request, recommendation, form, "What does the group say?", "respond")


@needs(PLAN, queries.recommendation)
def plan(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Plan an action."""
    house = recommendation.partnership
    people = list(
        Person.objects.filter(
            pk__in=Part.objects.filter(partnership=house).exclude(section=BY_CODE).values("person"),
            is_active=True,
        ).select_related("agency")
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
        return redirect(to_recommendation(recommendation))
    return one_page(request, recommendation, form, "Plan an action", "plan")


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
        return redirect(to_recommendation(recommendation))
    return one_page(request, recommendation, form, "What difference has it made?", "look")


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
        return redirect(to_recommendation(recommendation))
    heading = "Open it again" if closed else "Close this recommendation"
    return one_page(request, recommendation, form, heading, "close", left=[] if closed else left)
