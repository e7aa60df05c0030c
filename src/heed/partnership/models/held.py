"""A post that came after the session ended, held for whoever typed it."""

from django.db import models

from heed import clock


class HeldPost(models.Model):
    """What somebody typed on one page, sealed, until they have signed in again or a day has passed.

    ``address`` is the page's, with its query; it names a case by reference only. ``sealed`` can be
    opened with Heed's secret key alone.
    """

    person = models.ForeignKey("partnership.Person", models.CASCADE, related_name="+")
    address = models.CharField(max_length=500)
    sealed = models.TextField()
    held_at = models.DateTimeField(default=clock.now)
    ends_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["ends_at"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "address"], name="held_post_once_a_page")
        ]

    def __str__(self) -> str:
        return f"held post {self.pk}"
