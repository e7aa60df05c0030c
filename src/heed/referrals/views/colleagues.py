"""Several who write one referral: asked in, taken out, and here now."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.partnership.requests import Request
from heed.referrals import colleagues, later_forms, operations, queries
from heed.referrals.access import ADD_LATER, INVITE
from heed.referrals.models import Referral
from heed.referrals.views.shared import to
from heed.refusals import NotNow


@needs(ADD_LATER, queries.referral)
def who_writes(request: Request, referral: Referral) -> HttpResponse:
    """Who writes this referral; whoever began it, or the coordinator, asks a colleague in."""
    may_invite = allows(request.user, INVITE, referral)
    form = later_forms.ColleagueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.invite_colleague(
                referral,
                by=request.user,
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
            )
            messages.success(request, "Your colleague has been asked in, by email.")
            return redirect(to("colleagues", referral))
        except NotNow as refused:
            form.add_error("email", refused.sentence)
    return render(
        request,
        "referrals/colleagues.html",
        {
            "referral": referral,
            "case": referral.case,
            "form": form,
            "writers": colleagues.writers(referral),
            "may_invite": may_invite,
            "open": referral.being_written or referral.later_open,
        },
    )


@require_POST
@needs(ADD_LATER, queries.referral)
def take_out(request: Request, referral: Referral, *, number: int) -> HttpResponse:
    """Take a colleague out again, or leave."""
    part = get_object_or_404(referral.case.parts.current(), pk=number)
    mine = part.person == request.user
    operations.take_out_colleague(referral, by=request.user, part=part)
    if mine:
        messages.success(request, f"You no longer write in referral {referral.reference}.")
        return redirect("referrals:list", partnership=referral.case.partnership.slug)
    messages.success(request, "Taken out. What they wrote stays.")
    return redirect(to("colleagues", referral))


@require_POST
@needs(ADD_LATER, queries.referral)
def here(request: Request, referral: Referral) -> JsonResponse:
    """An open page says that its reader is here, and hears who else is."""
    operations.say_here(referral, by=request.user)
    return JsonResponse({"here": colleagues.others_here(request.user, referral)})
