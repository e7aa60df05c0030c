"""Decisions with their criteria, positions and editions."""

from typing import Any

from django.db import models

from heed import clock
from heed.decisions.states import (
    ANSWER_WORDS,
    BEING_WRITTEN,
    VIEW_WORDS,
    WORDS,
    Answer,
    DecisionState,
    View,
)
from heed.decisions.states import MOVES as DECISION_MOVES
from heed.history.models import Moving, Versioned
from heed.partnership.models import Recorded


class Decision(Moving, Recorded):
    """What a group decided that a case calls for, and why.

    ``happened_on`` is the day of the decision; with ``means`` and ``on_word_of`` it tells of one
    taken outside a meeting, or entered for the chair. ``item`` is its place on an agenda. ``route``
    is an id of the case's way of working. ``present`` names who took part, one a line; ``quoracy``
    is how the group stood, in words, and ``because`` why it went ahead all the same. ``edition`` is
    the guidance applied. A case may be decided more than once: ``number`` counts. ``out_of_order``
    is why a route was chosen before the one that it normally follows.
    """

    MOVES = DECISION_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField(default=1)
    group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="+")
    item = models.ForeignKey("meetings.AgendaItem", models.SET_NULL, null=True, related_name="+")
    state = models.CharField(
        max_length=12,
        default=DecisionState.DRAFT,
        choices=[(s.value, word) for s, word in WORDS.items()],
    )
    route = models.CharField(max_length=60, blank=True)
    reasons = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    family = models.TextField(blank=True)
    present = models.TextField(blank=True)
    quoracy = models.CharField(max_length=300, blank=True)
    because = models.TextField(blank=True)
    edition = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    reopened_why = models.TextField(blank=True)
    out_of_order = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="decision_number_once_a_case"),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state__in=["draft", "reopened"]),
                name="one_decision_being_weighed",
            ),
        ]

    def __str__(self) -> str:
        return f"decision {self.number} on {self.case_id}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[DecisionState(self.state)]

    @property
    def being_written(self) -> bool:
        """Whether the answers can still be changed."""
        return self.state in BEING_WRITTEN

    @property
    def outside_meeting(self) -> bool:
        """Whether it was taken outside a meeting of the group."""
        return self.item_id is None


class CriterionAnswer(models.Model):
    """What the group said of one criterion, and what shows it."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="criteria")
    set = models.CharField(max_length=60)
    criterion = models.CharField(max_length=60)
    answer = models.CharField(
        max_length=12, blank=True, choices=[(a.value, word) for a, word in ANSWER_WORDS.items()]
    )
    evidence = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "set", "criterion"], name="criterion_answered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion} of decision {self.decision_id}"

    @property
    def answer_word(self) -> str:
        """The answer as people say it."""
        return ANSWER_WORDS[Answer(self.answer)] if self.answer else "Not answered"


class DecisionEdition(models.Model):
    """A decision as it was recorded once: a correction makes another. Never changed.

    ``record`` holds everything that its page shows, in words, so that it can be rebuilt whatever
    becomes of the people, groups and packs that it names.
    """

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    record: Any = models.JSONField(default=dict)
    corrected_why = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "number"], name="decision_edition_once")
        ]

    def __str__(self) -> str:
        return f"edition {self.number} of decision {self.decision_id}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.decision.case


class Position(Versioned, Recorded):
    """What one safeguarding partner says of a decision: agrees, differs with reasons, or asks."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="positions")
    person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    view = models.CharField(max_length=8, choices=[(v.value, w) for v, w in VIEW_WORDS.items()])
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "person"],
                condition=models.Q(person__isnull=False),
                name="position_once_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"position {self.pk}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.decision.case

    @property
    def view_word(self) -> str:
        """What they say, in words."""
        return VIEW_WORDS[View(self.view)]
