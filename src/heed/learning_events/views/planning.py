"""The event itself: its plan, the parts of the day, its ground rules, moving and cancelling it."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed import clock
from heed.design.dates import day, time_of_day, weekday
from heed.doors import allows, needs
from heed.learning_events import forms, operations, queries
from heed.learning_events.access import PLAN, READ, READ_NOTES
from heed.learning_events.agenda import AgendaPart
from heed.learning_events.models import LearningEvent
from heed.learning_events.views.shared import about, ask, chosen, to, words_of
from heed.partnership.access import sees_case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import OutOfDate
from heed.reviews import queries as reviews
from heed.reviews.models import Review
from heed.reviews.states import ReviewState


@needs(READ, queries.event_or_review, confidential=True)
def event(request: Request, found: LearningEvent | Review) -> HttpResponse:
    """The event: when, where, the parts of the day, the ground rules. Or that none is planned."""
    if isinstance(found, Review):
        return _none_yet(request, found)
    may_plan = allows(request.user, PLAN, found)
    asked = queries.guests(found)
    invitation = next((one for one in asked if one.person == request.user and one.invited_at), None)
    form = forms.AnswerForm(
        initial={
            "answer": invitation.answer if invitation else "",
            "answer_note": invitation.answer_note if invitation else "",
        }
    )
    more: dict[str, object] = {}
    if may_plan:
        waiting = [one for one in asked if one.invited_at is None and one.address]
        ready, returns = queries.returns_ready(found.case)
        more = {
            "agencies": queries.by_agency(asked),
            "waiting": len(waiting),
            "ready": ready,
            "returns": returns,
            "same_day": queries.on_the_same_day(request.user, found) if found.ahead else [],
            "past": found.begins_at <= clock.now(),
        }
    return render(
        request,
        "learning_events/event.html",
        about(
            found,
            may_plan=may_plan,
            may_read_notes=allows(request.user, READ_NOTES, found),
            sees_case=sees_case.test(request.user, found),
            invitation=invitation,
            form=form,
            **more,
        ),
    )


def _none_yet(request: Request, review: Review) -> HttpResponse:
    return render(
        request,
        "learning_events/none.html",
        {
            "case": review.case,
            "review": review,
            "marking": pack_of(review.case).marking,
            "words": words_of(review.case),
            "may_plan": allows(request.user, PLAN, review) and review.state != ReviewState.SCOPING,
            "cancelled": queries.cancelled(review.case),
            "target": queries.target(review.case),
        },
    )


@needs(PLAN, reviews.review)
def plan(request: Request, review: Review) -> HttpResponse:
    """Plan the event."""
    case = review.case
    if queries.event_of(case):
        return redirect(to("event", case))
    people = queries.facilitators(case)
    form = forms.PlanForm(
        request.POST or None,
        people=people,
        initial={
            "way": "in_person" if words_of(case).in_person else "video",
            "facilitator": review.facilitator_id,
            "begins": "9:30am",
            "ends": "1pm",
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.plan_event(
            review,
            by=request.user,
            begins_at=form.begins_at,
            ends_at=form.ends_at,
            place=data["place"],
            in_person=data["way"] == "in_person",
            facilitator=chosen(people, data["facilitator"]),
            support_lead=data["support_lead"],
            access_needs=data["access_needs"],
        )
        messages.success(request, "The event is planned. The parts of the day are your next look.")
        return redirect(to("event", case))
    return ask(
        request,
        case,
        form,
        screen="event-plan",
        heading="Plan the learning event",
        back="event",
        lead=_window(review),
        button="Plan it",
    )


@needs(PLAN, queries.event)
def change(request: Request, event: LearningEvent) -> HttpResponse:
    """Change the event; a new day, time or place moves it, and everyone invited is written to."""
    case, begins = event.case, event.begins_at.astimezone(clock.LONDON)
    people = queries.facilitators(case)
    form = forms.PlanForm(
        request.POST or None,
        seen=event.version,
        people=people,
        earliest=begins.date(),
        initial={
            "day": begins.date(),
            "begins": begins.time(),
            "ends": event.ends_at.astimezone(clock.LONDON).time(),
            "place": event.place,
            "way": "in_person" if event.in_person else "video",
            "facilitator": event.facilitator_id,
            "support_lead": event.support_lead,
            "access_needs": event.access_needs,
        },
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        data, before = form.cleaned_data, event.sequence
        try:
            operations.change_event(
                event,
                by=request.user,
                seen=data["seen"],
                begins_at=form.begins_at,
                ends_at=form.ends_at,
                place=data["place"],
                in_person=data["way"] == "in_person",
                facilitator=chosen(people, data["facilitator"]),
                support_lead=data["support_lead"],
                access_needs=data["access_needs"],
            )
            messages.success(
                request,
                "Moved. A message to everyone invited waits in the outbox."
                if event.sequence > before
                else "Saved.",
            )
            return redirect(to("event", case))
        except OutOfDate as refused:
            mine, theirs = _plan_in_words(_as_typed(form)), _plan_in_words(refused.current)
            form.started_again(seen=refused.current.version)
    return ask(
        request,
        case,
        form,
        screen="event-change",
        heading="Change the learning event",
        back="event",
        lead="A new day, time or place is written to everyone who is invited."
        if event.state == "invited"
        else "",
        mine=mine,
        theirs=theirs,
        status=409 if theirs else 200,
    )


@needs(PLAN, queries.event)
def agenda(request: Request, event: LearningEvent) -> HttpResponse:
    """The parts of the day: their order, how long each takes, and which the family joins."""
    parts = event.parts
    if request.method == "POST" and request.POST.get("seen") != str(event.version):
        parts = forms.posted_parts(request.POST, parts) or parts
    form = forms.AgendaForm(request.POST or None, seen=event.version, parts=parts)
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        told = set(event.family_told)
        try:
            operations.set_agenda(
                event, by=request.user, seen=form.cleaned_data["seen"], parts=form.chosen
            )
            messages.success(
                request,
                "Saved. A message about the family’s part waits in the outbox for everyone invited."
                if set(event.family_told) != told
                else "Saved.",
            )
            return redirect(to("event", event.case))
        except OutOfDate as refused:
            kept = refused.current
            mine, theirs = _parts_in_words(form.chosen), _parts_in_words(kept.parts)
            form = forms.AgendaForm(
                None, seen=kept.version, parts=_together(form.chosen, kept.parts)
            )
    return render(
        request,
        "learning_events/agenda.html",
        about(
            event,
            form=form,
            mine=mine,
            theirs=theirs,
            length=sum(part.minutes for part in event.parts),
        ),
        status=409 if theirs else 200,
    )


@needs(PLAN, queries.event)
def ground_rules(request: Request, event: LearningEvent) -> HttpResponse:
    """How people treat each other that day."""
    form = forms.GroundRulesForm(
        request.POST or None,
        seen=event.version,
        initial={"rules": "\n".join(event.ground_rules)},
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.set_ground_rules(
                event, by=request.user, seen=form.cleaned_data["seen"], rules=form.lines
            )
            return redirect(to("event", event.case))
        except OutOfDate as refused:
            mine = form.cleaned_data["rules"]
            theirs = "\n".join(refused.current.ground_rules)
            form.started_again(seen=refused.current.version)
    return ask(
        request,
        event.case,
        form,
        screen="event-ground-rules",
        heading="How we treat each other",
        back="event",
        mine=mine,
        theirs=theirs,
        status=409 if theirs else 200,
    )


@needs(PLAN, queries.event)
def cancel(request: Request, event: LearningEvent) -> HttpResponse:
    """Cancel the event, with a reason."""
    form = forms.CancelForm(request.POST or None, seen=event.version)
    if request.method == "POST" and form.is_valid():
        operations.cancel_event(
            event,
            by=request.user,
            seen=form.cleaned_data["seen"],
            why=form.cleaned_data["why"],
        )
        messages.success(
            request,
            "Cancelled. Whoever had an invitation gets a message; it waits in the outbox.",
        )
        return redirect(to("event", event.case))
    return ask(
        request,
        event.case,
        form,
        screen="event-cancel",
        heading="Cancel the learning event",
        back="event",
        lead="Invitations that were not sent yet are set aside. Another event can be planned.",
        button="Cancel the event",
    )


def _window(review: Review) -> str:
    target = queries.target(review.case)
    if target is None:
        return ""
    if target.earliest:
        return f"People here hope to meet between {day(target.earliest)} and {day(target.due)}."
    return f"People here hope to meet by {day(target.due)}."


def _as_typed(form: forms.PlanForm) -> LearningEvent:
    data = form.cleaned_data
    return LearningEvent(
        begins_at=form.begins_at,
        ends_at=form.ends_at,
        place=data["place"],
        in_person=data["way"] == "in_person",
        support_lead=data["support_lead"],
        access_needs=data["access_needs"],
    )


def _plan_in_words(event: LearningEvent) -> str:
    hours = f"{time_of_day(event.begins_at)} to {time_of_day(event.ends_at)}"
    lines = [
        f"{weekday(event.begins_at)}, {hours}",
        event.place or "No place yet",
        "In one room" if event.in_person else "By video",
        f"Wellbeing: {event.support_lead}" if event.support_lead else "",
        event.access_needs,
    ]
    return "\n".join(line for line in lines if line)


def _parts_in_words(parts: Sequence[AgendaPart]) -> str:
    return "\n".join(
        f"{part.title}, {part.minutes} minutes{', with the family' if part.family else ''}"
        for part in parts
    )


def _together(mine: Sequence[AgendaPart], theirs: Sequence[AgendaPart]) -> list[AgendaPart]:
    """My parts in my order, then theirs that I did not have."""
    known = {part.id for part in mine}
    return [*mine, *(part for part in theirs if part.id not in known)]
