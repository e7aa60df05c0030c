"""Papers."""

from django.db import models

from heed import clock


class Paper(models.Model):
    """One file. ``stored_as`` is random; ``label`` is what people see, without a path.

    ``about`` says which record of which stage owns it (``referrals.referral:12``): that stage
    serves it, after its own access.
    """

    case = models.ForeignKey("partnership.Case", models.CASCADE, null=True, related_name="papers")
    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    about = models.CharField(max_length=80)
    label = models.CharField(max_length=160)
    stored_as = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["added_at", "pk"]
        indexes = [models.Index(fields=["about"])]

    def __str__(self) -> str:
        return f"paper {self.pk}"
