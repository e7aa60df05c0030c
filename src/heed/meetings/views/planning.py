"""The group's calendar: what is planned, what was held, moving and cancelling."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed import clock
from heed.doors import allows, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import KEEP, LIST, PLAN, READ
from heed.meetings.models import Meeting
from heed.meetings.states import Way
from heed.meetings.views.shared import about, to
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotAllowed, OutOfDate


@needs(LIST, queries.the_partnership)
def meeting_list(request: Request, partnership: Partnership) -> HttpResponse:
    """The meetings ahead and those held."""
    behind = Paginator(queries.meetings(request.user, partnership, ahead=False), 30)
    groups = list(partnerships.groups(partnership))
    return render(
        request,
        "meetings/list.html",
        {
            "ahead": list(queries.meetings(request.user, partnership, ahead=True)[:40]),
            "page": behind.get_page(request.GET.get("page")),
            "may_plan": any(allows(request.user, PLAN, one) for one in groups),
            "receive": list(queries.to_receive(request.user, partnership)[:20]),
            "answer": list(queries.mine_to_answer(request.user, partnership)[:20]),
        },
    )


@needs(LIST, queries.the_partnership)
def plan(request: Request, partnership: Partnership) -> HttpResponse:
    """Plan a meeting, or a year of them."""
    groups = [g for g in partnerships.groups(partnership) if allows(request.user, PLAN, g)]
    if not groups:
        raise NotAllowed("Only the coordinator or the chair plans a group’s meetings.")
    form = forms.PlanForm(
        request.POST or None,
        groups=groups,
        initial={"at": "10am", "lasts": 120, "way": Way.IN_PERSON, "group": str(groups[0].pk)},
    )
    if request.method == "POST" and form.is_valid():
        group = next(g for g in groups if str(g.pk) == form.cleaned_data["group"])
        if form.cleaned_data["how_many"] == "year":
            made = operations.make_year(
                group, by=request.user, first=form.begins_at, **form.details
            )
            messages.success(request, f"{len(made)} meetings are planned.")
            return redirect("meetings:list", partnership=partnership.slug)
        meeting = operations.plan_meeting(
            group, by=request.user, begins_at=form.begins_at, **form.details
        )
        return redirect(to("meeting", meeting))
    return render(request, "meetings/plan.html", {"form": form})


@needs(LIST, queries.the_partnership)
def actions(request: Request, partnership: Partnership) -> HttpResponse:
    """The action log of the groups whose meetings this person reads."""
    page = Paginator(queries.action_log(request.user, partnership), 30).get_page(
        request.GET.get("page")
    )
    return render(request, "meetings/actions.html", {"page": page})


@needs(KEEP, queries.meeting)
def move(request: Request, meeting: Meeting) -> HttpResponse:
    """Move a meeting, or change where it is."""
    form = forms.WhenAndWhereForm(
        request.POST or None,
        seen=meeting.version,
        initial={
            "day": meeting.day,
            "at": meeting.begins_at.astimezone(clock.LONDON).time(),
            "lasts": meeting.lasts,
            "way": meeting.way,
            "place": meeting.place,
        },
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            operations.move_meeting(
                meeting,
                by=request.user,
                seen=form.cleaned_data["seen"],
                begins_at=form.begins_at,
                **form.details,
            )
            messages.success(
                request,
                "Moved. New invitations wait in the outbox, so that calendars move it too.",
            )
            return redirect(to("meeting", meeting))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
            meeting, status = (
                queries.meeting(request.user, meeting.partnership.slug, meeting.pk),
                409,
            )
    return render(request, "meetings/move.html", about(meeting, form=form), status=status)


@needs(KEEP, queries.meeting)
def cancel(request: Request, meeting: Meeting) -> HttpResponse:
    """Cancel a meeting; its items go to the next one."""
    form = forms.WhyForm(
        request.POST or None,
        seen=meeting.version,
        label="Why will it not take place?",
        hint="What is on the agenda goes to the group’s next meeting.",
    )
    if request.method == "POST" and form.is_valid():
        operations.cancel_meeting(
            meeting,
            by=request.user,
            seen=form.cleaned_data["seen"],
            why=form.cleaned_data["why"],
        )
        messages.success(request, "Cancelled. Its items have gone to the next meeting.")
        return redirect("meetings:list", partnership=meeting.partnership.slug)
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-cancel",
            heading="Cancel this meeting",
            button="Cancel the meeting",
        ),
    )


@require_POST
@needs(READ, queries.meeting)
def invite(request: Request, meeting: Meeting) -> HttpResponse:
    """Write an invitation with a calendar file to each member."""
    written = operations.invite(meeting, by=request.user)
    messages.success(
        request, f"{written} invitation{'' if written == 1 else 's'} wait in the outbox."
    )
    return redirect(to("meeting", meeting))
