"""What one group hands to another, with a receipt."""

from django.db import models

from heed import clock
from heed.history.models import Moving
from heed.meetings.models.holding import AgendaItem
from heed.meetings.states import (
    ADMITS_WORDS,
    HANDOVER_MOVES,
    HANDOVER_WORDS,
    MATTER_WORDS,
    Admits,
    HandoverState,
    Matter,
)
from heed.partnership.models import Partnership


class Handover(Moving):
    """Something handed from one group to another.

    ``item`` is the agenda item that it was, where there is one; ``taken_as`` the item that it
    became on the other group's agenda. ``title`` holds a reference, never a name, and with ``why``
    and ``asks`` it is all that the other group is told: the case stays with the people named on it.
    ``answer`` is the receiving group's word when it takes it, or its reason when it gives it back.
    """

    MOVES = HANDOVER_MOVES

    from_group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="+")
    to_group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="handed_on")
    taken_as = models.OneToOneField(
        AgendaItem, models.SET_NULL, null=True, related_name="handed_in"
    )
    case = models.ForeignKey("partnership.Case", models.CASCADE, null=True, related_name="+")
    matter = models.CharField(
        max_length=20, choices=[(m.value, w) for m, w in MATTER_WORDS.items()]
    )
    title = models.CharField(max_length=200)
    why = models.TextField()
    asks = models.TextField()
    state = models.CharField(
        max_length=12,
        default=HandoverState.OFFERED,
        choices=[(s.value, w) for s, w in HANDOVER_WORDS.items()],
    )
    given_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=clock.now)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["to_group", "state"])]

    def __str__(self) -> str:
        return f"handover {self.pk}"

    @property
    def partnership(self) -> Partnership:
        """Whose it is."""
        return self.to_group.partnership

    @property
    def partnership_id(self) -> int:
        """The id of whose it is."""
        return self.to_group.partnership_id

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return HANDOVER_WORDS[HandoverState(self.state)]

    @property
    def matter_word(self) -> str:
        """What it is about, in words."""
        return MATTER_WORDS[Matter(self.matter)]

    @property
    def waits(self) -> bool:
        """Whether the other group has yet to answer."""
        return self.state == HandoverState.OFFERED


class AdmissionAnswer(models.Model):
    """What a group said of one of its own criteria when it took something, and why.

    ``criterion`` is kept in the words of the day, so that it reads the same whatever becomes of
    the way of working.
    """

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    criterion = models.TextField()
    answer = models.CharField(
        max_length=12, choices=[(a.value, w) for a, w in ADMITS_WORDS.items()]
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["handover", "number"], name="admission_answered_once")
        ]

    def __str__(self) -> str:
        return f"criterion {self.number} of handover {self.handover_id}"

    @property
    def answer_word(self) -> str:
        """The answer as people say it."""
        return ADMITS_WORDS[Admits(self.answer)]
