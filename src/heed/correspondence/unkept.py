"""An email that is kept nowhere: a code, or news for somebody whose address is kept apart."""

import structlog
from django.conf import settings
from django.core.mail import EmailMessage

from heed.correspondence.operations import compose
from heed.partnership.models import Partnership

log = structlog.get_logger()


def send_unkept(
    partnership: Partnership,
    *,
    template: str,
    context: dict[str, object],
    to_address: str,
    headers: dict[str, str] | None = None,
) -> bool:
    """Send an email past the outbox and keep no copy; whether the mail server took it.

    ``template`` is a text file with the subject on its first line. ``headers`` are added to those
    that every email has.
    """
    subject, body = compose(partnership, template, context)
    email = EmailMessage(
        subject=subject,
        body=body,
        from_email=f"{partnership.short_name} <{settings.DEFAULT_FROM_EMAIL}>",
        to=[to_address],
        reply_to=[partnership.mailbox],
        headers=headers,
    )
    try:
        email.send()
    except Exception:
        log.exception("code_not_taken")
        return False
    return True
