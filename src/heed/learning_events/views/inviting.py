"""Who is asked, the invitations, and what people answer."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from heed.alongside import queries as alongside
from heed.alongside.states import Hold
from heed.doors import needs
from heed.learning_events import emails, forms, operations, queries
from heed.learning_events.access import PLAN, READ
from heed.learning_events.models import Guest, LearningEvent
from heed.learning_events.states import Answer
from heed.learning_events.views.shared import about, ask, chosen, to
from heed.partnership import queries as partnerships
from heed.partnership.models import Person
from heed.partnership.requests import Request
from heed.refusals import NotNow, OutOfDate


@needs(PLAN, queries.event)
def guests(request: Request, event: LearningEvent) -> HttpResponse:
    """Who is asked, what they answered, and a way to add somebody."""
    house = event.case.partnership
    people = list(
        Person.objects.filter(agency__partnerships=house, is_active=True)
        .distinct()
        .select_related("agency")
    )
    agencies = list(partnerships.agencies(house))
    asked = queries.guests(event)
    on_list = {one.person_id for one in asked}
    form = forms.GuestForm(
        request.POST or None,
        people=[one for one in people if one.pk not in on_list],
        agencies=agencies,
    )
    if request.method == "POST" and form.is_valid():
        data, who = form.cleaned_data, form.cleaned_data["who"]
        try:
            operations.add_guest(
                event,
                by=request.user,
                person=chosen(people, data["person"]) if who == "person" else None,
                name=data["relation"] if who == "family" else data["name"],
                email=data["family_email"] if who == "family" else data["email"],
                agency=next((a for a in agencies if str(a.pk) == data["agency"]), None),
                role=data["role"],
                family=who == "family",
            )
            return redirect(to("guests", event.case))
        except NotNow as refused:
            field = {"family": "relation", "other": "email"}.get(who, "person")
            form.add_error(field, refused.sentence)
    return render(
        request,
        "learning_events/guests.html",
        about(
            event,
            form=form,
            guests=asked,
            waiting=_waiting(event, asked),
            held=alongside.cards(request.user, event.case, Hold.EVENT, Hold.CONTACT),
        ),
    )


@needs(PLAN, queries.event)
def guest(request: Request, event: LearningEvent, *, number: int) -> HttpResponse:
    """One guest: what they answered, and what is written of them."""
    one = _guest(event, number)
    form = forms.GuestAnswerForm(
        request.POST or None,
        seen=one.version,
        guest=one,
        initial={
            "name": one.name,
            "email": one.email,
            "role": one.role,
            "answer": one.answer,
            "answer_note": one.answer_note,
        },
    )
    mine = theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_guest(
                one, by=request.user, seen=form.cleaned_data["seen"], **form.written
            )
            if event.ahead:
                operations.note_answer(
                    one,
                    by=request.user,
                    answer=form.answered,
                    note=form.cleaned_data["answer_note"],
                )
            return redirect(to("guests", event.case))
        except NotNow as refused:
            form.add_error("name" if "name" in form.fields else None, refused.sentence)
        except OutOfDate as refused:
            kept: Guest = refused.current
            mine = "\n".join([*form.written.values(), form.cleaned_data["answer_note"]])
            theirs = "\n".join([kept.name, kept.role, kept.answer_word, kept.answer_note])
            form.started_again(seen=kept.version)
    return ask(
        request,
        event.case,
        form,
        screen="event-guest",
        heading=forms.named(one),
        back="guests",
        mine=mine,
        theirs=theirs,
        guest=one,
        status=409 if theirs else 200,
    )


@require_POST
@needs(PLAN, queries.event)
def take_out(request: Request, event: LearningEvent, *, number: int) -> HttpResponse:
    """Take somebody off the list."""
    operations.take_out_guest(_guest(event, number), by=request.user)
    messages.success(request, "Taken off the list.")
    return redirect(to("guests", event.case))


@needs(PLAN, queries.event)
def invitations(request: Request, event: LearningEvent) -> HttpResponse:
    """Read what the invitation says, then write it to everyone who was not invited yet."""
    asked = queries.guests(event)
    waiting = _waiting(event, asked)
    if request.method == "POST":
        written = operations.invite(event, by=request.user)
        if written:
            messages.success(
                request,
                f"{len(written)} invitation{'' if len(written) == 1 else 's'} "
                f"wait{'s' if len(written) == 1 else ''} in the outbox to be read and sent.",
            )
        else:
            messages.error(request, "Nobody is left to invite. Add somebody to the list first.")
        return redirect(to("event", event.case))
    example = next((one for one in waiting if not one.family), None)
    if example:
        example.event = event
    subject, body = emails.preview(example) if example else ("", "")
    return render(
        request,
        "learning_events/invitations.html",
        about(
            event,
            waiting=waiting,
            without=[one for one in asked if not one.address],
            family_waits=any(one.family for one in asked) and not event.family_parts,
            subject=subject,
            body=body,
            held=alongside.cards(request.user, event.case, Hold.EVENT, Hold.CONTACT),
        ),
    )


@require_POST
@needs(READ, queries.event)
def answer(request: Request, event: LearningEvent) -> HttpResponse:
    """A person answers their own invitation."""
    invitation = queries.my_invitation(request.user, event)
    if invitation is None:
        raise Http404
    form = forms.AnswerForm(request.POST)
    if form.is_valid():
        operations.note_answer(
            invitation,
            by=request.user,
            answer=Answer(form.cleaned_data["answer"]),
            note=form.cleaned_data["answer_note"],
        )
        messages.success(request, "Thank you. The facilitator knows.")
        return redirect(to("event", event.case))
    return ask(
        request,
        event.case,
        form,
        screen="event-answer",
        heading="Can you come?",
        back="event",
    )


def _waiting(event: LearningEvent, asked: list[Guest]) -> list[Guest]:
    return [
        one
        for one in asked
        if one.invited_at is None and one.address and (event.family_parts or not one.family)
    ]


def _guest(event: LearningEvent, number: int) -> Guest:
    one = get_object_or_404(event.guests.select_related("person", "agency"), pk=number)
    one.event = event
    return one
