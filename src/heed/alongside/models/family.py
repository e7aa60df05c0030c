"""What helps a child and family to take part, thought of from the first day."""

from typing import Any

from django.db import models

from heed.history.models import Versioned
from heed.partnership.models import Recorded


class FamilySupport(Versioned, Recorded):
    """What is offered to a child and family beside a case: one record, from decision to release.

    ``support`` lists ids of the pack's ``decision.family_support``. Where nothing is offered,
    ``not_offered`` says why. ``happened_on`` is the day on which it was thought of last.
    """

    case = models.OneToOneField("partnership.Case", models.CASCADE, related_name="family_support")
    support: Any = models.JSONField(default=list)
    not_offered = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"family support of {self.case_id}"

    @property
    def thought_of(self) -> bool:
        """Whether something is offered, or the reason given why not."""
        return bool(self.support or self.not_offered)
