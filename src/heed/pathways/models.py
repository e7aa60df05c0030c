"""The way of working in force, which never changes afterwards, and the draft of the next one."""

from django.db import models

from heed import clock
from heed.history.models import Versioned
from heed.pathways import stored
from heed.pathways.shapes import Pack


class PackVersion(models.Model):
    """One edition of a partnership's way of working, kept as it was adopted.

    ``text`` is the whole pack, merged, as canonical JSON; ``shape`` says which shape it was written
    in, so that it can always be read. ``layer`` is what the partnership said of its own, as TOML;
    empty for an edition that came with Heed. A case keeps the version that applied to it.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    pack_id = models.SlugField(max_length=40)
    text = models.TextField()
    hash = models.CharField(max_length=64)
    shape = models.PositiveIntegerField(default=stored.SHAPE)
    layer = models.TextField(blank=True)
    adopted_at = models.DateTimeField(default=clock.now)
    adopted_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["partnership", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="pack_number_once_a_partnership"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pack_id}, version {self.number}"

    @property
    def pack(self) -> Pack:
        """The way of working itself."""
        return stored.read(self.text, self.hash, self.shape)


class PackDraft(Versioned):
    """The next edition while it is written: one a partnership, kept until it is put in force.

    ``text`` is the partnership's own layer as TOML, sound or not. ``rehearsed`` is the hash of the
    text whose rehearsal somebody looked through.
    """

    partnership = models.OneToOneField("partnership.Partnership", models.PROTECT, related_name="+")
    text = models.TextField()
    rehearsed = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"draft of the next edition, version {self.version}"

    @property
    def is_rehearsed(self) -> bool:
        """Whether this very text was rehearsed."""
        return self.rehearsed == stored.hash_of(self.text)
