"""Referring without an account: the public form, the code, and coming back."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from heed.doors import allows, open_to_all
from heed.papers.checking import Unfit
from heed.partnership import queries as partnerships
from heed.partnership.clients import client_of
from heed.partnership.models import Partnership
from heed.pathways.queries import pack_in_force
from heed.referrals import forms, guest_forms, guest_session, guests, operations, queries
from heed.referrals.access import REFER
from heed.referrals.views.shared import to, to_step
from heed.refusals import NotNow, TooOften

WRONG = (
    "This is not the code that we sent last, or it has ended. Check it, or have another sent to you"
)


def _house(request: HttpRequest) -> Partnership:
    house: Partnership | None = getattr(request, "partnership", None)
    if house is None:
        raise Http404
    return house


@open_to_all
@never_cache
def start(request: HttpRequest, partnership: str) -> HttpResponse:
    """What a review is for and is not for, and the gates: danger now comes first."""
    house = _house(request)
    if allows(request.user, REFER, house):
        return redirect(_page(house, "start"))
    pack = pack_in_force(house)
    mailbox = guest_session.address_of(request, house)
    if not pack.referral.public_form and not guests.may_come_as_guest(house, mailbox):
        raise Http404
    form = forms.GatesForm(request.POST or None, gates=pack.referral.gates)
    if request.method == "POST" and form.is_valid():
        gate = form.stopped_by()
        if gate is not None:
            said = {"gate": gate, "again": request.path, "form": form}
            return render(request, "referrals/stop.html", said)
        guest_session.pass_gates(request, house)
        return redirect(_page(house, "about-you" if mailbox else "address"))
    return render(
        request,
        "referrals/public_start.html",
        {"form": form, "referral": pack.referral, "links": pack.links},
    )


@open_to_all
@never_cache
def address(request: HttpRequest, partnership: str) -> HttpResponse:
    """The work address, before anything is asked about a child."""
    house = _house(request)
    if not pack_in_force(house).referral.public_form:
        raise Http404
    if not guest_session.gates_passed(request, house):
        return redirect(_page(house, "open"))
    form = guest_forms.WorkAddressForm(request.POST or None)
    return _send_code(request, house, form, returning=False)


@open_to_all
@never_cache
def back(request: HttpRequest, partnership: str) -> HttpResponse:
    """Coming back, or coming by an invitation: the same address, and a new code."""
    house = _house(request)
    if allows(request.user, REFER, house):
        return redirect(_onward(request, house) or _page(house, "list"))
    if guest_session.address_of(request, house):
        return redirect(_onward(request, house) or _page(house, "yours"))
    form = guest_forms.AddressForm(request.POST or None)
    return _send_code(request, house, form, returning=True)


def _send_code(
    request: HttpRequest, house: Partnership, form: guest_forms.AddressForm, *, returning: bool
) -> HttpResponse:
    status = 200
    if request.method == "POST" and form.is_valid():
        mailbox: str = form.cleaned_data["address"]
        try:
            number, code = operations.send_code(
                house, by=None, address=mailbox, client=client_of(request)
            )
        except (TooOften, NotNow) as refused:
            form.add_error(None, refused.sentence)
            status = refused.status
        else:
            guest_session.ask(
                request,
                guest_session.Asked(
                    number=number,
                    address=mailbox,
                    house=house.pk,
                    onward=_onward(request, house),
                    shown=code if settings.HEED_DEMO else "",
                ),
            )
            return redirect(_page(house, "code"))
    return render(
        request, "referrals/address.html", {"form": form, "returning": returning}, status=status
    )


@open_to_all
@never_cache
def code(request: HttpRequest, partnership: str) -> HttpResponse:
    """The code, typed; it opens this person's own referrals in this browser and nothing else."""
    house = _house(request)
    asked = guest_session.asked(request, house)
    if asked is None:
        return redirect(_page(house, "back"))
    form = guest_forms.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if operations.come_in(
            house,
            by=None,
            number=asked.number,
            address=asked.address,
            typed=form.cleaned_data["code"],
        ):
            passed = guest_session.gates_passed(request, house)
            guest_session.begin(request, house, asked.address)
            if passed:
                guest_session.pass_gates(request, house)
            if asked.onward:
                return redirect(asked.onward)
            has_some = bool(guests.of_guest(house, asked.address))
            begins = passed and not has_some
            return redirect(_page(house, "about-you" if begins else "yours"))
        form.add_error("code", WRONG)
    return render(
        request,
        "referrals/code.html",
        {"form": form, "mailbox": asked.address, "shown": asked.shown},
    )


@open_to_all
@never_cache
def yours(request: HttpRequest, partnership: str) -> HttpResponse:
    """The referrals that this address opens, how each stands, and one more to begin."""
    house = _house(request)
    mailbox = guest_session.address_of(request, house)
    if not mailbox:
        return redirect(_page(house, "back"))
    return render(
        request,
        "referrals/yours.html",
        {
            "mailbox": mailbox,
            "referrals": guests.of_guest(house, mailbox),
            "invitation": guests.waiting_invitation(house, mailbox),
            "may_begin": guests.may_come_as_guest(house, mailbox),
        },
    )


@open_to_all
@never_cache
def about_you(request: HttpRequest, partnership: str) -> HttpResponse:
    """Who refers and from where; then the referral begins."""
    house = _house(request)
    mailbox = guest_session.address_of(request, house)
    if not mailbox:
        return redirect(_page(house, "back"))
    if not guests.may_come_as_guest(house, mailbox):
        return redirect(_page(house, "yours"))
    if not guest_session.gates_passed(request, house):
        return redirect(_page(house, "open"))
    invitation = guests.waiting_invitation(house, mailbox)
    agencies = list(partnerships.agencies(house))
    initial = (
        {"name": invitation.name, "other_agency": invitation.agency_name} if invitation else {}
    )
    form = guest_forms.AboutYouForm(
        request.POST or None, request.FILES or None, agencies=agencies, initial=initial
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            referral = operations.begin_as_guest(
                house,
                by=None,
                address=mailbox,
                name=data["name"],
                role=data["role"],
                agency=data["agency"],
                other_agency=data["other_agency"],
                file=data["file"] or None,
            )
            if data["file"]:
                return redirect(to("copy", referral))
            return redirect(to_step(referral, queries.referral_steps(referral)[0]))
        except Unfit as fault:
            form.add_error("file", str(fault))
        except TooOften as refused:
            form.add_error(None, refused.sentence)
            status = refused.status
    return render(
        request,
        "referrals/about_you.html",
        {"form": form, "mailbox": mailbox, "invitation": invitation},
        status=status,
    )


@open_to_all
@require_POST
def leave(request: HttpRequest, partnership: str) -> HttpResponse:
    """Close it on this device; a new code opens it again."""
    house = _house(request)
    if guest_session.address_of(request, house):
        request.session.flush()
        messages.success(request, "Closed on this device. What you wrote is kept.")
    return redirect(_page(house, "back"))


def _onward(request: HttpRequest, house: Partnership) -> str:
    """A page of a referral here that the person came for; "" for any other."""
    page = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if safe and page.startswith(f"/{house.slug}/referrals/") else ""


def _page(house: Partnership, name: str) -> str:
    return reverse(f"referrals:{name}", kwargs={"partnership": house.slug})
