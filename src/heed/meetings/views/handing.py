"""Handing something to another group, receiving it, giving it back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heed.doors import allows, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import KEEP_ITEM, PLAN, READ_HANDOVER, RECEIVE
from heed.meetings.models import AgendaItem, Handover
from heed.meetings.states import Matter
from heed.meetings.views.shared import about, about_group, to_group, to_item
from heed.partnership.models import Group
from heed.partnership.requests import Request
from heed.refusals import NotNow, OutOfDate


def _waits(groups: list[Group]) -> str:
    return (
        "Handed over. Whoever chairs that group is told through the outbox."
        if len(groups)
        else "Handed over."
    )


@needs(KEEP_ITEM, queries.item)
def hand(request: Request, item: AgendaItem) -> HttpResponse:
    """Hand an item to another group."""
    groups = queries.hands_to(item.group)
    if item.meeting is None or not groups:
        raise Http404
    good = item.case is not None and item.case.good_practice
    form = forms.HandForm(
        request.POST or None,
        groups=groups,
        titled=True,
        initial={
            "title": item.title,
            "matter": Matter.GOOD_PRACTICE if good else Matter.CASE if item.case_id else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.hand_over(
                item.group,
                by=request.user,
                to_group=next(one for one in groups if str(one.pk) == data["to"]),
                matter=Matter(data["matter"]),
                title=data["title"],
                why=data["why"],
                asks=data["asks"],
                item=item,
            )
            messages.success(request, _waits(groups))
            return redirect(to_item(item))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return render(
        request,
        "meetings/ask.html",
        about(
            item.meeting,
            form=form,
            screen="meeting-hand",
            heading=f"Hand on: {item.title}",
            button="Hand it over",
            back=to_item(item),
        ),
    )


@needs(PLAN, queries.group)
def hand_between(request: Request, group: Group) -> HttpResponse:
    """Hand something to another group between meetings."""
    groups = queries.hands_to(group)
    if not groups:
        raise Http404
    form = forms.HandForm(request.POST or None, groups=groups, titled=True)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.hand_over(
            group,
            by=request.user,
            to_group=next(one for one in groups if str(one.pk) == data["to"]),
            matter=Matter(data["matter"]),
            title=data["title"],
            why=data["why"],
            asks=data["asks"],
        )
        messages.success(request, _waits(groups))
        return redirect(to_group("group", group))
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            group,
            form=form,
            screen="group-hand",
            heading="Hand something to another group",
            button="Hand it over",
        ),
    )


@needs(READ_HANDOVER, queries.handover, confidential=True)
def handover(request: Request, handover: Handover) -> HttpResponse:
    """What one group handed to another, and the receipt."""
    return render(
        request,
        "meetings/handover.html",
        about_group(
            handover.to_group,
            handover=handover,
            criteria=list(handover.criteria.all()),
            item=queries.item_of(handover),
            may_receive=handover.waits and allows(request.user, RECEIVE, handover),
        ),
    )


@needs(RECEIVE, queries.handover)
def receive(request: Request, handover: Handover) -> HttpResponse:
    """Receive it: the group's own criteria, one by one."""
    if not handover.waits and request.method == "GET":
        return redirect(_to(handover))
    form = forms.ReceiveForm(
        request.POST or None, criteria=queries.admits(handover.to_group), seen=handover.version
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            operations.receive(
                handover,
                by=request.user,
                seen=form.cleaned_data["seen"],
                answers=form.answers,
                answer=form.cleaned_data["answer"],
            )
            messages.success(request, "Received. It is on the group’s agenda.")
            return redirect(_to(handover))
        except (NotNow, OutOfDate) as refused:
            form.add_error(None, refused.sentence)
            status = 409
    return render(
        request,
        "meetings/receive.html",
        about_group(handover.to_group, handover=handover, form=form),
        status=status,
    )


@needs(RECEIVE, queries.handover)
def give_back(request: Request, handover: Handover) -> HttpResponse:
    """Give it back, with the reason."""
    if not handover.waits and request.method == "GET":
        return redirect(_to(handover))
    form = forms.GiveBackForm(request.POST or None, seen=handover.version)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_back(
                handover,
                by=request.user,
                seen=form.cleaned_data["seen"],
                why=form.cleaned_data["why"],
            )
            messages.success(request, "Given back, with your reason.")
            return redirect(_to(handover))
        except (NotNow, OutOfDate) as refused:
            form.add_error(None, refused.sentence)
            status = 409
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            handover.to_group,
            form=form,
            screen="handover-give-back",
            heading=f"Give back: {handover.title}",
            button="Give it back",
            back=_to(handover),
        ),
        status=status,
    )


def _to(handover: Handover) -> str:
    return to_group("handover", handover.to_group, number=handover.pk)
