"""The serious incident test, and what to do now when the answer is yes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.decisions import forms, operations, queries
from heed.decisions.access import CHECK_INCIDENT, NOTIFY, READ_CHECK
from heed.decisions.models import IncidentCheck
from heed.decisions.operations.incidents import ON_RECEIPT
from heed.decisions.since import notification_of
from heed.decisions.views.shared import to
from heed.doors import allows, needs
from heed.partnership.models import Authority, Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of


def _authority(found: list[Authority], chosen: str | None) -> Authority | None:
    return next((one for one in found if str(one.pk) == chosen), None)


@needs(CHECK_INCIDENT, queries.case, confidential=True)
def incident(request: Request, case: Case) -> HttpResponse:
    """Both limbs, asked on receipt and again when something new is known."""
    test = pack_of(case).incident
    authorities = queries.authorities(case.partnership)
    before = queries.checks(case)
    said = {} if before else queries.limbs_referred(case, test)
    form = forms.IncidentForm(
        request.POST or None,
        incident=test,
        again=bool(before),
        authorities=authorities,
        initial=said,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        check = operations.check_incident(
            case,
            by=request.user,
            answers={limb.id: data[limb.id] for limb in test.limbs},
            asked_because=data.get("because") or ON_RECEIPT,
            aware_on=data["aware_on"],
            authority=_authority(authorities, data.get("authority")),
        )
        return redirect(to("incident-now", case, number=check.pk))
    return render(
        request,
        "decisions/incident.html",
        {
            "case": case,
            "form": form,
            "test": test,
            "before": before,
            "said": said,
            "back": queries.back_to(case, request.user),
        },
    )


@needs(READ_CHECK, queries.check, confidential=True)
def now(request: Request, check: IncidentCheck) -> HttpResponse:
    """What to do now: whom to telephone, what was sent, by when the authority notifies."""
    case = check.case
    may = allows(request.user, CHECK_INCIDENT, check)
    authorities = queries.authorities(case.partnership)
    form = forms.AwareForm(
        (request.POST or None) if may else None,
        authorities=authorities,
        initial={
            "aware_on": check.aware_on,
            "telephoned": check.telephoned,
            "authority": str(check.authority_id or ""),
        },
    )
    if request.method == "POST" and may and form.is_valid():
        operations.note_aware(
            check,
            by=request.user,
            aware_on=form.cleaned_data["aware_on"],
            telephoned=form.cleaned_data["telephoned"],
            authority=_authority(authorities, form.cleaned_data.get("authority")),
        )
        messages.success(request, "Kept.")
        return redirect(to("incident-now", case, number=check.pk))
    pack = pack_of(case)
    return render(
        request,
        "decisions/incident_now.html",
        {
            "case": case,
            "check": check,
            "test": pack.incident,
            "limbs": queries.limbs_said(check, pack),
            "told": queries.told_at_once(check),
            "form": form,
            "may": may,
            "notification": notification_of(case),
            "may_notify": allows(request.user, NOTIFY, check),
            "back": queries.back_to(case, request.user),
        },
    )
