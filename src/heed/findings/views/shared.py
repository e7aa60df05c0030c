"""What the pages of this room share."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.design.forms import PlainForm
from heed.findings.models import Finding
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of


def to(name: str, case: Case, **more: object) -> str:
    """The address of one of the pages of a case."""
    return reverse(
        f"findings:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference, **more},
    )


def chosen(things: Sequence[Any], number: str) -> Any:
    """The thing that a list's value stands for."""
    return next((one for one in things if str(one.pk) == number), None)


def together(*texts: str) -> str:
    """Several texts as one, to be shown beside another."""
    return "\n\n".join(text for text in texts if text)


def ask_of_finding(
    request: Request, finding: Finding, form: PlainForm, *, theirs: str = "", **more: Any
) -> HttpResponse:
    """A page that asks about one finding."""
    return ask(
        request,
        finding.case,
        form,
        back=to("finding", finding.case, number=finding.pk),
        back_says="The finding",
        theirs=theirs,
        status=409 if theirs else 200,
        **more,
    )


def ask(
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
    """A page that asks a few things and has one button."""
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
