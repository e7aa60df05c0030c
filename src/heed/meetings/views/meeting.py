"""The meeting itself: its agenda, who is here, going ahead, the minutes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import KEEP, READ
from heed.meetings.models import Meeting
from heed.meetings.states import ItemKind, Presence
from heed.meetings.views.shared import about, to
from heed.partnership import queries as partnerships
from heed.partnership.requests import Request
from heed.refusals import OutOfDate


@needs(READ, queries.meeting, confidential=True)
def meeting(request: Request, meeting: Meeting) -> HttpResponse:
    """The agenda with who is here, what is declared, and the one next step."""
    return render(
        request,
        "meetings/meeting.html",
        about(
            meeting,
            **_held(request, meeting),
            may_keep=allows(request.user, KEEP, meeting),
        ),
    )


@require_POST
@needs(KEEP, queries.meeting)
def begin(request: Request, meeting: Meeting) -> HttpResponse:
    """Begin a meeting: first, who is here."""
    operations.open_meeting(meeting, by=request.user, seen=meeting.version)
    return redirect(to("attendance", meeting))


@needs(KEEP, queries.meeting)
def attendance(request: Request, meeting: Meeting) -> HttpResponse:
    """Who is here and who sent apologies."""
    members = queries.members(meeting.group, at=meeting)
    form = forms.AttendanceForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        for member in members:
            said = form.cleaned_data[f"m{member.person.pk}"]
            was = member.attendance.presence if member.attendance else ""
            if said != was:
                operations.record_attendance(
                    meeting,
                    by=request.user,
                    person=member.person,
                    presence=Presence(said) if said else None,
                    stands_for=member.deputy_for,
                )
        return redirect(to("meeting", meeting))
    guests = [a for a in meeting.attendances.select_related("agency") if a.person_id is None]
    return render(request, "meetings/attendance.html", about(meeting, form=form, guests=guests))


@needs(KEEP, queries.meeting)
def guest(request: Request, meeting: Meeting) -> HttpResponse:
    """Somebody who is here and has no account."""
    agencies = list(partnerships.agencies(meeting.partnership))
    form = forms.GuestForm(request.POST or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.record_attendance(
            meeting,
            by=request.user,
            name=data["name"],
            agency=next((a for a in agencies if str(a.pk) == data["agency"]), None),
            sector=data["sector"],
            counts=data["counts"],
            presence=Presence.PRESENT,
        )
        return redirect(to("attendance", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-guest",
            heading="Who else is here?",
            button="Add",
            back=to("attendance", meeting),
        ),
    )


@needs(KEEP, queries.meeting)
def go_ahead(request: Request, meeting: Meeting) -> HttpResponse:
    """Go ahead though the group is short, with the reason."""
    form = forms.WhyForm(
        request.POST or None,
        initial={"why": meeting.because},
        label="Go ahead, because …",
        hint="The reason, and that you gave it, stay with the minutes and with each decision.",
    )
    if request.method == "POST" and form.is_valid():
        operations.go_ahead(meeting, by=request.user, because=form.cleaned_data["why"])
        return redirect(to("meeting", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-go-ahead",
            heading="The group is short",
            button="Go ahead",
        ),
    )


@needs(KEEP, queries.meeting)
def close(request: Request, meeting: Meeting) -> HttpResponse:
    """Close the meeting with its minutes."""
    form = forms.CloseForm(request.POST or None, meeting=meeting, seen=meeting.version)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            operations.close_meeting(
                meeting,
                by=request.user,
                seen=form.cleaned_data["seen"],
                minutes=form.cleaned_data["minutes"],
            )
            return redirect(to("minutes", meeting))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
            status = 409
    left = [line for line in queries.agenda(request.user, meeting) if _is_left(line)]
    return render(
        request, "meetings/close.html", about(meeting, form=form, left=left), status=status
    )


@needs(READ, queries.meeting, confidential=True)
def minutes(request: Request, meeting: Meeting) -> HttpResponse:
    """The minutes, on one page that prints; items are those that this reader may know of."""
    return render(
        request,
        "meetings/minutes.html",
        about(
            meeting,
            **_held(request, meeting),
            print_reference=f"{meeting.group.name}, {queries.day_of(meeting)}",
            marking=queries.way_of_working(meeting.partnership).marking,
        ),
    )


def _is_left(line: queries.Line) -> bool:
    return line.item.kind != ItemKind.STANDING and not line.item.done


def _held(request: Request, meeting: Meeting) -> dict[str, object]:
    """Who is here, how the group stands, and what is on the agenda for this reader."""
    attendances = list(meeting.attendances.select_related("agency"))
    lines = queries.agenda(request.user, meeting)
    return {
        "special": [line for line in lines if line.item.kind != ItemKind.STANDING],
        "standing": [line for line in lines if line.item.kind == ItemKind.STANDING],
        "here": [a for a in attendances if a.presence == Presence.PRESENT],
        "apologies": [a for a in attendances if a.presence == Presence.APOLOGIES],
        "quoracy": queries.quoracy(attendances, queries.quorum_of(meeting.group)),
        "actions": queries.actions_of(request.user, meeting),
    }
