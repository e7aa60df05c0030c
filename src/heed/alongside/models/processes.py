"""Other processes that look into the same events, what they hold back, and who cleared it."""

from typing import Any

from django.db import models

from heed.alongside.states import (
    HOLD_SHORT,
    PROCESS_MOVES,
    PROCESS_STATE_WORDS,
    PROCESS_WORDS,
    Hold,
    ProcessKind,
    ProcessState,
)
from heed.history.models import Moving
from heed.partnership.models import Recorded


class ParallelProcess(Moving, Recorded):
    """One process beside a case: who leads it, what it means for us, when we look at it again.

    ``holds`` lists what it holds back (``states.Hold``); ``effect`` says so in words. ``lead`` is
    the officer or post to speak to, ``body`` whose process it is. ``happened_on`` is the day on
    which we were told of it.
    """

    MOVES = PROCESS_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="processes")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(
        max_length=20, choices=[(k.value, word) for k, word in PROCESS_WORDS.items()]
    )
    body = models.CharField(max_length=200, blank=True)
    lead = models.CharField(max_length=200, blank=True)
    their_reference = models.CharField(max_length=80, blank=True)
    since = models.DateField(null=True)
    expected_end = models.DateField(null=True)
    holds: Any = models.JSONField(default=list)
    effect = models.TextField(blank=True)
    reviewed_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    state = models.CharField(
        max_length=12,
        default=ProcessState.OPEN,
        choices=[(s.value, word) for s, word in PROCESS_STATE_WORDS.items()],
    )
    outcome = models.TextField(blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="process_number_once_a_case")
        ]

    def __str__(self) -> str:
        return f"process {self.number} beside {self.case_id}"

    @property
    def kind_word(self) -> str:
        """What it is, in words."""
        return PROCESS_WORDS[ProcessKind(self.kind)]

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return PROCESS_STATE_WORDS[ProcessState(self.state)]

    @property
    def is_open(self) -> bool:
        """Whether it is still under way."""
        return self.state == ProcessState.OPEN

    @property
    def cleared(self) -> dict[str, "Clearance"]:
        """The clearances that stand, by what they let go on."""
        return {one.hold: one for one in self.clearances.all() if one.ended_on is None}

    @property
    def still_holds(self) -> list[Hold]:
        """What it holds back today: nothing once it has ended, and nothing that was cleared."""
        if not self.is_open:
            return []
        cleared = self.cleared
        return [hold for hold in Hold if hold in self.holds and hold not in cleared]

    @property
    def holds_words(self) -> str:
        """What it holds back today, as one phrase; empty when nothing."""
        words = [HOLD_SHORT[hold] for hold in self.still_holds]
        return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


class Clearance(Recorded):
    """Somebody who may say so lets one thing go on beside an open process.

    ``cleared_by`` names the officer, coroner's officer or lead who said it, and ``reason`` why. It
    stands until ``ended_on``.
    """

    process = models.ForeignKey(ParallelProcess, models.CASCADE, related_name="clearances")
    hold = models.CharField(max_length=20, choices=[(h.value, w) for h, w in HOLD_SHORT.items()])
    cleared_by = models.CharField(max_length=200)
    reason = models.TextField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["process", "hold"],
                condition=models.Q(ended_on__isnull=True),
                name="one_clearance_stands",
            )
        ]

    def __str__(self) -> str:
        return f"clearance {self.pk}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.process.case

    @property
    def hold_word(self) -> str:
        """What it lets go on, in words."""
        return HOLD_SHORT[Hold(self.hold)]
