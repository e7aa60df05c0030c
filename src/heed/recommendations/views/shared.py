"""What several pages of recommendations share."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.design.forms import PlainForm
from heed.partnership.requests import Request
from heed.recommendations.models import Action, Recommendation
from heed.recommendations.states import LANE_WORDS


def to_recommendation(recommendation: Recommendation) -> str:
    """The address of a recommendation."""
    return reverse(
        "recommendations:recommendation",
        kwargs={"partnership": recommendation.partnership.slug, "number": recommendation.reference},
    )


def to_action(action: Action) -> str:
    """The address of an action."""
    return reverse(
        "recommendations:action",
        kwargs={
            "partnership": action.recommendation.partnership.slug,
            "number": action.recommendation.reference,
            "action": action.pk,
        },
    )


def in_lanes(one: Recommendation, words: dict[str, str]) -> dict[str, Any]:
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


def one_page(
    request: Request,
    recommendation: Recommendation,
    form: PlainForm,
    heading: str,
    screen: str,
    *,
    left: list[str] | None = None,
) -> HttpResponse:
    """A page with one form for a recommendation."""
    return render(
        request,
        "recommendations/page.html",
        {
            "one": recommendation,
            "form": form,
            "heading": heading,
            "screen": f"recommendation-{screen}",
            "back": to_recommendation(recommendation),
            "left": left or [],
        },
    )


def action_page(
    request: Request, action: Action, form: PlainForm, heading: str, screen: str
) -> HttpResponse:
    """A page with one form for an action."""
    return render(
        request,
        "recommendations/page.html",
        {
            "one": action.recommendation,
            "form": form,
            "heading": heading,
            "screen": f"action-{screen}",
            "back": to_action(action),
            "left": [],
        },
    )
