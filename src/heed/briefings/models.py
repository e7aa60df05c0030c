"""The page as it is written, its versions and comments, what was settled, and what was released."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property

from heed import clock
from heed.briefings.reach import Reach
from heed.briefings.states import (
    BEING_WRITTEN,
    OUTPUT_WORDS,
    READERS_WORDS,
    WORDS,
    BriefingState,
    Item,
    Output,
    Readers,
)
from heed.briefings.states import MOVES as BRIEFING_MOVES
from heed.history.models import Moving
from heed.partnership.models import Recorded

SIZES = ((12.0, "12 point"), (11.5, "11.5 point"), (11.0, "11 point, the smallest"))


class Briefing(Moving):
    """The one page of a case while it is written.

    ``sections`` holds the text under each section's id, as the case's pack lays the page out;
    ``edition`` counts the saved texts, so that a sign-off and a check say which words they saw.
    ``audience`` names whom the page is for, in words ("schools and health visitors"). ``themes``
    are ids that a person chose, as are ``ages`` and ``roles`` (``reach``). ``size`` is the print
    size in points. ``kept`` gives, by the mark of a hit, why words that could identify somebody
    stay (``reason``, ``kind``, who in ``by``, when in ``at``); a reason holds until its sentence,
    or what stands beside it, changes.
    """

    MOVES = BRIEFING_MOVES

    case = models.OneToOneField("partnership.Case", models.CASCADE, related_name="briefing")
    sign_off_group = models.ForeignKey(
        "partnership.Group", models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(
        max_length=16,
        default=BriefingState.DRAFT,
        choices=[(state.value, word) for state, word in WORDS.items()],
    )
    title = models.CharField(max_length=200, blank=True)
    focus = models.TextField(blank=True)
    audience = models.CharField(max_length=300, blank=True)
    sections: Any = models.JSONField(default=dict)
    themes: Any = models.JSONField(default=list, blank=True)
    ages: Any = models.JSONField(default=list, blank=True)
    roles: Any = models.JSONField(default=list, blank=True)
    kept: Any = models.JSONField(default=dict, blank=True)
    size = models.FloatField(default=12.0, choices=SIZES)
    edition = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"page of {self.case_id}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[BriefingState(self.state)]

    @property
    def being_written(self) -> bool:
        """Whether its text can be changed."""
        return self.state in BEING_WRITTEN

    @cached_property
    def authors(self) -> list[Any]:
        """Everybody who saved a version of it, by name; read once for each time it is loaded."""
        saved = self.versions.select_related("saved_by").only("saved_by__name", "briefing_id")
        return sorted({one.saved_by for one in saved}, key=lambda person: person.name)


class BriefingVersion(models.Model):
    """The text as it was saved once. Never changed."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200, blank=True)
    focus = models.TextField(blank=True)
    audience = models.CharField(max_length=300, blank=True)
    sections: Any = models.JSONField(default=dict)
    saved_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["briefing", "number"], name="briefing_version_once")
        ]

    def __str__(self) -> str:
        return f"version {self.number} of page {self.briefing_id}"


class Comment(models.Model):
    """What somebody says about a section (or, without one, about the whole page)."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="comments")
    edition = models.PositiveIntegerField()
    section = models.CharField(max_length=60, blank=True)
    words = models.TextField()
    asks_change = models.BooleanField(default=False)
    by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    answer = models.TextField(blank=True)
    settled_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"comment {self.pk}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.briefing.case


class SignOff(Recorded):
    """The group agreed to one edition. ``signed_by`` is none where it is entered for another."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="sign_offs")
    edition = models.PositiveIntegerField()
    signed_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"sign-off of page {self.briefing_id}"


