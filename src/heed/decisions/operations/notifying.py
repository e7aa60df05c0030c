"""The notification, which only the local authority makes; and that it need not be made."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.decisions.access import NOTIFY, notifies_for_authority
from heed.decisions.models import Notification
from heed.decisions.operations.incidents import go_back
from heed.decisions.states import NotificationState
from heed.design import dates
from heed.history import operations as history
from heed.partnership.models import Person
from heed.partnership.states import Means
from heed.pathways.clocks import working_days_between
from heed.refusals import NotNow

LATE = (
    "The last day was {0}. Say why it was sent {1} working day{2} later: it shows as late, with "
    "the reason."
)


@transaction.atomic
def send_notification(
    notification: Notification,
    *,
    by: Person,
    seen: int | None,
    sent_on: date,
    sent_by: str,
    recipients: Sequence[str] = (),
    their_reference: str = "",
    partners_told_on: date | None = None,
    late_because: str = "",
    means: Means = Means.HEED,
) -> Notification:
    """Keep that the authority notified: on which day, who sent it, to whom, and what came back.

    Somebody who is not the authority's notifier enters it on the word of ``sent_by``. After the
    last day the reason is needed; the day itself never moves.
    """
    doors.check(by, NOTIFY, notification)
    if not sent_by.strip():
        raise NotNow("Say who sent it for the local authority, by post.")
    if sent_on > notification.due and not late_because.strip():
        days = working_days_between(notification.due, sent_on)
        raise NotNow(LATE.format(dates.day(notification.due), days, "" if days == 1 else "s"))
    notification.sent_on, notification.sent_by = sent_on, sent_by[:200]
    notification.recipients = list(recipients)
    notification.their_reference = their_reference[:100]
    notification.partners_told_on = partners_told_on or notification.partners_told_on
    notification.late_because = late_because if sent_on > notification.due else ""
    notification.happened_on, notification.means = sent_on, means
    notification.on_word_of = "" if notifies_for_authority.test(by, notification) else sent_by[:200]
    notification.entered_by, notification.entered_at = by, clock.now()
    notification.save(
        update_fields=[
            "sent_on", "sent_by", "recipients", "their_reference", "partners_told_on",
            "late_because", "happened_on", "means", "on_word_of", "entered_by", "entered_at",
        ]
    )  # fmt: skip
    history.move(
        notification,
        to=NotificationState.SENT,
        by=by,
        seen=seen,
        said="The local authority notified the incident.",
        happened_on=sent_on,
        on_word_of=notification.on_word_of,
    )
    _note_day(notification, sent_on)
    go_back(notification, by=by, waiting_on="The coordinator, to take it to the group")
    return notification


@transaction.atomic
def decline_notification(
    notification: Notification,
    *,
    by: Person,
    seen: int | None,
    reasons: str,
    said_by: str,
    happened_on: date | None = None,
    means: Means = Means.HEED,
) -> Notification:
    """Keep that the authority does not find the incident notifiable, and why.

    A notification that was sent may be found, afterwards, not to meet the test: that is kept in the
    same way, and what was sent stays on record.
    """
    doors.check(by, NOTIFY, notification)
    if not reasons.strip():
        raise NotNow("Write why the authority does not find it notifiable. The partners read it.")
    if not said_by.strip():
        raise NotNow("Say who decided that for the local authority, by post.")
    notification.reasons = reasons
    notification.happened_on, notification.means = happened_on or clock.today(), means
    notification.on_word_of = "" if notifies_for_authority.test(by, notification) else said_by[:200]
    notification.entered_by, notification.entered_at = by, clock.now()
    notification.save(
        update_fields=["reasons", "happened_on", "means", "on_word_of", "entered_by", "entered_at"]
    )
    history.move(
        notification,
        to=NotificationState.NOT_AGREED,
        by=by,
        seen=seen,
        said="The local authority does not find the incident notifiable.",
        happened_on=notification.happened_on,
        on_word_of=notification.on_word_of,
    )
    _note_day(notification, None)
    go_back(notification, by=by, waiting_on="The coordinator, to take it to the group")
    return notification


def _note_day(notification: Notification, day: date | None) -> None:
    """The incident's own day of notification, from which the rapid review's clock runs."""
    incident = notification.case.incident
    if incident is not None:
        incident.notified_on = day
        incident.save(update_fields=["notified_on"])
