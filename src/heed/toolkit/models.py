"""Toolkits, who owns them, their modules, what owners said, and what stands on the shelves."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property

from heed import clock
from heed.briefings.reach import ROLES
from heed.history.models import Moving, Versioned
from heed.memory import themes
from heed.toolkit.states import (
    KIND_WORDS,
    MOVES,
    SAYS_WORDS,
    SHARE_WORDS,
    WORDS,
    ModuleKind,
    ModuleState,
    Says,
    ShareState,
)


class Toolkit(Versioned):
    """Themes with modules, owned by one partnership or by several together.

    Each partnership has one of its ``own``, over every theme. ``partnership`` is the one that began
    it. ``themes`` are ids; an own toolkit names none and has them all.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    own = models.BooleanField(default=False)
    name = models.CharField(max_length=200, blank=True)
    themes: Any = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership"], condition=models.Q(own=True), name="toolkit_own_once"
            )
        ]

    def __str__(self) -> str:
        return f"toolkit {self.pk}"

    @cached_property
    def owners(self) -> list[Any]:
        """The partnerships that own it, by name; read once for each time it is loaded."""
        rows = [one for one in self.shares.all() if one.state == ShareState.OWNS]
        return sorted((one.partnership for one in rows), key=lambda one: str(one.name))

    @property
    def called(self) -> str:
        """Its name, as people say it."""
        return f"{self.partnership.short_name}’s own toolkit" if self.own else self.name

    def covers(self, theme: str) -> bool:
        """Whether a theme is one of its own."""
        return themes.find(theme) is not None and (self.own or theme in self.themes)


class Share(models.Model):
    """One partnership's share in a toolkit. ``shows_others``: its library's theme pages list what
    the other owners released on the theme."""

    toolkit = models.ForeignKey(Toolkit, models.CASCADE, related_name="shares")
    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=8,
        default=ShareState.ASKED,
        choices=[(one.value, word) for one, word in SHARE_WORDS.items()],
    )
    shows_others = models.BooleanField(default=True)
    since = models.DateField(default=clock.today)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["toolkit", "partnership"], name="share_once")
        ]

    def __str__(self) -> str:
        return f"share {self.pk}"

    @property
    def state_word(self) -> str:
        """Where the partnership stands with the toolkit."""
        return SHARE_WORDS[ShareState(self.state)]


class Words(models.Model):
    """What a module says. ``links`` are objects with ``words`` and ``address``; ``audience`` are
    ids of ROLES, and none is for everyone; ``papers`` are keys of papers, in the order shown."""

    theme = models.CharField(max_length=40)
    kind = models.CharField(
        max_length=10, choices=[(one.value, word) for one, word in KIND_WORDS.items()]
    )
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    links: Any = models.JSONField(default=list, blank=True)
    audience: Any = models.JSONField(default=list, blank=True)
    papers: Any = models.JSONField(default=list, blank=True)
    review_by = models.DateField()

    class Meta:
        abstract = True

    @property
    def theme_label(self) -> str:
        """The theme, in words."""
        return themes.label(self.theme)

    @property
    def kind_word(self) -> str:
        """What it is for."""
        return KIND_WORDS[ModuleKind(self.kind)]

    @property
    def for_whom(self) -> str:
        """Whom it is for, in words; empty where it is for everyone."""
        return "; ".join(label for role, label in ROLES.items() if role in self.audience)


class Module(Words, Moving):
    """A module while it is written. ``edition`` counts its saved texts; ``writers`` are those who
    saved one since it was last shown, none of whom may agree to it. ``kept`` gives, by the mark of
    a hit, why words that could identify somebody stay."""

    MOVES = MOVES

    toolkit = models.ForeignKey(Toolkit, models.CASCADE, related_name="modules")
    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=8,
        default=ModuleState.DRAFT,
        choices=[(one.value, word) for one, word in WORDS.items()],
    )
    edition = models.PositiveIntegerField(default=1)
    kept: Any = models.JSONField(default=dict, blank=True)
    writers = models.ManyToManyField("partnership.Person", related_name="+")

    class Meta:
        ordering = ["theme", "kind", "pk"]

    def __str__(self) -> str:
        return f"module {self.pk}"

    @property
    def state_word(self) -> str:
        """Where it stands, as people say it."""
        return WORDS[ModuleState(self.state)]

    @cached_property
    def wrote(self) -> set[int]:
        """The keys of those who wrote it; read once for each time it is loaded."""
        return {one.pk for one in self.writers.all()}


class Approval(models.Model):
    """What one owner says of one edition. ``read``: somebody there, who wrote none of it, read it
    for who could be known."""

    module = models.ForeignKey(Module, models.CASCADE, related_name="approvals")
    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField()
    says = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Says])
    words = models.TextField(blank=True)
    by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["module", "partnership", "edition"], name="approval_once_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.says} of module {self.module_id}"

    @property
    def says_word(self) -> str:
        """What was said, in words."""
        return SAYS_WORDS[self.says]


class ShelfQuerySet(models.QuerySet["Shelf"]):
    """Reads of what stands on the shelves."""

    def standing(self) -> "ShelfQuerySet":
        """What was not taken down and has not come to its end date."""
        return self.filter(taken_down_on__isnull=True, ends_on__gte=clock.today())


class Shelf(Words):
    """A module as it stands in one partnership's library: the edition that all owners agreed to.

    It leaves on ``ends_on`` unless it is agreed to again.
    """

    module = models.ForeignKey(Module, models.CASCADE, related_name="shelves")
    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField()
    shown_on = models.DateField()
    ends_on = models.DateField()
    taken_down_on = models.DateField(null=True)
    taken_down_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )

    objects = ShelfQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["module", "partnership"], name="shelf_once")]
        indexes = [models.Index(fields=["partnership", "theme"])]

    def __str__(self) -> str:
        return f"module {self.module_id} on a shelf"

    @property
    def stands(self) -> bool:
        """Whether it can be read today."""
        return self.taken_down_on is None and self.ends_on >= clock.today()

    @property
    def memory_key(self) -> str:
        """By which memory knows it."""
        return f"toolkit.Shelf/{self.pk}"