class ReleaseCheck(Recorded):
    """One item of the release checklist, as it was settled for one edition."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="checks")
    edition = models.PositiveIntegerField()
    item = models.CharField(max_length=20, choices=[(item.value, item.value) for item in Item])
    answer = models.CharField(max_length=40)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "edition", "item"], name="release_check_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} of page {self.briefing_id}"


class ReleasedQuerySet(models.QuerySet["ReleasedPage"]):
    """Reads of released pages."""

    def standing(self) -> "ReleasedQuerySet":
        """Pages that were not withdrawn and have not come to their end date."""
        return self.filter(withdrawn_on__isnull=True, ends_on__gte=clock.today())

    def public(self) -> "ReleasedQuerySet":
        """Pages for everyone."""
        return self.filter(readers=Readers.EVERYONE)


class ReleasedPage(models.Model):
    """A page as it was released: its own number and address, which lead nowhere back.

    ``content`` holds what is read: sections (id, heading, kind, text), the heading of the
    questions, the caveat and the support line. ``pdf`` is the sheet that was measured. A page that
    comes from a case asks search engines to pass it by, and leaves the library on ``ends_on``
    unless somebody looks at it again. It outlives its case's records. ``changed_at`` is when what
    its readers see last changed.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    briefing = models.ForeignKey(
        Briefing, models.SET_NULL, null=True, related_name="released_pages"
    )
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    title = models.CharField(max_length=200)
    focus = models.TextField()
    audience = models.CharField(max_length=300, blank=True)
    output = models.CharField(
        max_length=10,
        default=Output.BRIEFING,
        choices=[(one.value, word) for one, word in OUTPUT_WORDS.items()],
    )
    minutes = models.PositiveSmallIntegerField()
    readers = models.CharField(
        max_length=12,
        default=Readers.EVERYONE,
        choices=[(one.value, word) for one, word in READERS_WORDS.items()],
    )
    noindex = models.BooleanField(default=True)
    released_on = models.DateField()
    released_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    looked_at_on = models.DateField()
    review_by = models.DateField()
    ends_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    notice = models.CharField(max_length=300, blank=True)
    withdrawn_why = models.TextField(blank=True)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(null=True)
    # What is large comes last: SQLite reads through a row to whatever stands behind it.
    content: Any = models.JSONField()
    pdf = models.BinaryField()

    objects = ReleasedQuerySet.as_manager()

    class Meta:
        ordering = ["-released_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "number"], name="page_number_once"),
            models.UniqueConstraint(fields=["partnership", "slug"], name="page_slug_once"),
        ]
        indexes = [models.Index(fields=["partnership", "readers", "-released_on"])]

    def __str__(self) -> str:
        return f"Learning page {self.number}"

    @property
    def is_guidance(self) -> bool:
        """Whether it is guidance for practice, which a list says beside its title."""
        return self.output == Output.GUIDANCE

    @property
    def memory_key(self) -> str:
        """By which memory knows it."""
        return f"briefings.ReleasedPage/{self.pk}"

    @property
    def stands(self) -> bool:
        """Whether it can be read today."""
        return self.withdrawn_on is None and self.ends_on >= clock.today()


class PageTheme(models.Model):
    """A theme of a released page."""

    page = models.ForeignKey(ReleasedPage, models.CASCADE, related_name="page_themes")
    theme = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "theme"], name="page_theme_once")]

    def __str__(self) -> str:
        return self.theme


class PageReach(models.Model):
    """An age band that a released page speaks of, or readers whom it is for."""

    page = models.ForeignKey(ReleasedPage, models.CASCADE, related_name="page_reach")
    kind = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Reach])
    value = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "page reach"
        constraints = [
            models.UniqueConstraint(fields=["page", "kind", "value"], name="page_reach_once")
        ]
        indexes = [models.Index(fields=["kind", "value"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class FormerAddress(models.Model):
    """Where a released page stood before its address was changed; it leads on for good."""

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    page = models.ForeignKey(ReleasedPage, models.CASCADE, related_name="former_addresses")
    slug = models.SlugField(max_length=100)

    class Meta:
        verbose_name_plural = "former addresses"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "slug"], name="former_address_once")
        ]

    def __str__(self) -> str:
        return self.slug
