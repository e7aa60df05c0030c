"""What the local authority does about an incident, and the answers laid out to copy from."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.decisions import copying, forms, operations, queries, writing
from heed.decisions import since as afterwards
from heed.decisions.access import (
    COPY,
    DISAGREE,
    NOTIFY,
    READ_NOTIFICATION,
    knows_of_incident,
    notifies_for_authority,
)
from heed.decisions.models import Notification
from heed.decisions.since import disagreements, three_dates
from heed.decisions.views.shared import to
from heed.design import dates
from heed.doors import allows, needs
from heed.papers.sheets import Kind, answer
from heed.partnership import queries as partnerships
from heed.partnership.access import is_partner_executive
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import NotNow, OutOfDate


@needs(READ_NOTIFICATION, afterwards.notification, confidential=True)
def notification(request: Request, notification: Notification) -> HttpResponse:
    """What the authority did, when and to whom; who sees it differently."""
    case = notification.case
    return render(
        request,
        "decisions/notification.html",
        {
            "case": case,
            "notification": notification,
            "dates": three_dates(case),
            "check": queries.latest_check(case),
            "disagreements": disagreements(case, notification=notification),
            "knows": knows_of_incident.test(request.user, case),
            "may": {
                "notify": allows(request.user, NOTIFY, notification),
                "copy": allows(request.user, COPY, notification),
                "disagree": allows(request.user, DISAGREE, case),
            },
        },
    )


@needs(NOTIFY, afterwards.notification, confidential=True)
def notified(request: Request, notification: Notification) -> HttpResponse:
    """Enter what the authority did: it notified, or does not find the incident notifiable."""
    case = notification.case
    form = forms.NotificationForm(
        request.POST or None,
        seen=notification.version,
        notification=notification,
        recipients=writing.recipients(pack_of(case)),
        is_notifier=notifies_for_authority.test(request.user, notification),
    )
    if request.method == "POST" and form.is_valid():
        try:
            _enter(request, notification, form)
            messages.success(request, "Kept.")
            return redirect(to("notification", case))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return render(
        request,
        "decisions/ask.html",
        {
            "case": case,
            "form": form,
            "screen": "incident-notified",
            "detail": f"Notification by {dates.day(notification.due)}",
            "heading": "",
            "asks": "What did the local authority do?",
            "button": "Save",
            "back": to("notification", case),
            "back_to": "The notification",
        },
    )


def _enter(request: Request, notification: Notification, form: forms.NotificationForm) -> None:
    data = form.cleaned_data
    if data["did"] == forms.NOT_AGREED:
        operations.decline_notification(
            notification,
            by=request.user,
            seen=data["seen"],
            reasons=data["reasons"],
            said_by=data["said_by"],
        )
        return
    operations.send_notification(
        notification,
        by=request.user,
        seen=data["seen"],
        sent_on=data["sent_on"],
        sent_by=data["said_by"],
        recipients=data["recipients"],
        their_reference=data["their_reference"],
        partners_told_on=data["partners_told_on"],
        late_because=data["late_because"],
    )


@needs(COPY, afterwards.notification, confidential=True)
def copy_sheets(request: Request, notification: Notification) -> HttpResponse:
    """The answers in the order in which the notification asks for them. The one page with names."""
    case = notification.case
    return render(
        request,
        "decisions/copy_sheets.html",
        {
            "case": case,
            "notification": notification,
            "forms": copying.forms_of(notification),
            "marking": pack_of(case).marking,
        },
    )


@needs(COPY, afterwards.notification, confidential=True)
def copy_file(request: Request, notification: Notification, *, kind: Kind) -> HttpResponse:
    """The same as Word or PDF."""
    return answer(copying.as_sheet(notification), kind)


@needs(DISAGREE, queries.case, confidential=True)
def disagree_notification(request: Request, case: Case) -> HttpResponse:
    """A partner sees the authority's answer differently: it is taken up that day."""
    try:
        found = afterwards.notification(request.user, case.partnership.slug, case.reference)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault
    for_another = not is_partner_executive.test(request.user, case)
    agencies = list(partnerships.agencies(case.partnership))
    form = forms.DisagreeForm(request.POST or None, agencies=agencies, for_another=for_another)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = operations.disagree(
            found,
            by=request.user,
            words=data["words"],
            name=data.get("name", ""),
            agency=next((a for a in agencies if str(a.pk) == data.get("agency")), None),
        )
        messages.success(request, "Taken up. The chair and the authority were told at once.")
        return redirect(
            reverse(
                "decisions:disagreement",
                kwargs={
                    "partnership": case.partnership.slug,
                    "reference": case.reference,
                    "number": made.pk,
                },
            )
        )
    return render(
        request,
        "decisions/ask.html",
        {
            "case": case,
            "form": form,
            "screen": "notification-disagree",
            "heading": "A partner sees the notification differently",
            "button": "Take it up today",
            "detail": "Notification",
            "back": to("notification", case),
            "back_to": "The notification",
        },
    )
