"""The list of referrals, and beginning one."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.doors import allows, needs
from heed.partnership import queries as partnerships
from heed.partnership.access import is_coordinator
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.partnership.states import Means
from heed.pathways.queries import pack_in_force
from heed.referrals import entered_forms, forms, operations, queries
from heed.referrals.access import INVITE_GUEST, REFER
from heed.referrals.views.shared import to_step


@needs(REFER, partnerships.partnership)
def referral_list(request: Request, partnership: Partnership) -> HttpResponse:
    """The referrals that this person may read, newest first."""
    page = Paginator(queries.referrals(request.user, partnership), 30).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "referrals/list.html",
        {"page": page, "may_invite": allows(request.user, INVITE_GUEST, partnership)},
    )


@needs(REFER, partnerships.partnership)
def start(request: Request, partnership: Partnership) -> HttpResponse:
    """What a review is for, and the gates: whether somebody is in danger now comes first."""
    pack = pack_in_force(partnership)
    referral = pack.referral
    form = forms.GatesForm(request.POST or None, gates=referral.gates)
    if request.method == "POST" and form.is_valid():
        gate = form.stopped_by()
        if gate is not None:
            said = {"gate": gate, "again": request.path, "form": form}
            return render(request, "referrals/stop.html", said)
        return redirect("referrals:from", partnership=partnership.slug)
    return render(
        request,
        "referrals/start.html",
        {"form": form, "referral": referral, "links": pack.links},
    )


@needs(REFER, partnerships.partnership)
def who_refers(request: Request, partnership: Partnership) -> HttpResponse:
    """Which agency refers; for a coordinator also for whom the referral is entered."""
    agencies = list(partnerships.agencies(partnership))
    for_another = (
        is_coordinator.test(request.user, partnership) and request.GET.get("for") == "another"
    )
    make = entered_forms.EnteredForAnotherForm if for_another else forms.WhoRefersForm
    form = make(request.POST or None, agencies=agencies, initial={"agency": request.user.agency_id})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        referral = operations.start_referral(
            partnership,
            by=request.user,
            agency=next(a for a in agencies if str(a.pk) == data["agency"]),
            referrer_name=data.get("referrer_name", ""),
            referrer_email=data.get("referrer_email", ""),
            happened_on=data.get("happened_on"),
            means=Means(data.get("means") or Means.HEED),
            on_word_of=data.get("on_word_of") or data.get("referrer_name", ""),
        )
        return redirect(to_step(referral, queries.referral_steps(referral)[0]))
    return render(
        request,
        "referrals/who_refers.html",
        {
            "form": form,
            "can_enter": is_coordinator.test(request.user, partnership),
            "for_another": for_another,
        },
    )
