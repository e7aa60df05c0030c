"""A code typed to show that somebody reads a mailbox, and how often a door was knocked at."""

from django.db import models

from heed import clock


class MailCode(models.Model):
    """One code, sent to one address for one purpose. It works once, for a while, in a few tries.

    Neither the address nor the code stands here: ``whose`` and ``digest`` are keyed digests, so
    that whoever reads the database can type nothing in and learns of nobody.
    """

    whose = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)
    ends_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ends_at"])]

    def __str__(self) -> str:
        return f"mail code {self.pk}"


class Knock(models.Model):
    """One try at a door that is open to all, counted so that nobody tries without end.

    ``who`` is a keyed digest of an address, or of the machine that asks.
    """

    door = models.CharField(max_length=40)
    who = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["door", "who", "at"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"knock {self.pk}"
