"""What the pages of a learning event share."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.design.forms import PlainForm
from heed.learning_events.models import LearningEvent
from heed.partnership.models import Case, Person
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Event


def to(name: str, case: Case) -> str:
    """The address of one of the event's pages."""
    return reverse(
        f"learning_events:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference},
    )


def words_of(case: Case) -> Event:
    """What the pack says of learning events."""
    return pack_of(case).event


def about(event: LearningEvent, **more: Any) -> dict[str, Any]:
    """What every page of an event shows."""
    return {
        "event": event,
        "case": event.case,
        "words": words_of(event.case),
        "marking": pack_of(event.case).marking,
        **more,
    }


def ask(
    request: Request,
    case: Case,
    form: PlainForm,
    *,
    screen: str,
    heading: str,
    back: str,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """A page that asks a few things and has one button."""
    return render(
        request,
        "learning_events/page.html",
        {
            "case": case,
            "form": form,
            "screen": screen,
            "heading": heading,
            "back": to(back, case),
            "back_says": "The learning event" if back == "event" else "Who is asked",
            "marking": pack_of(case).marking,
            "button": "Save",
            "lead": "",
            "mine": "",
            "theirs": "",
            "aside": (),
            **more,
        },
        status=status,
    )


def chosen(people: Sequence[Person], number: str) -> Person | None:
    """The person whom a list's value stands for."""
    return next((one for one in people if str(one.pk) == number), None)
