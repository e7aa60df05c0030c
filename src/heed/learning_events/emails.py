"""What is written to the people who are asked to meet: references, and nothing of what happened."""

from typing import Any

from heed.correspondence import invitations
from heed.correspondence import operations as correspondence
from heed.correspondence.models import Message
from heed.correspondence.queries import WAITING
from heed.correspondence.states import MessageState
from heed.history import operations as history
from heed.learning_events.agenda import family_hours
from heed.learning_events.models import Guest, LearningEvent
from heed.partnership.models import Person
from heed.pathways.queries import pack_of


def about(event: LearningEvent) -> str:
    """By which the outbox knows the messages of one event."""
    return f"event:{event.pk}"


def invitation(guest: Guest, *, by: Person) -> Message:
    """Ask somebody to come; a member of the family is told what to expect."""
    return _write(guest, by=by, template="family" if guest.family else "invitation")


def moved(guest: Guest, *, by: Person) -> Message:
    """Tell somebody who was invited of the new day, time or place."""
    return _write(guest, by=by, template="moved")


def cancelled(guest: Guest, *, by: Person) -> Message:
    """Tell somebody who was invited that it does not take place."""
    return _write(guest, by=by, template="cancelled", method=invitations.CANCEL)


def not_needed(guest: Guest, *, by: Person) -> Message:
    """Tell somebody who was invited that they need not come; the event itself takes place."""
    return _write(guest, by=by, template="not_needed", method=invitations.CANCEL)


def family_changed(guest: Guest, *, by: Person) -> Message:
    """Tell somebody who was invited which parts the family joins now, or that it joins none."""
    return _write(guest, by=by, template="family_changed", calendar=False)


def set_aside_unsent(
    event: LearningEvent, *, by: Person, to_address: str = "", notices_only: bool = False
) -> int:
    """Set aside what still waits in the outbox about an event: it is no longer true.

    ``notices_only`` leaves what carries a calendar file.
    """
    waiting = Message.objects.filter(about=about(event), case=event.case, state__in=WAITING)
    if to_address:
        waiting = waiting.filter(to_address=to_address)
    if notices_only:
        waiting = waiting.filter(calendar="")
    found = list(waiting)
    for message in found:
        history.move(message, to=MessageState.DISCARDED, by=by)
    return len(found)


def renew_unsent(event: LearningEvent, *, by: Person) -> set[str]:
    """Write anew the invitations that still wait in the outbox; the addresses they go to."""
    unsent = set(
        Message.objects.filter(about=about(event), case=event.case, state__in=WAITING)
        .exclude(calendar="")
        .values_list("to_address", flat=True)
    )
    had_it = went_to(event)
    for guest in invited(event):
        if guest.address in unsent:
            set_aside_unsent(event, by=by, to_address=guest.address)
            (moved if guest.address in had_it else invitation)(guest, by=by)
    return unsent


def invited(event: LearningEvent) -> list[Guest]:
    """The guests who were written to."""
    found = list(event.guests.filter(invited_at__isnull=False).select_related("person", "agency"))
    for guest in found:
        guest.event = event
    return [guest for guest in found if guest.address]


def went_to(event: LearningEvent) -> set[str]:
    """The addresses to which something about an event was sent."""
    sent = Message.objects.filter(about=about(event), case=event.case, state=MessageState.SENT)
    return set(sent.values_list("to_address", flat=True))


def preview(guest: Guest) -> tuple[str, str]:
    """The subject and the text of an invitation as it would be written."""
    event = guest.event
    return correspondence.compose(
        event.case.partnership,
        "learning_events/email/invitation.txt",
        {"case": event.case, "to": guest.person, **_context(guest)},
    )


def _context(guest: Guest) -> dict[str, Any]:
    event = guest.event
    hours = family_hours(event.parts, event.begins_at) if guest.family else None
    begins, ends = hours or (event.begins_at, event.ends_at)
    return {
        "event": event,
        "guest": guest,
        "words": pack_of(event.case).event,
        "begins": begins,
        "ends": ends,
    }


def _write(
    guest: Guest,
    *,
    by: Person,
    template: str,
    calendar: bool = True,
    method: str = invitations.REQUEST,
) -> Message:
    event = guest.event
    case, house = event.case, event.case.partnership
    context = _context(guest)
    begins, ends = context["begins"], context["ends"]
    whom: dict[str, object] = (
        {"to": guest.person} if guest.person else {"to_address": guest.email, "to_whom": guest.name}
    )
    return correspondence.draft(
        house,
        by=by,
        template=f"learning_events/email/{template}.txt",
        context=context,
        case=case,
        about=about(event),
        calendar=invitations.calendar_file(
            uid=f"{'family-' if guest.family else ''}{event.uid}",
            sequence=event.sequence,
            summary=f"{case.reference}: learning event",
            begins=begins,
            ends=ends,
            place=event.place,
            organiser=house.mailbox,
            attendee=guest.address,
            method=method,
        )
        if calendar
        else "",
        calendar_method=method if calendar else "",
        **whom,  # type: ignore[arg-type]
    )
