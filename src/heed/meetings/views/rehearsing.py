"""A short rehearsal at a meeting: chosen, talked through, kept."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heed.doors import allows, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import KEEP, READ
from heed.meetings.models import Meeting
from heed.meetings.views.shared import about, to
from heed.partnership.requests import Request
from heed.refusals import OutOfDate


@needs(READ, queries.meeting)
def rehearsals(request: Request, meeting: Meeting) -> HttpResponse:
    """Which scenarios there are, and when the group last ran each."""
    last = {
        one.scenario: one for one in reversed(queries.rehearsals_of(request.user, meeting.group))
    }
    return render(
        request,
        "meetings/rehearsals.html",
        about(
            meeting,
            rows=[
                {"scenario": one, "slug": one.id.replace("_", "-"), "last": last.get(one.id)}
                for one in queries.way_of_working(meeting.partnership).rehearsals
            ],
        ),
    )


@needs(READ, queries.meeting)
def rehearsal(request: Request, meeting: Meeting, *, scenario: str) -> HttpResponse:
    """Talk one through: what we would do in the first hour, day and week."""
    found = queries.scenario(meeting, scenario.replace("-", "_"))
    if found is None:
        raise Http404
    kept = queries.rehearsal(request.user, meeting, found.id)
    may_keep = meeting.ahead and allows(request.user, KEEP, meeting)
    notes = {note.number: note.words for note in kept.notes.all()} if kept else {}
    initial = {
        f"m_{moment.id}": notes.get(number, "")
        for number, moment in enumerate(found.moments, start=1)
    }
    form = forms.RehearsalForm(
        (request.POST or None) if may_keep else None,
        scenario=found,
        members=queries.members(meeting.group),
        seen=kept.version if kept else 0,
        initial={**initial, "noticed": kept.noticed if kept else ""},
    )
    status = 200
    if request.method == "POST" and may_keep and form.is_valid():
        try:
            return _keep(request, meeting, found.id, form)
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
            status = 409
    return render(
        request,
        "meetings/rehearsal.html",
        about(
            meeting,
            scenario=found,
            form=form,
            kept=kept,
            may_keep=may_keep,
            moments=[
                {"moment": moment, "field": form[f"m_{moment.id}"], "words": notes.get(number, "")}
                for number, moment in enumerate(found.moments, start=1)
            ],
            actions=[one for one in queries.actions_of(request.user, meeting) if not one.done_on],
        ),
        status=status,
    )


def _keep(
    request: Request, meeting: Meeting, scenario: str, form: forms.RehearsalForm
) -> HttpResponse:
    data = form.cleaned_data
    operations.rehearse(
        meeting,
        by=request.user,
        scenario=scenario,
        said=form.said,
        noticed=data["noticed"],
        seen=data["seen"] or None,
    )
    if data["what"]:
        members = queries.members(meeting.group)
        operations.add_action(
            meeting,
            by=request.user,
            what=data["what"],
            person=next((m.person for m in members if str(m.person.pk) == data["person"]), None),
            who=data["who"],
            by_when=data["by_when"],
        )
    messages.success(request, "Kept with the meeting.")
    return redirect(to("rehearsal", meeting, scenario=scenario.replace("_", "-")))
