"""A short rehearsal that a group runs between cases, so that it is ready for the next."""

from django.db import models

from heed import clock
from heed.history.models import Versioned
from heed.meetings.models.holding import Meeting, OfMeeting


class Rehearsal(Versioned, OfMeeting):
    """One rehearsal that a group ran at a meeting.

    ``scenario`` is its id in the way of working; ``title`` and ``story`` are kept in the words of
    the day. What will be put right goes onto the meeting's action log.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="rehearsals")
    scenario = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    story = models.TextField()
    noticed = models.TextField(blank=True)
    run_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    run_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-run_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "scenario"], name="rehearsed_once_a_meeting")
        ]

    def __str__(self) -> str:
        return f"rehearsal {self.pk}"


class RehearsalNote(models.Model):
    """What the group said it would do at one moment of a rehearsal."""

    rehearsal = models.ForeignKey(Rehearsal, models.CASCADE, related_name="notes")
    number = models.PositiveSmallIntegerField()
    when = models.CharField(max_length=100)
    asks = models.TextField()
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["rehearsal", "number"], name="rehearsal_note_once")
        ]

    def __str__(self) -> str:
        return f"note {self.number} of rehearsal {self.rehearsal_id}"
