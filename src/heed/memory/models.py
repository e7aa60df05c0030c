"""What is remembered, and the index by which it is found again.

An ``Entry`` is one piece of learning with its audience. ``Posting`` holds the index of words as
rows of plain bytes, the same on every database: for each term and each block of 4,096 entries, the
places in the block where the term occurs and how heavily. Facets and audiences are terms like any
other, so that permission and filters are part of the one look-up.
"""

import secrets
from typing import Any

from django.db import models
from django.urls import NoReverseMatch, reverse

from heed.memory import themes


class Kind(models.TextChoices):
    """What sort of thing is remembered."""

    FINDING = "finding", "Finding"
    RECOMMENDATION = "recommendation", "Recommendation"
    BRIEFING = "briefing", "Briefing"
    GUIDANCE = "guidance", "Guidance"
    NATIONAL = "national", "National learning"
    OTHER_PARTNERSHIP = "other_partnership", "Another partnership's learning"


class Audience(models.TextChoices):
    """Who may find it."""

    PUBLIC = "public", "Everyone"
    PARTNERSHIP = "partnership", "The partnership's people"
    CASE = "case", "This case's people"
    FORUM = "forum", "The members of a partnership's forum"


class Polarity(models.TextChoices):
    """Whether it speaks of what worked, of what could be strengthened, or of conditions."""

    STRENGTH = "strength", "What worked well"
    LEARNING = "learning", "What we can strengthen"
    CONDITION = "condition", "Conditions around the work"


class Effect(models.TextChoices):
    """For a recommendation: what is recorded of what came of it."""

    UNKNOWN = "", "Not recorded"
    OPEN = "open", "Being acted on"
    ACTED_ON = "acted_on", "Acted on; difference not yet known"
    DIFFERENCE = "difference", "Acted on, and a difference was seen"
    NO_DIFFERENCE = "no_difference", "Acted on; no difference was seen"
    NOT_TAKEN_UP = "not_taken_up", "Not taken up"


class Entry(models.Model):
    """One piece of learning. ``source_key`` names what it came from, so that it can be renewed.

    No partnership means national, shared, or of a partnership that is not on this instance. Where
    ``partnership_name`` stands, it is the learning of whoever it names, who is not on this
    instance; ``partnership`` then only says whose people find it. A case, where there is one, only
    ever narrows who may find the entry: its restrictions apply to everything that is not public.
    """

    partnership = models.ForeignKey(
        "partnership.Partnership",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    case = models.ForeignKey(
        "partnership.Case", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    partnership_name = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    title = models.CharField(max_length=300)
    text = models.TextField()
    url_name = models.CharField(max_length=100, blank=True)
    url_args = models.JSONField(default=dict, blank=True)
    url = models.CharField(max_length=500, blank=True)
    slug = models.SlugField(max_length=120, blank=True)
    date = models.DateField(null=True, blank=True)
    polarity = models.CharField(max_length=10, choices=Polarity.choices, blank=True)
    age_band = models.CharField(max_length=40, blank=True)
    route = models.CharField(max_length=60, blank=True)
    effect = models.CharField(
        max_length=16, choices=Effect.choices, blank=True, default=Effect.UNKNOWN
    )
    effect_note = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    source_key = models.CharField(max_length=200, unique=True)
    external_id = models.CharField(max_length=200, blank=True, db_index=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name_plural = "entries"
        ordering = ("-date", "-pk")
        indexes = (
            models.Index(fields=("audience", "partnership"), name="memory_entry_audience"),
            models.Index(fields=("kind", "-date"), name="memory_entry_kind"),
        )
        constraints = (
            models.CheckConstraint(
                name="memory_entry_case_audience_has_case",
                condition=~models.Q(audience="case") | models.Q(case__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.source_key

    def get_absolute_url(self) -> str:
        """Where it can be read: a page of ours, else the address it came with, else nothing."""
        if self.url_name:
            args: dict[str, Any] = dict(self.url_args)
            try:
                return reverse(self.url_name, kwargs=args)
            except NoReverseMatch:
                return self.url
        return self.url

    @property
    def year(self) -> int | None:
        return self.date.year if self.date else None

    @property
    def theme_ids(self) -> list[str]:
        return [row.theme for row in self.themes.all()]

    @property
    def theme_labels(self) -> list[str]:
        return [themes.label(theme_id) for theme_id in self.theme_ids]


class EntryTheme(models.Model):
    """A theme that a person gave an entry."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40, db_index=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("entry", "theme"), name="memory_entry_theme_once"),
        )

    def __str__(self) -> str:
        return self.theme

    @property
    def label(self) -> str:
        return themes.label(self.theme)


class EntryAgency(models.Model):
    """A sector whose agencies an entry concerns, such as "education" or "police"."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="agencies")
    agency = models.CharField(max_length=60)

    class Meta:
        verbose_name_plural = "entry agencies"
        ordering = ("agency",)
        constraints = (
            models.UniqueConstraint(fields=("entry", "agency"), name="memory_entry_agency_once"),
        )

    def __str__(self) -> str:
        return self.agency


class Posting(models.Model):
    """Where one term occurs in one block of entries.

    ``slots``: ascending unsigned 16-bit places (entry id modulo 4,096). ``weights``: one byte for
    each slot.
    """

    term = models.CharField(max_length=80)
    block = models.PositiveIntegerField()
    slots = models.BinaryField()
    weights = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("term", "block"), name="memory_posting_once"),
        )

    def __str__(self) -> str:
        return f"{self.term}/{self.block}"


def _stamp() -> int:
    return secrets.randbits(62)


class Meaning(models.Model):
    """The meaning of one entry as numbers, or (no vectors) that it is to be forgotten.

    ``vectors``: one or more rows of 512 signed bytes. Rows are only ever added, so that a machine
    can bring its own file of vectors up to date from the last row it saw; the stamp, a number
    drawn at random, tells it whether that row is still the same row.
    """

    entry = models.PositiveBigIntegerField(db_index=True)
    model = models.CharField(max_length=40)
    vectors = models.BinaryField(null=True)
    stamp = models.BigIntegerField(default=_stamp)

    def __str__(self) -> str:
        return f"{self.entry}"


class Index(models.Model):
    """The one row that says by which lexicon the stored words were read."""

    lexicon = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "indexes"

    def __str__(self) -> str:
        return self.lexicon
