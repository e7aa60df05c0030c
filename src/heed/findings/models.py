"""Findings, what shows them, the themes they belong to, and the next steps that are proposed."""

from typing import Any

from django.db import models

from heed import clock
from heed.findings.states import (
    EVIDENCE_WORDS,
    LEVEL_SHORT,
    LEVEL_WORDS,
    POLARITY_WORDS,
    WORDS,
    EvidenceKind,
    FindingState,
    Level,
    Polarity,
)
from heed.findings.states import MOVES as FINDING_MOVES
from heed.history.models import Moving, Versioned
from heed.memory import themes


class Finding(Moving):
    """One thing that was learnt. ``why`` is the condition that shaped it: what made it so then.

    ``earlier`` holds the closest learning that was known when its words were last saved, closest
    first, as pairs of a memory entry's source and how close it is in words. Who may find an entry
    is asked anew whenever it is shown.
    """

    MOVES = FINDING_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="findings")
    text = models.TextField()
    why = models.TextField(blank=True)
    polarity = models.CharField(
        max_length=10, choices=[(p.value, w) for p, w in POLARITY_WORDS.items()]
    )
    level = models.CharField(max_length=10, choices=[(v.value, w) for v, w in LEVEL_WORDS.items()])
    state = models.CharField(
        max_length=10, default=FindingState.DRAFT, choices=[(s.value, w) for s, w in WORDS.items()]
    )
    order = models.PositiveSmallIntegerField(default=0)
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)
    settled_on = models.DateField(null=True)
    set_aside_why = models.TextField(blank=True)
    earlier: Any = models.JSONField(default=list)
    earlier_on = models.DateField(null=True)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"finding {self.pk}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[FindingState(self.state)]

    @property
    def polarity_word(self) -> str:
        """What it speaks of, in words."""
        return POLARITY_WORDS[Polarity(self.polarity)]

    @property
    def level_word(self) -> str:
        """Practice or system."""
        return LEVEL_SHORT[Level(self.level)]

    @property
    def theme_ids(self) -> list[str]:
        """Its themes, by id."""
        return [one.theme for one in self.themes.all()]


class FindingTheme(models.Model):
    """A theme that a person gave a finding, with the words of it that led there, if any did."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40, db_index=True)
    words: Any = models.JSONField(default=list)
    chosen_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "theme"], name="finding_theme_once")
        ]

    def __str__(self) -> str:
        return self.theme

    @property
    def label(self) -> str:
        """What the theme is called."""
        return themes.label(self.theme)


class Evidence(Versioned):
    """Something that shows a finding, in a sentence or two, and where it comes from."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="evidence")
    kind = models.CharField(
        max_length=10, choices=[(k.value, w) for k, w in EVIDENCE_WORDS.items()]
    )
    text = models.TextField()
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    event = models.ForeignKey(
        "learning_events.LearningEvent", models.SET_NULL, null=True, related_name="+"
    )
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"evidence {self.pk} of finding {self.finding_id}"

    @property
    def case(self) -> Any:
        """The case of its finding."""
        return self.finding.case

    @property
    def kind_word(self) -> str:
        """Where it comes from, in words."""
        return EVIDENCE_WORDS[EvidenceKind(self.kind)]


class NextStep(Versioned):
    """A change that is proposed: for which working group, and what would be different then.

    Recommendations are made from it; the finding says why. ``withdrawn_on`` takes it back.
    """

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="next_steps")
    finding = models.ForeignKey(Finding, models.SET_NULL, null=True, related_name="next_steps")
    text = models.TextField()
    group = models.ForeignKey("partnership.Group", models.PROTECT, null=True, related_name="+")
    expected_change = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"next step {self.pk}"
