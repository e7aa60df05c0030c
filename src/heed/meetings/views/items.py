"""One item of an agenda: what was said, interests, holding over; and the action log's lines."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import DECLARE, KEEP, KEEP_ITEM, READ, READ_ITEM, RULE
from heed.meetings.models import AgendaItem, Interest, Meeting
from heed.meetings.states import InterestKind
from heed.meetings.views.shared import about, to, to_item
from heed.partnership.models import Person
from heed.partnership.requests import Request
from heed.refusals import OutOfDate


def _meeting(item: AgendaItem) -> Meeting:
    if item.meeting is None:
        raise Http404
    return item.meeting


@needs(KEEP, queries.meeting)
def item_add(request: Request, meeting: Meeting) -> HttpResponse:
    """Add something to discuss."""
    form = forms.ItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.add_item(meeting, by=request.user, title=form.cleaned_data["title"])
        return redirect(to("meeting", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-item-add",
            heading="Add to the agenda",
            button="Add",
        ),
    )


@needs(READ_ITEM, queries.item, confidential=True)
def item(request: Request, item: AgendaItem) -> HttpResponse:
    """One item: what was said, what came of it, what is declared."""
    meeting = _meeting(item)
    may_keep = meeting.ahead and allows(request.user, KEEP_ITEM, item)
    leaves = queries.leaves(request.user, item)
    form = forms.MinuteForm(
        (request.POST or None) if may_keep else None,
        seen=item.version,
        item=item,
        initial={"note": item.note, "outcome": item.outcome},
    )
    theirs, status = "", 200
    if request.method == "POST" and may_keep and not leaves and form.is_valid():
        try:
            operations.minute_item(
                item,
                by=request.user,
                seen=form.cleaned_data["seen"],
                note=form.cleaned_data["note"],
                outcome=form.cleaned_data.get("outcome", ""),
            )
            messages.success(request, "Kept for the minutes.")
            return redirect(to("meeting", meeting))
        except OutOfDate as refused:
            theirs, status = refused.current.note or "Nothing yet", 409
            form.started_again(seen=refused.current.version)
    return render(
        request,
        "meetings/item.html",
        about(
            meeting,
            item=item,
            case=item.case,
            form=form,
            theirs=theirs,
            mine=str(form["note"].value() or "") if theirs else "",
            leaves=leaves,
            interests=queries.declared(item),
            **_handed(request, item),
            may_hand=not leaves
            and allows(request.user, KEEP_ITEM, item)
            and bool(queries.hands_to(item.group)),
            may_keep=may_keep,
            may_declare=meeting.ahead and allows(request.user, DECLARE, item),
            may_rule=allows(request.user, RULE, item),
        ),
        status=status,
    )


def _handed(request: Request, item: AgendaItem) -> dict[str, object]:
    """From which group an item came, and to which it was handed on; also once it is held over."""
    known = queries.handovers_of(request.user, item.group)
    kind, _, number = item.about.partition(":")
    same = {"item__about": item.about, "item__case": item.case_id} if item.about else {"item": item}
    return {
        "handed_in": known.filter(pk=number).first() if kind == "handover" else None,
        "handed_on": list(known.filter(**same)),
    }


@needs(KEEP_ITEM, queries.item)
def hold_over(request: Request, item: AgendaItem) -> HttpResponse:
    """Hold an item over to the next meeting."""
    meeting = _meeting(item)
    after = queries.next_meeting(item.group, after=meeting)
    form = forms.WhyForm(
        request.POST or None,
        label="Why is it held over?",
        hint=f"It goes to {queries.day_of(after)}."
        if after
        else "It waits until the group’s next meeting is planned.",
    )
    if request.method == "POST" and form.is_valid():
        operations.hold_over(item, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, "Held over.")
        return redirect(to("meeting", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-hold-over",
            heading=f"Hold over: {item.title}",
            button="Hold it over",
            back=to_item(item),
        ),
    )


@require_POST
@needs(KEEP_ITEM, queries.item)
def take_off(request: Request, item: AgendaItem) -> HttpResponse:
    """Take off something that is about no case."""
    meeting = _meeting(item)
    operations.take_off_agenda(item, by=request.user)
    messages.success(request, "Taken off the agenda.")
    return redirect(to("meeting", meeting))


@needs(DECLARE, queries.item)
def interest(request: Request, item: AgendaItem) -> HttpResponse:
    """Declare an interest: one's own, or somebody's where one keeps the agenda."""
    meeting = _meeting(item)
    members = queries.members(item.group) if allows(request.user, KEEP_ITEM, item) else []
    form = forms.InterestForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.declare_interest(
            item,
            by=request.user,
            kind=InterestKind(data["kind"]),
            person=_member(members, data.get("who", "")),
            name=data.get("name", ""),
            what=data["what"],
        )
        messages.success(request, "Declared. It is in the minutes.")
        return redirect(to("meeting", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-interest",
            heading=f"Declare an interest: {item.title}",
            button="Declare it",
            back=to_item(item),
        ),
    )


@needs(RULE, queries.item)
def ruling(request: Request, item: AgendaItem, *, interest: int) -> HttpResponse:
    """The chair's ruling on an interest."""
    found = get_object_or_404(Interest, pk=interest, item=item, ended_at__isnull=True)
    form = forms.RulingForm(request.POST or None, initial={"ruling": found.ruling})
    if request.method == "POST" and form.is_valid():
        operations.rule_on_interest(found, by=request.user, ruling=form.cleaned_data["ruling"])
        return redirect(to_item(item))
    return render(
        request,
        "meetings/ask.html",
        about(
            _meeting(item),
            form=form,
            screen="meeting-ruling",
            heading="",
            button="Keep the ruling",
            back=to_item(item),
        ),
    )


