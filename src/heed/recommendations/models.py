"""Recommendations, actions, evidence, and the looks at what came of them.

Finding → recommendation → action → evidence → impact: why, change, task, proof, difference. They
are never merged.
"""

from typing import Any

from django.db import models

from heed import clock
from heed.history.models import Moving
from heed.partnership.models import Recorded
from heed.recommendations.states import (
    ACTION_MOVES,
    EFFECT_KINDS,
    RESPONSE_WORDS,
    WORDS,
    Delivery,
    Effect,
    Lane,
    RecommendationState,
    Response,
    lane,
)
from heed.recommendations.states import MOVES as RECOMMENDATION_MOVES


class Recommendation(Moving, Recorded):
    """One change that is asked for. ``reference`` is its own and leads nowhere back to the case.

    ``because`` is the finding in a sentence; ``finding`` and ``next_step`` say where it comes from.
    ``effect`` is the last look's; ``closed_because`` stands when it closed with a question open.
    """

    MOVES = RECOMMENDATION_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="+")
    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    finding = models.ForeignKey("findings.Finding", models.SET_NULL, null=True, related_name="+")
    next_step = models.ForeignKey("findings.NextStep", models.SET_NULL, null=True, related_name="+")
    text = models.CharField(max_length=400)
    because = models.CharField(max_length=400, blank=True)
    expected_change = models.TextField(blank=True)
    level = models.CharField(max_length=20, blank=True)
    group = models.ForeignKey("partnership.Group", models.PROTECT, null=True, related_name="+")
    state = models.CharField(
        max_length=10,
        default=RecommendationState.PROPOSED,
        choices=[(s.value, w) for s, w in WORDS.items()],
    )
    response = models.CharField(
        max_length=10, blank=True, choices=[(r.value, w) for r, w in RESPONSE_WORDS.items()]
    )
    response_reason = models.TextField(blank=True)
    routed_on = models.DateField(null=True)
    effect = models.CharField(
        max_length=20, default=Effect.NOT_LOOKED, choices=[(e.value, e.value) for e in Effect]
    )
    closed_on = models.DateField(null=True)
    closed_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-entered_at", "-pk"]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[RecommendationState(self.state)]

    @property
    def response_word(self) -> str:
        """What the group said."""
        return RESPONSE_WORDS[Response(self.response)]

    @property
    def lane(self) -> Lane:
        """Its delivery as a whole; ask for ``actions`` in the same query."""
        return lane([action.state for action in self.actions.all()])

    @property
    def effect_kind(self) -> str:
        """How its effect is drawn."""
        return EFFECT_KINDS[Effect(self.effect)]


class Action(Moving, Recorded):
    """One task by one owner: what, how, expected change, timescale, evidence, difference made.

    ``first_due`` stays as it was agreed; ``due`` may be moved, with ``moved_because``.
    """

    MOVES = ACTION_MOVES

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="actions")
    what = models.TextField()
    how = models.TextField(blank=True)
    expected_change = models.TextField(blank=True)
    evidence_plan = models.TextField(blank=True)
    difference_made = models.TextField(blank=True)
    owner = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=200, blank=True)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    first_due = models.DateField()
    due = models.DateField()
    moved_because = models.TextField(blank=True)
    state = models.CharField(
        max_length=12, default=Delivery.NOT_STARTED, choices=[(d.value, d.value) for d in Delivery]
    )
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"action {self.pk}"

    @property
    def case(self) -> Any:
        """The case of its recommendation."""
        return self.recommendation.case

    @property
    def owned_by(self) -> str:
        """The owner's name."""
        return self.owner.name if self.owner else self.owner_name

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state not in (Delivery.DONE, Delivery.PROVEN)

    @property
    def past(self) -> bool:
        """Whether its date has gone by and it is still to be done."""
        return self.open and self.due < clock.today()


class CheckIn(models.Model):
    """What an owner said about an action, on a day."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="check_ins")
    state = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    on_word_of = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"check-in {self.pk}"


class Evidence(models.Model):
    """Proof that an action was done, or of what it changed; a paper may come with it."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=30)
    text = models.TextField()
    paper = models.ForeignKey("papers.Paper", models.PROTECT, null=True, related_name="+")
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)
    accepted_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    accepted_on = models.DateField(null=True)

    class Meta:
        ordering = ["added_at", "pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"evidence {self.pk}"

    @property
    def case(self) -> Any:
        """The case of its action."""
        return self.action.case


class Look(models.Model):
    """A look at what came of a recommendation: due on a day, then looked at, with what was seen."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="looks")
    due = models.DateField()
    looked_on = models.DateField(null=True)
    looked_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    effect = models.CharField(max_length=20, blank=True)
    seen = models.TextField(blank=True)
    measure = models.CharField(max_length=200, blank=True)
    part = models.PositiveIntegerField(null=True)
    whole = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"look {self.pk}"

    @property
    def case(self) -> Any:
        """The case of its recommendation."""
        return self.recommendation.case
