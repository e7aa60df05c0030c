"""The private address at which a person's own calendar reads when their groups meet."""

import secrets

from django.db import models

from heed import clock


def new_secret() -> str:
    """Forty-three characters that nobody guesses."""
    return secrets.token_urlsafe(32)


class CalendarKey(models.Model):
    """One person's calendar address in one partnership; ended when they take it back.

    The secret is kept as it is, so that its page can show it again: whoever could read this table
    could read the meetings themselves.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.CASCADE, related_name="+")
    person = models.ForeignKey("partnership.Person", models.CASCADE, related_name="+")
    secret = models.CharField(max_length=60, unique=True, default=new_secret)
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "person"],
                condition=models.Q(ended_at__isnull=True),
                name="one_calendar_address_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"calendar address {self.pk}"
