"""Holding a learning event: notes under the prompts, who was there, and what it sets going."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.learning_events import emails, queries
from heed.learning_events.access import HOLD, PLAN
from heed.learning_events.models import EventNote, LearningEvent
from heed.learning_events.operations.planning import plan_event
from heed.learning_events.operations.standing import stands_at
from heed.learning_events.states import PARKED, EventState
from heed.partnership.models import Person
from heed.partnership.states import Means, Stage
from heed.pathways.queries import pack_of
from heed.refusals import NotNow, OutOfDate
from heed.reviews import operations as reviews
from heed.reviews.models import Review


@transaction.atomic
def write_notes(
    event: LearningEvent,
    *,
    by: Person,
    texts: Mapping[str, str],
    seen: Mapping[str, int],
) -> list[EventNote]:
    """Save notes by prompt (``states.PARKED`` for what belongs elsewhere).

    ``seen`` holds the version of each that the person started from. Raises OutOfDate, with the
    notes as they stand, when somebody changed one of them meanwhile; nothing is saved then.
    """
    doors.check(by, PLAN, event)
    if event.state == EventState.CANCELLED:
        raise NotNow("This event was cancelled, so there is nothing to note.")
    prompts = {prompt.id for prompt in pack_of(event.case).event.prompts} | {PARKED}
    if not set(texts) <= prompts:
        raise NotNow("One of these notes belongs to no prompt of this event.")
    LearningEvent.objects.select_for_update().get(pk=event.pk)
    kept = queries.notes_of(event)
    for prompt, text in texts.items():
        old = kept.get(prompt)
        if old and old.version != seen.get(prompt, 0) and old.text != text:
            raise OutOfDate(history.CHANGED_MEANWHILE, kept)
    saved = []
    for prompt, text in texts.items():
        old = kept.get(prompt)
        if (old.text if old else "") == text:
            continue
        if old is None:
            old = EventNote.objects.create(
                event=event, prompt=prompt, text=text, written_by=by, written_at=clock.now()
            )
            history.record("noted something", old, by=by, prompt=prompt)
        else:
            history.change(
                old,
                by=by,
                seen=None,
                verb="changed a note",
                text=text,
                written_by=by,
                written_at=clock.now(),
            )
        saved.append(old)
    return saved


@transaction.atomic
def note_attendance(event: LearningEvent, *, by: Person, attended: Iterable[int]) -> LearningEvent:
    """Note who was there: the guests with these ids, and nobody else of the list."""
    doors.check(by, HOLD, event)
    there = set(attended)
    for guest in event.guests.all():
        if guest.attended != (guest.pk in there):
            guest.attended = guest.pk in there
            guest.save(update_fields=["attended"])
    history.record("noted who was there", event, by=by, number=len(there))
    return event


@transaction.atomic
def hold_event(
    event: LearningEvent,
    *,
    by: Person,
    seen: int,
    on: date | None = None,
    attended: Iterable[int] | None = None,
    because: str = "",
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> LearningEvent:
    """Say that the event was held: what was learnt can be settled, and the page's clock runs.

    ``on`` is the day on which it was held, its own day unless it is said. ``because`` notes why it
    went ahead though no agency had said that its return was ready; nothing waits for it.
    """
    doors.check(by, HOLD, event)
    day = on or min(event.begins_at.astimezone(clock.LONDON).date(), clock.today())
    if day > clock.today():
        raise NotNow("This day has not come yet. Say that the event was held once it has been.")
    if attended is not None:
        note_attendance(event, by=by, attended=attended)
    came = [one for one in queries.by_agency(queries.guests(event)) if one.came]
    agencies = sum(one.name not in ("Family", "No agency") for one in came)
    history.move(
        event,
        to=EventState.HELD,
        by=by,
        seen=seen,
        said=f"The learning event was held, with people of {agencies} "
        f"agenc{'y' if agencies == 1 else 'ies'}."
        if agencies
        else "The learning event was held.",
        happened_on=day,
        on_word_of=on_word_of,
    )
    event.happened_on, event.because = day, because
    event.means, event.on_word_of = means, on_word_of
    event.save(update_fields=["happened_on", "because", "means", "on_word_of"])
    emails.set_aside_unsent(event, by=by)
    review = event.case.review
    reviews.reach(review, clock_id="event", by=by, on=day)
    reviews.start_clocks(review, event="event_held", on=day, by=by)
    stands_at(
        event,
        by=by,
        stage=Stage.FINDINGS,
        waiting_on="The facilitator, to settle what was learnt",
        clock_id="one_page",
    )
    return event


@transaction.atomic
def enter_held_event(
    review: Review,
    *,
    by: Person,
    begins_at: datetime,
    ends_at: datetime,
    place: str = "",
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> LearningEvent:
    """Enter an event that was held before it was in Heed, on somebody's word."""
    event = plan_event(review, by=by, begins_at=begins_at, ends_at=ends_at, place=place)
    return hold_event(
        event,
        by=by,
        seen=event.version,
        on=begins_at.astimezone(clock.LONDON).date(),
        means=means,
        on_word_of=on_word_of,
    )
