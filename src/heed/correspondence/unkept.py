"""An email that is kept nowhere: a code, which nobody but its reader may see."""

import structlog
from django.conf import settings
from django.core.mail import EmailMessage

from heed.correspondence.operations import compose
from heed.partnership.models import Partnership

log = structlog.get_logger()


def send_unkept(
    partnership: Partnership, *, template: str, context: dict[str, object], to_address: str
) -> bool:
    """Send an email past the outbox and keep no copy; whether the mail server took it.

    ``template`` is a text file with the subject on its first line.
    """
    subject, body = compose(partnership, template, context)
    email = EmailMessage(
        subject=subject,
        body=body,
        from_email=f"{partnership.short_name} <{settings.DEFAULT_FROM_EMAIL}>",
        to=[to_address],
        reply_to=[partnership.mailbox],
    )
    try:
        email.send()
    except Exception:
        log.exception("code_not_taken")
        return False
    return True
