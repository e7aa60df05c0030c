"""What has changed since a page was released, as everyone may read it."""

from typing import Any

from django.db import models

from heed.history.models import Moving
from heed.library.states import MOVES as CHANGE_MOVES
from heed.library.states import WORDS, ChangeState


class Change(Moving):
    """One sentence for one recommendation, on the released page of its review.

    ``writers`` are the keys of everybody who wrote some of it; ``kept`` gives, by the mark of a
    hit, why words that could identify somebody stay. It outlives its case's records, as the page
    does.
    """

    MOVES = CHANGE_MOVES

    recommendation = models.OneToOneField(
        "recommendations.Recommendation", models.SET_NULL, null=True, related_name="+"
    )
    page = models.ForeignKey("briefings.ReleasedPage", models.CASCADE, related_name="+")
    text = models.CharField(max_length=400)
    state = models.CharField(
        max_length=10,
        default=ChangeState.DRAFT,
        choices=[(state.value, word) for state, word in WORDS.items()],
    )
    writers: Any = models.JSONField(default=list)
    kept: Any = models.JSONField(default=dict, blank=True)
    agreed_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    shown_on = models.DateField(null=True)
    taken_down_on = models.DateField(null=True)

    class Meta:
        ordering = ["shown_on", "pk"]

    def __str__(self) -> str:
        return f"change {self.pk}"

    @property
    def case(self) -> Any:
        """The case of its recommendation; none once the case's records are disposed of."""
        return self.recommendation.case if self.recommendation else None

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[ChangeState(self.state)]
