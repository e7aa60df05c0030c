"""Agencies' returns and what is written in them."""

from typing import Any

from django.db import models

from heed.history.models import Moving, Versioned
from heed.partnership.models import Recorded
from heed.returns.states import MOVES as RETURN_MOVES
from heed.returns.states import READY_WORDS, WORDS, ReturnState

OUTSIDE_PERIOD = "outside_period"


class AgencyReturn(Moving, Recorded):
    """One agency's return to one review.

    ``sharing`` is the review's at the time it was asked for, so that a promise made is kept.
    ``prepared_outside`` says that the agency prepared it on paper: one tick, no content.
    """

    MOVES = RETURN_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="+")
    asked = models.OneToOneField("reviews.ReviewAgency", models.CASCADE, related_name="+")
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, related_name="+")
    sharing = models.CharField(max_length=12, default="bring")
    state = models.CharField(
        max_length=16, default=ReturnState.ASKED, choices=[(s.value, w) for s, w in WORDS.items()]
    )
    due = models.DateField(null=True)
    prepared_outside = models.BooleanField(default=False)
    prepared_at = models.DateTimeField(null=True)
    last_opened = models.DateField(null=True)
    why_not = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["agency__name"]

    def __str__(self) -> str:
        return f"return of agency {self.agency_id} in case {self.case_id}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        if self.state == ReturnState.PREPARED:
            return READY_WORDS[self.sharing]
        return WORDS[ReturnState(self.state)]

    @property
    def waits(self) -> bool:
        """Whether the agency has still to say that it is ready."""
        return self.state in (ReturnState.ASKED, ReturnState.BEGUN)


class ReturnAnswer(Versioned):
    """The answer to one question of a return. Read only through the return's own access."""

    agency_return = models.ForeignKey(AgencyReturn, models.CASCADE, related_name="answers")
    section = models.CharField(max_length=60)
    question = models.CharField(max_length=60)
    value: Any = models.JSONField()
    answered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_return", "section", "question"], name="return_question_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question} of return {self.agency_return_id}"

    @property
    def case(self) -> Any:
        """The case that the return belongs to."""
        return self.agency_return.case
