"""Triage: what was referred, whether it could be notifiable, and where it goes next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.decisions import forms, operations, queries
from heed.decisions.access import LOG, TRIAGE
from heed.decisions.views.shared import to
from heed.doors import needs
from heed.partnership.models import Case, Partnership
from heed.partnership.requests import Request
from heed.pathways.queries import pack_in_force, pack_of
from heed.referrals import queries as referrals
from heed.referrals.processes import onward


@needs(TRIAGE, queries.case, confidential=True)
def triage(request: Request, case: Case) -> HttpResponse:
    """What came, and what is next: the incident test first, then the group's agenda."""
    meetings = queries.meetings_ahead(case.partnership)
    form = forms.ToMeetingForm(request.POST or None, meetings=meetings)
    if request.method == "POST" and (not meetings or form.is_valid()):
        chosen = form.cleaned_data["meeting"] if meetings else ""
        item = operations.take_to_meeting(
            case,
            by=request.user,
            meeting=next((one for one in meetings if str(one.pk) == chosen), None),
        )
        messages.success(
            request,
            f"On the agenda of {queries.meeting_words(item.meeting)}."
            if item.meeting
            else "It waits for the group’s next meeting. Plan one, and it comes onto its agenda.",
        )
        return redirect(to("triage", case))
    pack = pack_of(case)
    referral = queries.referral_of(case)
    decided = list(queries.decisions(request.user, case))
    return render(
        request,
        "decisions/triage.html",
        {
            "case": case,
            "referral": referral,
            "alike": queries.alike(request.user, case),
            "gist": queries.gist(case, pack),
            "gaps": referrals.gaps(referral) if referral else "",
            "rest": referrals.rest(referral) if referral else "",
            "onward": onward(referral) if referral and referral.sent_at else None,
            "check": queries.latest_check(case),
            "draft": queries.being_weighed_among(decided),
            "decided": decided,
            "form": form,
            "meetings": meetings,
            "decide_by": queries.decide_by(case, pack),
            "group": pack.word("review_group"),
        },
    )


@needs(LOG, queries.the_partnership)
def routes(request: Request, partnership: Partnership) -> HttpResponse:
    """What a case may call for, side by side, for whoever asks."""
    pack = pack_in_force(partnership)
    return render(
        request,
        "decisions/routes.html",
        {
            "local": [r for r in pack.routes if not r.statutory and r.offered],
            "statutory": [r for r in pack.routes if r.statutory and r.offered],
        },
    )
