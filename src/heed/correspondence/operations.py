"""Writing, sending and setting aside messages."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template import Context, Engine

from heed import clock, doors
from heed.correspondence.access import SEND
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.history import operations as history
from heed.partnership.models import Case, Partnership, Person, RegisteredName
from heed.refusals import NotNow

log = structlog.get_logger()

HOLDS_A_NAME = (
    "This message holds a name from the case's identity register. Email carries references only: "
    "take the name out, then send it."
)

_held_back: ContextVar[bool] = ContextVar("heed_held_back", default=False)


@contextmanager
def held_back() -> Iterator[None]:
    """Within the block nobody is written to: each message is kept as not sent, by choice.

    For what happened before it was entered, such as reviews that are brought in with their past:
    whoever they concern was told at the time.
    """
    token = _held_back.set(True)
    try:
        yield
    finally:
        _held_back.reset(token)


@transaction.atomic
def draft(
    partnership: Partnership,
    *,
    by: Person | None,
    template: str,
    context: dict[str, object],
    to: Person | None = None,
    to_address: str = "",
    to_whom: str = "",
    case: Case | None = None,
    about: str = "",
    calendar: str = "",
    calendar_method: str = "",
) -> Message:
    """Write a message into the outbox, where a person reads it before it goes.

    ``template`` is a text file with the subject on its first line. The stage that calls has asked
    access.
    """
    subject, body = compose(partnership, template, {**context, "case": case, "to": to})
    if case is not None:
        subject = f"{partnership.marking}: {subject}"[:200]
    message = Message.objects.create(
        partnership=partnership,
        case=case,
        about=about,
        to_person=to,
        to_address=to.email if to else to_address,
        to_whom=to.name if to else to_whom,
        subject=subject,
        body=body,
        calendar=calendar,
        calendar_method=calendar_method,
        state=MessageState.DISCARDED if _held_back.get() else MessageState.DRAFT,
        written_by=by,
        written_at=clock.now(),
    )
    verb = "held a message back" if _held_back.get() else "wrote a message"
    history.record(verb, message, by=by, about=about)
    return message


def at_once(
    partnership: Partnership,
    *,
    by: Person | None,
    template: str,
    context: dict[str, object],
    to: Person | None = None,
    to_address: str = "",
    to_whom: str = "",
    case: Case | None = None,
    about: str = "",
) -> Message:
    """Write a message and send it past the outbox: a serious incident, an invitation to sign in."""
    message = draft(
        partnership,
        by=by,
        template=template,
        context=context,
        to=to,
        to_address=to_address,
        to_whom=to_whom,
        case=case,
        about=about,
    )
    return message if message.state == MessageState.DISCARDED else _deliver(message, by=by)


def compose(partnership: Partnership, template: str, context: dict[str, object]) -> tuple[str, str]:
    """The subject (the first line) and the body of a text template."""
    values = {"partnership": partnership, "address": settings.HEED_ADDRESS, **context}
    # Plain text: an apostrophe stays one, where a page would write it as a mark of HTML.
    text = Engine.get_default().get_template(template).render(Context(values, autoescape=False))
    subject, _, body = str(text).strip().partition("\n")
    return " ".join(subject.split())[:200], body.strip() + "\n"


@transaction.atomic
def send(message: Message, *, by: Person, seen: int | None = None) -> Message:
    """Send one message that waits. It is kept as not sent when the mail server does not take it."""
    doors.check(by, SEND, message)
    if message.case is not None and _names_in(message):
        raise NotNow(HOLDS_A_NAME)
    return _deliver(message, by=by, seen=seen)


@transaction.atomic
def rewrite(message: Message, *, by: Person, seen: int, subject: str, body: str) -> Message:
    """Change the words of a message before it goes."""
    doors.check(by, SEND, message)
    if message.state not in (MessageState.DRAFT, MessageState.NOT_SENT):
        raise NotNow("This message has gone. Write another to put it right.")
    return history.change(
        message, by=by, seen=seen, verb="rewrote a message", subject=subject, body=body
    )


@transaction.atomic
def discard(message: Message, *, by: Person) -> Message:
    """Decide not to send a message. It stays on record."""
    doors.check(by, SEND, message)
    return history.move(message, to=MessageState.DISCARDED, by=by)


def _deliver(message: Message, *, by: Person | None, seen: int | None = None) -> Message:
    partnership = message.partnership
    email = EmailMultiAlternatives(
        subject=message.subject,
        body=message.body,
        from_email=f"{partnership.short_name} <{settings.DEFAULT_FROM_EMAIL}>",
        to=[message.to_address],
        reply_to=[partnership.mailbox],
    )
    if message.calendar:
        email.attach_alternative(
            message.calendar, f"text/calendar; charset=utf-8; method={message.calendar_method}"
        )
        email.attach("invitation.ics", message.calendar, "text/calendar")
    try:
        email.send()
    except Exception:
        log.exception("mail_not_taken", message=message.pk)
        if message.state == MessageState.NOT_SENT:
            return message
        return history.move(message, to=MessageState.NOT_SENT, by=by, seen=seen)
    history.move(message, to=MessageState.SENT, by=by, seen=seen)
    message.sent_at, message.sent_by = clock.now(), by
    message.save(update_fields=["sent_at", "sent_by"])
    return message


def _names_in(message: Message) -> bool:
    text = f" {message.subject} {message.body} ".casefold()
    words = RegisteredName.objects.filter(case=message.case_id, kind__in=["name", "other name"])
    return any(len(one.text) > 2 and one.text.casefold() in text for one in words)
