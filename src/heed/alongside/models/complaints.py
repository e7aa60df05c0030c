"""Complaints and challenges about a decision or a review."""

from typing import Any

from django.db import models

from heed import clock
from heed.alongside.states import (
    ABOUT_WORDS,
    COMPLAINT_MOVES,
    COMPLAINT_OPEN,
    COMPLAINT_WORDS,
    OUTCOME_WORDS,
    RELATION_WORDS,
    About,
    ComplaintState,
    Outcome,
    Relation,
)
from heed.history.models import Moving
from heed.partnership.models import Recorded


class Complaint(Moving, Recorded):
    """What somebody says was not right in a decision or a review, and what came of it.

    Who they are and how to reach them stands in the case's identity register (``who``, ``reach``)
    and nowhere else; ``relation`` is what others may know. ``owner`` looks into it: never somebody
    in ``concerns``, from whom it is kept. ``happened_on`` is the day on which it was received.
    """

    MOVES = COMPLAINT_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="complaints")
    number = models.PositiveIntegerField()
    relation = models.CharField(
        max_length=12, choices=[(r.value, word) for r, word in RELATION_WORDS.items()]
    )
    who = models.ForeignKey(
        "partnership.RegisteredName", models.SET_NULL, null=True, related_name="+"
    )
    reach = models.ForeignKey(
        "partnership.RegisteredName", models.SET_NULL, null=True, related_name="+"
    )
    about = models.CharField(
        max_length=12, choices=[(a.value, word) for a, word in ABOUT_WORDS.items()]
    )
    words = models.TextField()
    wants = models.TextField(blank=True)
    owner = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    concerns: Any = models.ManyToManyField("partnership.Person", related_name="+")
    state = models.CharField(
        max_length=12,
        default=ComplaintState.RECEIVED,
        choices=[(s.value, word) for s, word in COMPLAINT_WORDS.items()],
    )
    acknowledge_by = models.DateField(null=True)
    acknowledged_on = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    outcome = models.CharField(
        max_length=12, blank=True, choices=[(o.value, word) for o, word in OUTCOME_WORDS.items()]
    )
    learning = models.TextField(blank=True)

    class Meta:
        ordering = ["-happened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="complaint_number_once_a_case")
        ]

    def __str__(self) -> str:
        return f"complaint {self.number} on {self.case_id}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self.state in COMPLAINT_OPEN

    @property
    def due(self) -> Any:
        """The next day to aim for: to acknowledge it, then to answer; None once answered."""
        if not self.is_open:
            return None
        return self.acknowledge_by if self.acknowledged_on is None else self.answer_by

    @property
    def late(self) -> bool:
        """Whether the day to aim for is past and somebody still waits."""
        return self.is_open and self.due is not None and self.due < clock.today()

    @property
    def relation_word(self) -> str:
        """Who complains, as far as others may know."""
        return RELATION_WORDS[Relation(self.relation)]

    @property
    def about_word(self) -> str:
        """What it is about, in words."""
        return ABOUT_WORDS[About(self.about)]

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return COMPLAINT_WORDS[ComplaintState(self.state)]

    @property
    def outcome_word(self) -> str:
        """What came of it, in words; empty while nothing has."""
        return OUTCOME_WORDS[Outcome(self.outcome)] if self.outcome else ""
