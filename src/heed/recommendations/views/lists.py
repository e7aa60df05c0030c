"""The recommendations of a partnership, and of one review."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.doors import allows, needs
from heed.papers import tables
from heed.partnership import queries as partnerships
from heed.partnership.access import BELONG
from heed.partnership.models import Case, Partnership
from heed.partnership.requests import Request
from heed.pathways.queries import pack_in_force, pack_of
from heed.recommendations import forms, operations, queries
from heed.recommendations.access import (
    BRING_IN,
    PROPOSE,
)
from heed.recommendations.models import Recommendation
from heed.recommendations.states import Effect
from heed.recommendations.views.shared import (
    in_lanes,
    to_recommendation,
)


@needs(BELONG, partnerships.partnership)
def recommendation_list(request: Request, partnership: Partnership) -> HttpResponse:
    """Did it make a difference? Delivery and effect, side by side, never one score."""
    which = request.GET.get("which", "")
    if which not in (queries.MINE, queries.OPEN, queries.CLOSED):
        which = queries.OPEN
    found = list(queries.recommendations(request.user, partnership, which=which)[:200])
    found.sort(key=lambda one: (not (one.lane == "delivered" and one.effect_kind == "level"),))
    if "as" in request.GET:
        return tables.answer(_table(found, partnership), request.GET["as"])
    words = _effect_words(partnership)
    return render(
        request,
        "recommendations/list.html",
        {
            "rows": [in_lanes(one, words) for one in found],
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


def _table(found: list[Recommendation], partnership: Partnership) -> tables.Table:
    words = _effect_words(partnership)
    rows = [(one, in_lanes(one, words)) for one in found]
    return tables.Table(
        name=f"{partnership.slug}-recommendations",
        head=["Reference", "Recommendation", "Group", "Delivery", "Effect", "Actions", "Done"],
        rows=[
            [
                one.reference,
                one.text,
                one.group.name if one.group else "",
                row["lane"],
                row["effect"],
                len(row["actions"]),
                row["done"],
            ]
            for one, row in rows
        ],
        sheet="Recommendations",
    )


@needs(BRING_IN, partnerships.partnership)
def bring_in(request: Request, partnership: Partnership) -> HttpResponse:
    """Bring in a recommendation that was made elsewhere."""
    form = forms.BringInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(
            to_recommendation(
                operations.bring_in(partnership, by=request.user, **form.cleaned_data)
            )
        )
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
