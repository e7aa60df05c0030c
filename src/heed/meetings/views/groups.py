"""The groups: how they fit together, who sits in each, what it is for."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.design.forms import PlainForm
from heed.doors import allows, check, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import LIST, PLAN, READ_GROUP, READ_GROUPS
from heed.meetings.framework import diagram
from heed.meetings.states import Matter
from heed.meetings.views.shared import about_group, to_group
from heed.partnership import operations as partnership_operations
from heed.partnership import queries as partnerships
from heed.partnership.access import KEEP_PEOPLE
from heed.partnership.models import Group, Part, Partnership
from heed.partnership.requests import Request
from heed.partnership.states import PartKind


@needs(READ_GROUPS, queries.the_partnership)
def groups(request: Request, partnership: Partnership) -> HttpResponse:
    """How the partnership's groups fit together, and what passes between them."""
    found = queries.framework(request.user, partnership)
    return render(
        request,
        "meetings/groups.html",
        {
            "framework": found,
            "diagram": diagram(found),
            "meets": allows(request.user, LIST, partnership),
        },
    )


@needs(READ_GROUP, queries.group)
def group(request: Request, group: Group) -> HttpResponse:
    """One group: what it is for, who sits there, when it meets, what it waits for."""
    partnership = group.partnership
    cycle = queries.cycle_of(group)
    meets = queries.meetings(request.user, partnership, ahead=True).filter(group=group)
    sectors = queries.by_sector(group)
    handovers = list(queries.handovers_of(request.user, group)[:30])
    return render(
        request,
        "meetings/group.html",
        about_group(
            group,
            cycle=cycle,
            sectors=sectors,
            chairs=[seat for sector in sectors for seat in sector.seats if seat.chair],
            quorum=queries.quorum_words(cycle.quorum) if cycle else "",
            ahead=list(meets[:3]),
            to=queries.hands_to(group),
            from_=queries.hands_here(group),
            given=[one for one in handovers if one.from_group_id == group.pk],
            taken=[one for one in handovers if one.to_group_id == group.pk],
            questions=list(queries.questions(request.user, group)[:10]),
            rehearsals=list(queries.rehearsals_of(request.user, group)[:5]),
            may_keep=allows(request.user, PLAN, group),
            may_seat=allows(request.user, KEEP_PEOPLE, partnership),
        ),
    )


def _people(group: Group, request: Request) -> None:
    check(request.user, KEEP_PEOPLE, group.partnership)


@needs(READ_GROUP, queries.group)
def seat(request: Request, group: Group) -> HttpResponse:
    """Somebody begins to sit in the group."""
    _people(group, request)
    people = list(partnerships.roster(request.user, group.partnership))
    cycle = queries.cycle_of(group)
    titles = (cycle.chair_title, *cycle.co_chair_titles) if cycle else ("Chair",)
    form = forms.SeatForm(request.POST or None, people=people, chair_titles=titles)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        who = next(one for one in people if str(one.pk) == data["person"])
        partnership_operations.give_part(
            group.partnership,
            by=request.user,
            person=who,
            kind=PartKind(data["kind"]),
            group=group,
            begins=data["begins"],
        )
        messages.success(request, f"{who.name} sits in the {group.name}.")
        return redirect(to_group("group", group))
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            group,
            form=form,
            screen="group-seat",
            heading="Who joins the group?",
            button="Add",
            link=reverse("casework:invite", kwargs={"partnership": group.partnership.slug}),
            link_says="Invite somebody who is not in the list",
        ),
    )


def _part(group: Group, number: int) -> Part:
    found = next((one for one in queries.parts_of(group) if one.pk == number), None)
    if found is None:
        raise Http404
    return found


@needs(READ_GROUP, queries.group)
def seat_end(request: Request, group: Group, *, number: int) -> HttpResponse:
    """Somebody no longer sits in the group, from now on. It is asked first."""
    _people(group, request)
    part = _part(group, number)
    if request.method == "POST":
        partnership_operations.end_part(part, by=request.user)
        messages.success(request, "They no longer sit in the group. It took effect at once.")
        return redirect(to_group("group", group))
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            group,
            form=PlainForm(),
            screen="group-seat-end",
            heading="Does this seat end now?",
            said=f"{part.holder}\nThe group’s papers close to them at once. What they said and "
            "agreed stays in the minutes.",
            button="End the seat",
        ),
    )


@needs(READ_GROUP, queries.group)
def deputy(request: Request, group: Group, *, number: int) -> HttpResponse:
    """Who stands in for a member, and from when to when."""
    _people(group, request)
    part = _part(group, number)
    people = [
        one
        for one in partnerships.roster(request.user, group.partnership)
        if one.pk != part.person_id
    ]
    form = forms.DeputyForm(
        request.POST or None,
        people=people,
        initial={
            "deputy": str(part.deputy_id or ""),
            "begins": part.deputy_begins,
            "ends": part.deputy_ends,
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        partnership_operations.name_deputy(
            part,
            by=request.user,
            deputy=next((one for one in people if str(one.pk) == data["deputy"]), None),
            begins=data["begins"],
            ends=data["ends"],
        )
        messages.success(request, "Kept.")
        return redirect(to_group("group", group))
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            group,
            form=form,
            screen="group-deputy",
            heading="Who stands in for this member?",
            said=part.holder,
            button="Keep",
        ),
    )


@needs(PLAN, queries.group)
def bring(request: Request, group: Group) -> HttpResponse:
    """Enter what a board brings to this group, such as a safeguarding adult review."""
    boards = queries.hands_here(group)
    if not boards:
        raise Http404
    form = forms.BringForm(
        request.POST or None, groups=boards, initial={"matter": Matter.ADULT_REVIEW}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        given = operations.bring(
            group,
            by=request.user,
            from_group=next(one for one in boards if str(one.pk) == data["to"]),
            matter=Matter(data["matter"]),
            title=data["title"],
            why=data["why"],
            asks=data["asks"],
        )
        return redirect(
            "meetings:handover-receive", partnership=group.partnership.slug, number=given.pk
        )
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            group,
            form=form,
            screen="group-bring",
            heading="What is brought to this group?",
            button="Go on to its criteria" if queries.admits(group) else "Go on",
        ),
    )
