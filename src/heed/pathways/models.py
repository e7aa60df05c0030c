"""The way of working in force: what was adopted, when and by whom; never changed afterwards."""

from django.db import models

from heed import clock
from heed.pathways import stored
from heed.pathways.shapes import Pack


class PackVersion(models.Model):
    """One edition of a partnership's way of working, kept as it was adopted.

    ``text`` is the whole pack, merged, as canonical JSON; ``shape`` says which shape it was written
    in, so that it can always be read. A case keeps the version that applied to it.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    pack_id = models.SlugField(max_length=40)
    text = models.TextField()
    hash = models.CharField(max_length=64)
    shape = models.PositiveIntegerField(default=stored.SHAPE)
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
