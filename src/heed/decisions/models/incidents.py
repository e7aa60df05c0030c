"""The serious incident test, and what the local authority did about it."""

from typing import Any

from django.db import models

from heed.decisions.states import (
    INCIDENT_WORDS,
    NOTIFICATION_MOVES,
    NOTIFICATION_WORDS,
    Incident,
    NotificationState,
)
from heed.history.models import Moving
from heed.partnership.models import Recorded


class IncidentCheck(Recorded):
    """The serious incident test, answered once: on receipt, or when something new was known.

    ``answers`` holds yes, no or not_known by the limb's id. ``aware_on`` is the day on which the
    local authority first knew or suspected; it may be past, and starts the clock that ``notify_by``
    is the end of. ``incident_on`` is the day of what happened. ``telephoned`` says who was spoken
    to. ``happened_on`` is the day of the check itself.
    """

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="incident_checks")
    authority = models.ForeignKey(
        "partnership.Authority", models.PROTECT, null=True, related_name="+"
    )
    answers: Any = models.JSONField(default=dict)
    result = models.CharField(
        max_length=8, choices=[(i.value, word) for i, word in INCIDENT_WORDS.items()]
    )
    asked_because = models.CharField(max_length=300, blank=True)
    aware_on = models.DateField(null=True)
    incident_on = models.DateField(null=True)
    notify_by = models.DateField(null=True)
    telephoned = models.CharField(max_length=300, blank=True)
    telephoned_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-entered_at", "-pk"]

    def __str__(self) -> str:
        return f"incident check {self.pk}"

    @property
    def is_yes(self) -> bool:
        """Whether every limb was answered yes."""
        return self.result == Incident.YES

    @property
    def is_unsure(self) -> bool:
        """Whether a limb is not known and none is no."""
        return self.result == Incident.UNSURE

    @property
    def result_word(self) -> str:
        """What the answers come to, in words."""
        return INCIDENT_WORDS[Incident(self.result)]


class Notification(Moving, Recorded):
    """What the local authority does about one case's incident. Only the authority notifies.

    ``due`` is the statute's last day, from when the authority first knew. ``sent_by`` says who sent
    it, by post; ``recipients`` whom it reached, as the pack calls them. ``their_reference`` is what
    came back. ``late_because`` is the reason when it was sent after ``due``; ``reasons`` why the
    authority does not find the incident notifiable. ``stood`` keeps where the case's line was
    before, to go back to.
    """

    MOVES = NOTIFICATION_MOVES

    case = models.OneToOneField("partnership.Case", models.CASCADE, related_name="notification")
    authority = models.ForeignKey(
        "partnership.Authority", models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(
        max_length=12,
        default=NotificationState.NOT_YET,
        choices=[(s.value, word) for s, word in NOTIFICATION_WORDS.items()],
    )
    due = models.DateField()
    sent_on = models.DateField(null=True)
    sent_by = models.CharField(max_length=200, blank=True)
    recipients: Any = models.JSONField(default=list)
    their_reference = models.CharField(max_length=100, blank=True)
    partners_told_on = models.DateField(null=True)
    late_because = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    stood: Any = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"notification on {self.case_id}"

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return NOTIFICATION_WORDS[NotificationState(self.state)]

    @property
    def was_late(self) -> bool:
        """Whether it was sent after its last day."""
        return self.sent_on is not None and self.sent_on > self.due

    @property
    def waits(self) -> bool:
        """Whether the authority still has to notify, or say why not."""
        return self.state == NotificationState.NOT_YET
