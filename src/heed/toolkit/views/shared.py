"""What these pages share: where each is, and a page of questions."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.design.forms import PlainForm
from heed.papers.models import Paper
from heed.partnership.requests import Request
from heed.toolkit.models import Module, Toolkit


def home(request: Request) -> str:
    """The address of the partnership's toolkits."""
    return reverse("toolkit:list", args=[request.partnership.slug])


def at_module(name: str, request: Request, module: Module) -> str:
    """The address of one of a module's pages."""
    return reverse(f"toolkit:{name}", args=[request.partnership.slug, module.pk])


def at_paper(request: Request, module: Module, paper: Paper) -> str:
    """The address of one of a module's papers."""
    return reverse(
        "toolkit:module-paper-open", args=[request.partnership.slug, module.pk, paper.pk]
    )


def at_toolkit(name: str, request: Request, toolkit: Toolkit) -> str:
    """The address of one of a toolkit's pages."""
    return reverse(f"toolkit:{name}", args=[request.partnership.slug, toolkit.pk])


def ask(
    request: Request,
    form: PlainForm,
    *,
    screen: str,
    heading: str,
    back: tuple[str, str],
    button: str = "Save",
    **more: Any,
) -> HttpResponse:
    """One page of questions. ``back`` is the address and the words of the way back."""
    return render(
        request,
        "toolkit/ask.html",
        {
            "form": form,
            "screen": screen,
            "heading": heading,
            "back_to": back[0],
            "back_words": back[1],
            "button": button,
            "intro": "",
            "theirs": "",
            "headed": True,
            "files": False,
            "to_open": [],
            **more,
        },
    )
