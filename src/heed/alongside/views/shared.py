"""What these pages share."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.design.forms import PlainForm
from heed.partnership.models import Case
from heed.partnership.requests import Request


def beside(name: str, case: Case, **more: object) -> str:
    """The address of one of a case's pages here."""
    return reverse(
        f"alongside:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference, **more},
    )


def ask(
    request: Request,
    form: PlainForm,
    *,
    screen: str,
    heading: str,
    back: tuple[str, str],
    button: str = "Save",
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """One page of questions. ``back`` is the address and the words of the way back."""
    return render(
        request,
        "alongside/ask.html",
        {
            "form": form,
            "screen": screen,
            "heading": heading,
            "back_to": back[0],
            "back_words": back[1],
            "button": button,
            "case": None,
            "intro": "",
            "points": (),
            "theirs": "",
            **more,
        },
        status=status,
    )


def told(form: PlainForm, current: object) -> str:
    """What a colleague saved meanwhile, field by field, where it differs from what was typed."""
    lines = [
        f"{field.label}: {_said(getattr(current, name))}"
        for name, field in form.fields.items()
        if name != "seen"
        and hasattr(current, name)
        and _said(getattr(current, name)) != _said(form.cleaned_data.get(name))
    ]
    return "\n".join(lines) or "What they saved is the same as yours."


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(sorted(str(one) for one in value))
    return str(value or "nothing yet")
