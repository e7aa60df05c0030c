"""Reviews, the agencies in them, and the dates that they aim for."""

from typing import Any

from django.db import models

from heed import clock
from heed.history.models import Moving, Versioned
from heed.partnership.models import Recorded
from heed.reviews.states import MOVES as REVIEW_MOVES
from heed.reviews.states import SHARING_WORDS, WORDS, ReviewState


class Review(Moving, Recorded):
    """One review of one case.

    ``lines_of_enquiry`` is a list of questions; ``family`` a list of the pack's ways in which a
    child and family take part, empty with ``family_not_offered`` when none is offered at present.
    ``sharing`` is ``bring``, ``facilitator`` or ``collate``.
    """

    MOVES = REVIEW_MOVES

    case = models.OneToOneField("partnership.Case", models.CASCADE, related_name="review")
    facilitator = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(
        max_length=12,
        default=ReviewState.SCOPING,
        choices=[(s.value, w) for s, w in WORDS.items()],
    )
    focus_from = models.DateField(null=True)
    focus_to = models.DateField(null=True)
    lines_of_enquiry: Any = models.JSONField(default=list)
    family: Any = models.JSONField(default=list)
    family_note = models.TextField(blank=True)
    family_not_offered = models.TextField(blank=True)
    sharing = models.CharField(max_length=12, default="bring")
    scoped_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"review of {self.case_id}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[ReviewState(self.state)]

    @property
    def sharing_word(self) -> str:
        """How returns are shared, as the identity bar says it."""
        return SHARING_WORDS[self.sharing]

    @property
    def family_planned(self) -> bool:
        """Whether it was thought about how the child and family take part."""
        return bool(self.family or self.family_not_offered)


class ReviewAgency(Versioned):
    """An agency that is asked in, and whom we write to there.

    ``contact`` has an account; ``contact_name`` and ``contact_email`` stand for somebody who takes
    part through the coordinator's entry.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="agencies")
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, related_name="+")
    contact = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)

    class Meta:
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(fields=["review", "agency"], name="agency_once_a_review")
        ]

    def __str__(self) -> str:
        return f"agency {self.agency_id} in review {self.review_id}"

    @property
    def case(self) -> Any:
        """The case that the review is of."""
        return self.review.case

    @property
    def whom(self) -> str:
        """The contact's name."""
        return self.contact.name if self.contact else self.contact_name


class Target(models.Model):
    """A date that the review aims for, or that statute sets, from one of the pack's clocks.

    ``planned`` is the day before any pause moved it. A ``deadline`` never moves: past it, it shows
    as late with ``late_because``, and ``expected_on`` says when it is expected instead.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="targets")
    clock = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    started_on = models.DateField()
    earliest = models.DateField(null=True)
    due = models.DateField()
    deadline = models.BooleanField(default=False)
    planned = models.DateField(null=True)
    pausable = models.BooleanField(default=False)
    met_on = models.DateField(null=True)
    late_because = models.TextField(blank=True)
    expected_on = models.DateField(null=True)

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "clock"], name="clock_once_a_review")
        ]

    def __str__(self) -> str:
        return f"{self.clock} of review {self.review_id}"

    @property
    def case(self) -> Any:
        """The case that the review is of."""
        return self.review.case

    @property
    def is_late(self) -> bool:
        """Whether its day passed before it was met; only a deadline is late."""
        return self.deadline and (self.met_on or clock.today()) > self.due

    @property
    def was_moved(self) -> bool:
        """Whether a pause moved it."""
        return self.planned is not None and self.planned != self.due
