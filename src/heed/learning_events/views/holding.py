"""The day itself: the run sheet, the notes, and saying that it was held."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.doors import allows, needs
from heed.learning_events import forms, operations, queries
from heed.learning_events.access import HOLD, PLAN, READ_NOTES
from heed.learning_events.models import EventNote, LearningEvent
from heed.learning_events.states import PARKED
from heed.learning_events.views.shared import about, ask, to, words_of
from heed.partnership.requests import Request
from heed.partnership.states import Means
from heed.refusals import NotNow, OutOfDate
from heed.reviews import queries as reviews
from heed.reviews.models import Review
from heed.reviews.noticing import house_of, noticed, register_of


@needs(PLAN, queries.event, confidential=True)
def run(request: Request, event: LearningEvent) -> HttpResponse:
    """The run sheet, made to be printed: the day, the ground rules, the prompts, who comes."""
    return render(
        request,
        "learning_events/run.html",
        about(
            event,
            guests=[one for one in queries.guests(event) if one.answer != "no"],
            print_reference=event.reference,
            print_version=event.version,
        ),
    )


@needs(READ_NOTES, queries.event, confidential=True)
def notes(request: Request, event: LearningEvent) -> HttpResponse:
    """What was said, under each prompt. Who writes has boxes; the deciding group reads."""
    prompts = words_of(event.case).prompts
    kept = queries.notes(request.user, event)
    if not allows(request.user, PLAN, event):
        told = [(one, kept[one.id].text) for one in prompts if one.id in kept]
        return render(request, "learning_events/notes_read.html", about(event, told=told))
    form = forms.NotesForm(
        request.POST or None,
        prompts=prompts,
        initial={prompt: note.text for prompt, note in kept.items()},
    )
    seen = {prompt: note.version for prompt, note in kept.items()}
    theirs: list[tuple[str, str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            operations.write_notes(
                event,
                by=request.user,
                texts={name: form.cleaned_data[name] for name in form.fields},
                seen=_posted_versions(request, form),
            )
            messages.success(request, "Saved.")
            return redirect(to("notes", event.case))
        except OutOfDate as refused:
            kept = refused.current
            seen = {prompt: note.version for prompt, note in kept.items()}
            theirs = _both(form, kept)
    return render(
        request,
        "learning_events/notes.html",
        about(
            event,
            form=form,
            seen=seen,
            theirs=theirs,
            rows=_rows(event, form, kept, noticing=request.method == "GET"),
        ),
        status=409 if theirs else 200,
    )


@needs(HOLD, queries.event)
def hold(request: Request, event: LearningEvent) -> HttpResponse:
    """Say that the event was held, and who was there."""
    if not event.ahead:
        return redirect(to("event", event.case))
    guests = queries.guests(event)
    ready, returns = queries.returns_ready(event.case)
    form = forms.HoldForm(
        request.POST or None,
        seen=event.version,
        event=event,
        guests=guests,
        any_return=bool(ready),
        initial={"attended": [str(one.pk) for one in guests if one.answer == "yes"]},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.hold_event(
            event,
            by=request.user,
            seen=data["seen"],
            on=data["day"],
            attended=form.there,
            because=data.get("because", ""),
        )
        messages.success(request, "Held. Next, settle what was learnt.")
        return redirect(to("event", event.case))
    return ask(
        request,
        event.case,
        form,
        screen="event-hold",
        heading="The event was held",
        back="event",
        lead=f"{ready} of {returns} agencies had said that their return was ready."
        if returns
        else "",
        button="It was held",
    )


@needs(HOLD, reviews.review)
def held_before(request: Request, review: Review) -> HttpResponse:
    """Enter an event that was held before it was in Heed."""
    case = review.case
    if queries.event_of(case):
        return redirect(to("event", case))
    form = forms.HeldBeforeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.enter_held_event(
                review,
                by=request.user,
                begins_at=form.begins_at,
                ends_at=form.ends_at,
                place=data["place"],
                means=Means(data["means"] or Means.HEED),
                on_word_of=data["on_word_of"],
            )
            messages.success(request, "Entered. Note who was there and what was said.")
            return redirect(to("event", case))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return ask(
        request,
        case,
        form,
        screen="event-held-before",
        heading="Enter an event that has been held",
        back="event",
        button="Enter it",
    )


def _posted_versions(request: Request, form: forms.NotesForm) -> dict[str, int]:
    found = {}
    for name in form.fields:
        posted = request.POST.get(f"seen-{name}", "0")
        found[name] = int(posted) if posted.isdecimal() and len(posted) < 10 else 0
    return found


def _both(form: forms.NotesForm, kept: dict[str, EventNote]) -> list[tuple[str, str, str]]:
    return [
        (str(field.label), form.cleaned_data[name], kept[name].text)
        for name, field in form.fields.items()
        if name in kept and kept[name].text != form.cleaned_data[name]
    ]


def _rows(
    event: LearningEvent, form: forms.NotesForm, kept: dict[str, EventNote], *, noticing: bool
) -> list[dict[str, Any]]:
    """Each prompt with its box, further questions, and what is worth a second look in the note."""
    register, house = register_of(event.case), house_of(event.case)
    further = {one.id: one.follow_ups for one in words_of(event.case).prompts}
    return [
        {
            "field": form[name],
            "parked": name == PARKED,
            "further": further.get(name, ()),
            "note": kept.get(name),
            "noticed": noticed(kept[name].text, register=register, house=house)
            if noticing and name in kept
            else [],
        }
        for name in form.fields
    ]
