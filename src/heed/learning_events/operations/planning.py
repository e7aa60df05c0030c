"""Planning a learning event: when and where, the parts of the day, moving and cancelling it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.learning_events import emails, queries
from heed.learning_events.access import PLAN
from heed.learning_events.agenda import AgendaPart, family_hours, suggested
from heed.learning_events.models import Guest, LearningEvent
from heed.learning_events.operations.standing import stands_at
from heed.learning_events.states import EventState
from heed.partnership.models import Person
from heed.partnership.states import Stage
from heed.pathways.queries import pack_of
from heed.refusals import NotNow
from heed.returns.queries import returns_of
from heed.returns.states import ReturnState
from heed.reviews.models import Review
from heed.reviews.states import ReviewState

#: The way of taking part, by its id in the pack's scope, that brings a family to the event.
FAMILY_JOINS = "parts_of_event"


@transaction.atomic
def plan_event(
    review: Review,
    *,
    by: Person,
    begins_at: datetime,
    ends_at: datetime,
    place: str = "",
    in_person: bool | None = None,
    facilitator: Person | None = None,
    support_lead: str = "",
    access_needs: str = "",
) -> LearningEvent:
    """Plan the event of a review, with the pack's agenda and ground rules.

    Whoever prepares a return is put on the list of guests. The family joins the parts that the
    pack names where the review offers it a way to take part.
    """
    doors.check(by, PLAN, review)
    if review.state == ReviewState.SCOPING:
        raise NotNow("Agree the scope first: it says which agencies are asked in.")
    Review.objects.select_for_update().get(pk=review.pk)  # of two who plan at once only one does
    if queries.event_of(review.case):
        raise NotNow("An event is planned already. Change it, or cancel it and plan another.")
    words = pack_of(review.case).event
    event = LearningEvent.objects.create(
        case=review.case,
        begins_at=begins_at,
        ends_at=ends_at,
        place=place,
        in_person=words.in_person if in_person is None else in_person,
        facilitator=facilitator or review.facilitator,
        support_lead=support_lead,
        access_needs=access_needs,
        agenda=[part.kept() for part in suggested(words, family=FAMILY_JOINS in review.family)],
        ground_rules=list(words.ground_rules),
        entered_by=by,
        entered_at=clock.now(),
        happened_on=begins_at.astimezone(clock.LONDON).date(),
    )
    _suggest_guests(event, review)
    history.record("planned the learning event", event, by=by, said="A learning event is planned.")
    stands_at(event, by=by, stage=Stage.EVENT, waiting_on="The facilitator, to invite people")
    return event


@transaction.atomic
def change_event(
    event: LearningEvent,
    *,
    by: Person,
    seen: int,
    begins_at: datetime,
    ends_at: datetime,
    place: str,
    **values: Any,
) -> LearningEvent:
    """Change an event. A new day, time or place moves it: everyone invited is written to again.

    The calendar entry keeps its identity and its number goes up. Answers given for another time are
    asked for anew. ``values``: in_person, facilitator, support_lead, access_needs.
    """
    doors.check(by, PLAN, event)
    _ahead(event)
    another_time = (begins_at, ends_at) != (event.begins_at, event.ends_at)
    moves = another_time or place != event.place
    invited = event.state == EventState.INVITED
    history.change(
        event,
        by=by,
        seen=seen,
        verb="moved the learning event" if moves else "changed the learning event",
        said="The learning event was moved." if moves and invited else "",
        begins_at=begins_at,
        ends_at=ends_at,
        place=place,
        happened_on=begins_at.astimezone(clock.LONDON).date(),
        sequence=event.sequence + (moves and invited),
        **values,
    )
    if moves and invited:
        had_it = emails.went_to(event)
        emails.set_aside_unsent(event, by=by)
        for guest in emails.invited(event):
            (emails.moved if guest.address in had_it else emails.invitation)(guest, by=by)
            guest.told_sequence = event.sequence
            guest.answer = "" if another_time else guest.answer
            guest.save(update_fields=["told_sequence", "answer"])
    elif invited:
        emails.renew_unsent(event, by=by)
    waiting_on = "The learning event" if invited else "The facilitator, to invite people"
    stands_at(event, by=by, stage=Stage.EVENT, waiting_on=waiting_on)
    return event


@transaction.atomic
def set_agenda(
    event: LearningEvent, *, by: Person, seen: int, parts: Sequence[AgendaPart]
) -> LearningEvent:
    """Set the parts of the day, in order.

    Where people are invited already and the family now joins other parts than they were told, a
    message to each waits in the outbox.
    """
    doors.check(by, PLAN, event)
    _ahead(event)
    if not parts:
        raise NotNow("Leave at least one part of the day.")
    hours = family_hours(event.parts, event.begins_at)
    history.change(
        event,
        by=by,
        seen=seen,
        verb="set the agenda",
        agenda=[part.kept() for part in parts],
    )
    if event.state == EventState.INVITED:
        _tell_of_the_family(event, by=by, hours=hours)
    return event


@transaction.atomic
def set_ground_rules(
    event: LearningEvent, *, by: Person, seen: int, rules: Sequence[str]
) -> LearningEvent:
    """Set how people treat each other that day."""
    doors.check(by, PLAN, event)
    _ahead(event)
    kept = [rule.strip() for rule in rules if rule.strip()]
    history.change(event, by=by, seen=seen, verb="set the ground rules", ground_rules=kept)
    emails.renew_unsent(event, by=by)
    return event


@transaction.atomic
def cancel_event(event: LearningEvent, *, by: Person, seen: int, why: str) -> LearningEvent:
    """Cancel an event. Who had an invitation gets a message that takes it out of their calendar."""
    doors.check(by, PLAN, event)
    history.move(
        event,
        to=EventState.CANCELLED,
        by=by,
        seen=seen,
        said="The learning event was cancelled.",
    )
    event.cancelled_why = why
    event.sequence += 1
    event.save(update_fields=["cancelled_why", "sequence"])
    emails.set_aside_unsent(event, by=by)
    had_it = emails.went_to(event)
    for guest in emails.invited(event):
        if guest.address in had_it:
            emails.cancelled(guest, by=by)
    stands_at(event, by=by, stage=Stage.EVENT, waiting_on="The facilitator, to plan the event")
    return event


def _tell_of_the_family(event: LearningEvent, *, by: Person, hours: object) -> None:
    """Bring what people were told in step with the agenda.

    Who has an invitation gets a message when the family joins other parts; one that waits in the
    outbox is written anew. The family's own entry moves when its hours do.
    """
    now = family_hours(event.parts, event.begins_at)
    moves = None not in (hours, now) and now != hours
    if moves:
        event.sequence += 1
    joined = [part.id for part in event.family_parts]
    differs = set(joined) != set(event.family_told)
    event.family_told = joined
    event.save(update_fields=["family_told", "sequence"])
    if differs:
        emails.set_aside_unsent(event, by=by, notices_only=True)
    renewed = emails.renew_unsent(event, by=by)
    for guest in emails.invited(event):
        if guest.address in renewed:
            continue
        if guest.family and moves:
            emails.moved(guest, by=by)
        elif not guest.family and differs:
            emails.family_changed(guest, by=by)
    if differs:
        history.record("told everyone about the family's part", event, by=by)


def _suggest_guests(event: LearningEvent, review: Review) -> None:
    leave = set(
        returns_of(review)
        .filter(state=ReturnState.NOT_TAKING_PART)
        .values_list("asked_id", flat=True)
    )
    known: set[int] = set()
    for asked in review.agencies.select_related("agency", "contact"):
        if asked.pk in leave or (asked.contact_id in known and asked.contact_id is not None):
            continue
        if asked.contact_id is not None:
            known.add(asked.contact_id)
        Guest.objects.create(
            event=event,
            person=asked.contact,
            name=asked.whom,
            email="" if asked.contact else asked.contact_email,
            agency=asked.agency,
            role=asked.contact.role if asked.contact else "",
        )


def _ahead(event: LearningEvent) -> None:
    if not event.ahead:
        raise NotNow(f"This event is {event.state_word.lower()}. Its plan stays as it is.")
