"""Who is asked to come, the invitations, and what people answered."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.learning_events import emails
from heed.learning_events.access import PLAN
from heed.learning_events.models import Guest, LearningEvent
from heed.learning_events.operations.standing import stands_at
from heed.learning_events.states import Answer, EventState
from heed.partnership.models import Agency, Person
from heed.partnership.states import Stage
from heed.refusals import NotNow


@transaction.atomic
def add_guest(
    event: LearningEvent,
    *,
    by: Person,
    person: Person | None = None,
    name: str = "",
    email: str = "",
    agency: Agency | None = None,
    role: str = "",
    family: bool = False,
) -> Guest:
    """Put somebody on the list: a person, or somebody without an account by name and address.

    A member of the family is put down by relation ("her grandmother"), and has no agency. Refuses a
    word of the family's that the identity register holds: privacy may block.
    """
    doors.check(by, PLAN, event)
    _not_over(event)
    email = email.strip()
    LearningEvent.objects.select_for_update().get(pk=event.pk)
    if person is not None and event.guests.filter(person=person).exists():
        raise NotNow("This person is on the list already.")
    if email and any(one.address.casefold() == email.casefold() for one in _all(event)):
        raise NotNow("Somebody with this address is on the list already.")
    if family:
        _by_relation(event, name)
    guest = Guest.objects.create(
        event=event,
        person=person,
        name=person.name if person else name,
        email="" if person else email,
        agency=None if family else agency or (person.agency if person else None),
        role=role or (person.role if person else ""),
        family=family,
    )
    history.record("put somebody on the list", guest, by=by)
    return guest


@transaction.atomic
def change_guest(guest: Guest, *, by: Person, seen: int, **values: Any) -> Guest:
    """Put right what is written of a guest: name, email, agency, role."""
    doors.check(by, PLAN, guest.event)
    _not_over(guest.event)
    if guest.family:
        _by_relation(guest.event, values.get("name", guest.name))
    return history.change(guest, by=by, seen=seen, verb="changed a guest", **values)


@transaction.atomic
def take_out_guest(guest: Guest, *, by: Person) -> None:
    """Take somebody off the list; who had an invitation is told that they need not come."""
    doors.check(by, PLAN, guest.event)
    _not_over(guest.event)
    if guest.invited_at and guest.address in emails.went_to(guest.event):
        emails.not_needed(guest, by=by)
    history.record("took somebody off the list", guest, by=by)
    guest.delete()


@transaction.atomic
def invite(
    event: LearningEvent, *, by: Person, guests: Iterable[Guest] | None = None
) -> list[Guest]:
    """Write the invitations, each with a calendar file, into the outbox; who is invited by them.

    ``guests`` narrows it; without it, everybody who was not invited yet. Who has no address is told
    in another way; the family is invited once the agenda says which part it joins.
    """
    doors.check(by, PLAN, event)
    if not event.ahead:
        raise NotNow(f"This event is {event.state_word.lower()}. Nobody can be invited now.")
    if not event.place.strip():
        raise NotNow("Say first where people meet.")
    asked = [
        guest
        for guest in (_all(event) if guests is None else guests)
        if guest.invited_at is None and guest.address and (event.family_parts or not guest.family)
    ]
    if not asked:
        return []
    if event.state == EventState.PLANNED:
        history.move(
            event, to=EventState.INVITED, by=by, said="People are invited to the learning event."
        )
        event.family_told = [part.id for part in event.family_parts]
        event.save(update_fields=["family_told"])
    for guest in asked:
        guest.event = event
        emails.invitation(guest, by=by)
        guest.invited_at, guest.told_sequence = clock.now(), event.sequence
        guest.save(update_fields=["invited_at", "told_sequence"])
    history.record("wrote invitations", event, by=by, written=len(asked))
    stands_at(event, by=by, stage=Stage.EVENT, waiting_on="The learning event")
    return asked


@transaction.atomic
def note_answer(guest: Guest, *, by: Person, answer: Answer, note: str = "") -> Guest:
    """Note what somebody answered: by themself, or for them."""
    if guest.person_id != by.pk:
        doors.check(by, PLAN, guest.event)
    if not guest.event.ahead:
        raise NotNow(f"This event is {guest.event.state_word.lower()}. Answers stay as they are.")
    return history.change(
        guest,
        by=by,
        seen=None,
        verb="noted an answer",
        answer=answer,
        answer_note=note,
    )


def _all(event: LearningEvent) -> list[Guest]:
    return list(event.guests.select_related("person", "agency"))


def _by_relation(event: LearningEvent, name: str) -> None:
    real = {
        word
        for line in event.case.register.filter(kind__in=["name", "other name"])
        for word in line.text.casefold().split()
        if len(word) > 2
    }
    if real & set(name.casefold().split()):
        raise NotNow(
            "This name is in the case's identity register. Write the relation instead, such as "
            "“her grandmother”."
        )


def _not_over(event: LearningEvent) -> None:
    if event.state == EventState.CANCELLED:
        raise NotNow("This event was cancelled. Plan another, and its list begins anew.")
