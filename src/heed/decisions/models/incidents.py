"""The serious incident test, and what the local authority did about it."""

from typing import Any

from django.db import models

from heed.decisions.states import INCIDENT_WORDS, Incident
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
