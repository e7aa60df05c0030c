"""A spreadsheet that is brought in, and its rows as they were."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models

from heed import clock
from heed.arrivals.states import (
    HOLDS_WORDS,
    ROW_WORDS,
    VERDICT_WORDS,
    WORDS,
    ArrivalState,
    Holds,
    RowState,
    Verdict,
)
from heed.arrivals.states import MOVES as ARRIVAL_MOVES
from heed.history.models import Moving

#: Rows hold the words of a spreadsheet, and may name children: Heed keeps them no longer than this.
KEPT_FOR = timedelta(days=90)


class Arrival(Moving):
    """One spreadsheet. The file is not kept: its rows are, until somebody lets go of them.

    ``head`` is the row of its columns' names; ``head_key`` sums it up, so that the next file with
    the same columns is matched in the same way. ``mapping`` gives a column's place by our field's
    key. ``completes`` says that what is here already is completed where something is missing; of
    what others learnt, that what names nobody is our own.
    """

    MOVES = ARRIVAL_MOVES

    partnership = models.ForeignKey("partnership.Partnership", models.CASCADE, related_name="+")
    holds = models.CharField(max_length=12, choices=[(h.value, w) for h, w in HOLDS_WORDS.items()])
    label = models.CharField(max_length=160)
    head: Any = models.JSONField(default=list)
    head_key = models.CharField(max_length=64)
    mapping: Any = models.JSONField(default=dict)
    completes = models.BooleanField(default=False)
    state = models.CharField(
        max_length=12, default=ArrivalState.TAKEN, choices=[(s.value, w) for s, w in WORDS.items()]
    )
    taken_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(default=clock.now)
    begun_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    worked_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    invited_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-taken_at", "-pk"]
        indexes = [models.Index(fields=["partnership", "holds", "head_key"])]

    def __str__(self) -> str:
        return f"spreadsheet {self.pk}"

    @property
    def holds_word(self) -> str:
        """What it holds, as people say it."""
        return HOLDS_WORDS[Holds(self.holds)]

    @property
    def fills_in(self) -> bool:
        """Whether, of people and agencies that are here, what is missing is filled in."""
        return self.completes and self.holds in (Holds.PEOPLE, Holds.CONTACTS)

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[ArrivalState(self.state)]

    @property
    def kept_until(self) -> datetime:
        """When its rows are deleted: so long after they came in, or after the file was chosen."""
        return (self.done_at or self.taken_at) + KEPT_FOR

    @property
    def kept_columns(self) -> list[str]:
        """The names of the columns that no field of ours takes."""
        taken = set(self.mapping.values())
        return [name for place, name in enumerate(self.head) if place not in taken and name]


class ArrivalRow(models.Model):
    """One row, with its number in the file.

    ``cells`` are its words; once a review came in, the cell that names a child is emptied: the name
    is in the identity register, and nowhere else. ``said`` is what the rehearsal says, a list of
    {column, sentence, stops}. ``case`` and ``person`` are what came of it.
    """

    arrival = models.ForeignKey(Arrival, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells: Any = models.JSONField(default=list)
    verdict = models.CharField(
        max_length=12,
        default=Verdict.UNDERSTOOD,
        choices=[(v.value, w) for v, w in VERDICT_WORDS.items()],
    )
    said: Any = models.JSONField(default=list)
    state = models.CharField(
        max_length=12,
        default=RowState.WAITING,
        choices=[(s.value, w) for s, w in ROW_WORDS.items()],
    )
    outcome = models.CharField(max_length=400, blank=True)
    case = models.ForeignKey("partnership.Case", models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey("partnership.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["arrival", "number"], name="row_once_a_spreadsheet")
        ]
        indexes = [models.Index(fields=["arrival", "state", "number"])]

    def __str__(self) -> str:
        return f"row {self.number} of spreadsheet {self.arrival_id}"

    @property
    def verdict_word(self) -> str:
        """What the rehearsal says, as people say it."""
        return VERDICT_WORDS[Verdict(self.verdict)]

    @property
    def state_word(self) -> str:
        """What became of it, as people say it."""
        return ROW_WORDS[RowState(self.state)]
