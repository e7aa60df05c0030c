"""Inviting somebody without an account to refer; and which agency a referrer's words mean."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.design import dates
from heed.doors import needs
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.referrals import guest_forms, guests, operations, queries
from heed.referrals.access import ASK_MORE, INVITE_GUEST
from heed.referrals.models import GuestInvitation, Referral
from heed.referrals.views.shared import to
from heed.refusals import NotNow


@needs(INVITE_GUEST, partnerships.partnership)
def invitations(request: Request, partnership: Partnership) -> HttpResponse:
    """Invite somebody; below, who is invited and how it stands."""
    form = guest_forms.InviteGuestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.invite_to_refer(partnership, by=request.user, **form.cleaned_data)
            messages.success(
                request,
                f"The invitation is on its way. It is good until {dates.day(made.ends_on)}.",
            )
            return redirect("referrals:invitations", partnership=partnership.slug)
        except NotNow as refused:
            form.add_error("email", refused.sentence)
    return render(
        request,
        "referrals/invitations.html",
        {"form": form, "invitations": guests.invitations_here(request.user, partnership)},
    )


@require_POST
@needs(INVITE_GUEST, guests.invitation)
def take_back(request: Request, invitation: GuestInvitation) -> HttpResponse:
    """Take an invitation back."""
    operations.take_back_invitation(invitation, by=request.user)
    messages.success(request, "The invitation is taken back.")
    return redirect("referrals:invitations", partnership=invitation.partnership.slug)


@needs(ASK_MORE, queries.referral)
def agency(request: Request, referral: Referral) -> HttpResponse:
    """Which of the partnership's agencies the referrer's own words mean."""
    agencies = list(partnerships.agencies(referral.case.partnership))
    form = guest_forms.AgencyForm(request.POST or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        operations.say_agency(
            referral, by=request.user, agency=form.agencies[form.cleaned_data["agency"]]
        )
        messages.success(request, "The referral now stands with that agency.")
        return redirect(to("referral", referral))
    return render(
        request,
        "referrals/agency.html",
        {"referral": referral, "case": referral.case, "form": form},
    )