@needs(KEEP_ITEM, queries.item)
def end_interest(request: Request, item: AgendaItem, *, interest: int) -> HttpResponse:
    """Take back an interest that was entered in error."""
    found = get_object_or_404(Interest, pk=interest, item=item, ended_at__isnull=True)
    form = forms.WhyForm(request.POST or None, label="Why is it taken back?")
    if request.method == "POST" and form.is_valid():
        operations.end_interest(found, by=request.user, why=form.cleaned_data["why"])
        return redirect(to_item(item))
    return render(
        request,
        "meetings/ask.html",
        about(
            _meeting(item),
            form=form,
            screen="meeting-end-interest",
            heading="Take back an interest",
            button="Take it back",
            back=to_item(item),
        ),
    )


@needs(KEEP, queries.meeting)
def action_add(request: Request, meeting: Meeting) -> HttpResponse:
    """Add to the action log."""
    members = queries.members(meeting.group)
    form = forms.ActionForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.add_action(
            meeting,
            by=request.user,
            what=data["what"],
            person=_member(members, data["person"]),
            who=data["who"],
            by_when=data["by_when"],
        )
        return redirect(to("meeting", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-action-add",
            heading="Add to the action log",
            button="Add",
        ),
    )


@needs(READ, queries.meeting)
def action_done(request: Request, meeting: Meeting, *, action: int) -> HttpResponse:
    """Say that something in the action log is done."""
    try:
        found = queries.actions_of(request.user, meeting).get(pk=action)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault
    form = forms.DoneForm(request.POST or None, seen=found.version)
    if request.method == "POST" and form.is_valid():
        operations.finish_action(
            found,
            by=request.user,
            seen=form.cleaned_data["seen"],
            note=form.cleaned_data["note"],
        )
        return redirect(to("meeting", meeting))
    return render(
        request,
        "meetings/ask.html",
        about(
            meeting,
            form=form,
            screen="meeting-action-done",
            heading="This is done",
            said=found.what,
            button="Mark it done",
        ),
    )


def _member(members: list[queries.Member], number: str) -> Person | None:
    return next((one.person for one in members if str(one.person.pk) == number), None)
