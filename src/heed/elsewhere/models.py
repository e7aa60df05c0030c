"""Reports from elsewhere, the feeds they come from, and older documents of our own."""

from typing import Any

from django.db import models
from django.urls import reverse

from heed import clock
from heed.elsewhere.states import (
    MOVES,
    OLDER_MOVES,
    OLDER_WORDS,
    WHOSE_WORDS,
    WORDS,
    OlderState,
    ReportState,
    Whose,
)
from heed.history.models import Moving
from heed.memory import themes


class Report(Moving):
    """One report or briefing from elsewhere, as it came.

    ``key`` says which it is for its partnership, so that the next import renews it. ``title`` and
    ``text`` are as they came; ``public_title`` is what stands in public once a second person has
    shown it: that, the date and the link, and nothing else of it. ``themes`` are ids that a person
    chose or the record's own keywords name. ``kept`` gives, by the mark of a hit, why words of the
    title stay. ``digest`` sums up what came, so that the same again changes nothing.
    """

    MOVES = MOVES

    partnership = models.ForeignKey("partnership.Partnership", models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    whose = models.CharField(max_length=20, choices=[(w.value, s) for w, s in WHOSE_WORDS.items()])
    by_whom = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    keywords: Any = models.JSONField(default=list, blank=True)
    link = models.CharField(max_length=500, blank=True)
    year = models.PositiveIntegerField(null=True)
    date = models.DateField(null=True)
    origin = models.CharField(max_length=200, blank=True)
    themes: Any = models.JSONField(default=list, blank=True)
    public_title = models.CharField(max_length=200, blank=True)
    kept: Any = models.JSONField(default=dict, blank=True)
    digest = models.CharField(max_length=64)
    state = models.CharField(
        max_length=12,
        default=ReportState.INSIDE,
        choices=[(state.value, word) for state, word in WORDS.items()],
    )
    brought_at = models.DateTimeField(default=clock.now)
    brought_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    offered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    titled_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    shown_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    shown_on = models.DateField(null=True)
    gone_on = models.DateField(null=True)
    gone_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-date", "-year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="report_elsewhere_once")
        ]
        indexes = [models.Index(fields=["partnership", "state", "-date"])]

    def __str__(self) -> str:
        return f"report {self.pk} from elsewhere"

    def get_absolute_url(self) -> str:
        """Where people who sign in read it."""
        return reverse(
            "elsewhere:report", kwargs={"partnership": self.partnership.slug, "number": self.pk}
        )

    @property
    def memory_key(self) -> str:
        """By which memory knows it."""
        return f"elsewhere.Report/{self.pk}"

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[ReportState(self.state)]

    @property
    def whose_words(self) -> str:
        """Whose it is, as people say it."""
        return WHOSE_WORDS[Whose(self.whose)]

    @property
    def theme_labels(self) -> list[str]:
        """What its themes are called."""
        return [themes.label(one) for one in self.themes]

    @property
    def shown_title(self) -> str:
        """The title that stands, or would stand, in public."""
        return self.public_title or self.title[:200]


class Source(models.Model):
    """A feed that the administrator allows, and how the last fetch of it went."""

    partnership = models.ForeignKey("partnership.Partnership", models.CASCADE, related_name="+")
    address = models.CharField(max_length=500)
    fetched_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    etag = models.CharField(max_length=200, blank=True)
    went = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["address"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "address"], name="source_elsewhere_once")
        ]

    def __str__(self) -> str:
        return f"feed {self.pk}"


class OlderPage(Moving):
    """An older briefing of our own on its way through the gate into the library.

    It has no case and no review. ``edition`` counts the saved texts; ``checks`` holds, by item of
    the release checklist, its answer, the reason, who gave it, when, and for which edition.
    ``page`` is what was released.
    """

    MOVES = OLDER_MOVES

    partnership = models.ForeignKey("partnership.Partnership", models.CASCADE, related_name="+")
    report = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="older_pages")
    title = models.CharField(max_length=200, blank=True)
    focus = models.TextField(blank=True)
    audience = models.CharField(max_length=300, blank=True)
    learnt = models.TextField(blank=True)
    questions = models.TextField(blank=True)
    themes: Any = models.JSONField(default=list, blank=True)
    kept: Any = models.JSONField(default=dict, blank=True)
    edition = models.PositiveIntegerField(default=0)
    writers: Any = models.JSONField(default=list, blank=True)
    checks: Any = models.JSONField(default=dict, blank=True)
    state = models.CharField(
        max_length=12,
        default=OlderState.DRAFT,
        choices=[(state.value, word) for state, word in OLDER_WORDS.items()],
    )
    begun_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    offered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    page = models.ForeignKey("briefings.ReleasedPage", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"older page {self.pk}"

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return OLDER_WORDS[OlderState(self.state)]
