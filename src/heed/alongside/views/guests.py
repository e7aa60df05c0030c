"""What a guest from another area sees: what they are asked, and nothing else."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.alongside import forms, operations, queries
from heed.alongside.access import ANSWER_AS_GUEST, READ_AS_GUEST, VISIT
from heed.alongside.models import AreaRequest
from heed.alongside.states import RequestState
from heed.alongside.views.areas import way_of
from heed.doors import needs
from heed.partnership.models import Partnership
from heed.partnership.requests import Request


@needs(VISIT, queries.guest_house)
def guest(request: Request, partnership: Partnership) -> HttpResponse:
    """Everything that this guest is asked here."""
    found = queries.guest_requests(request.user, partnership)
    return render(request, "alongside/guest.html", {"requests": found})


@needs(READ_AS_GUEST, queries.as_guest, confidential=True)
def asked(request: Request, area_request: AreaRequest) -> HttpResponse:
    """What the guest is asked, and what was answered."""
    return render(
        request,
        "alongside/guest_request.html",
        {"one": area_request, "basis": queries.basis(way_of(area_request), area_request)},
    )


@needs(ANSWER_AS_GUEST, queries.as_guest)
def answer(request: Request, area_request: AreaRequest) -> HttpResponse:
    """The guest answers."""
    form = forms.AnswerRequestForm(
        request.POST or None,
        guest=True,
        seen=area_request.version,
        initial={"reply": area_request.reply},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.answer_request(
            area_request,
            by=request.user,
            seen=data["seen"],
            to=RequestState(data["to"]),
            reply=data["reply"],
        )
        return redirect(_page(area_request))
    return render(
        request,
        "alongside/guest_answer.html",
        {"form": form, "one": area_request, "back_to": _page(area_request)},
    )


def _page(area_request: AreaRequest) -> str:
    return reverse(
        "alongside:guest-request",
        kwargs={"partnership": area_request.partnership.slug, "number": area_request.number},
    )
