"""Who hears of new learning by email. Addresses lie sealed, apart from people with an account."""

from typing import Any

from django.db import models

from heed.following.states import RHYTHM_WORDS, Rhythm


class Follower(models.Model):
    """One mailbox that said yes, for one library. Deleted when it leaves; nothing else is kept.

    ``mark`` is a keyed digest of the address, by which the same address is known; ``sealed`` holds
    the address, opened by Heed's secret key alone. ``told_page`` is the newest page that it was
    told of, or that stood when it began; ``told_gone`` are withdrawn pages that the last email
    named. Neither opening nor pressing is ever counted.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)
    sealed = models.TextField()
    rhythm = models.CharField(
        max_length=10,
        choices=[(one.value, words) for one, words in RHYTHM_WORDS.items()],
        default=Rhythm.MONTHLY,
    )
    themes: Any = models.JSONField(default=list, blank=True)
    since = models.DateField()
    told_on = models.DateField()
    told_page = models.PositiveBigIntegerField(default=0)
    told_gone: Any = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "mark"], name="follower_once")
        ]
        indexes = [models.Index(fields=["rhythm", "told_on"])]

    def __str__(self) -> str:
        return f"follower {self.pk}"
