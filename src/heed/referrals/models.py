"""Referrals and their answers."""

from typing import Any

from django.db import models

from heed.history.models import Moving, Versioned
from heed.partnership.models import Recorded
from heed.referrals.states import AGREEMENT_WORDS, BEING_WRITTEN, WORDS, Agreement, ReferralState
from heed.referrals.states import MOVES as REFERRAL_MOVES


class Referral(Moving, Recorded):
    """A case, or good practice, put forward by somebody in an agency.

    ``referred_by`` has no account when ``referrer_name`` is set: the coordinator entered it from a
    letter, an email or a telephone call. ``asking_for`` is the answer to the pack's first question.
    """

    MOVES = REFERRAL_MOVES

    case = models.OneToOneField("partnership.Case", models.CASCADE, related_name="referral")
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, related_name="+")
    referred_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    referrer_name = models.CharField(max_length=200, blank=True)
    referrer_email = models.EmailField(blank=True)
    asking_for = models.CharField(max_length=60, blank=True)
    agreement = models.CharField(
        max_length=12, blank=True, choices=[(a.value, w) for a, w in AGREEMENT_WORDS.items()]
    )
    agreement_reason = models.TextField(blank=True)
    state = models.CharField(
        max_length=12, default=ReferralState.DRAFT, choices=[(s.value, w) for s, w in WORDS.items()]
    )
    sent_at = models.DateTimeField(null=True)
    more_asked = models.TextField(blank=True)
    outcome = models.CharField(max_length=200, blank=True)
    outcome_reasons = models.TextField(blank=True)
    outcome_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"referral of {self.case_id}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[ReferralState(self.state)]

    @property
    def being_written(self) -> bool:
        """Whether the referrer can still change it."""
        return self.state in BEING_WRITTEN

    @property
    def agreement_word(self) -> str:
        """What the representative said, as people say it."""
        return AGREEMENT_WORDS[Agreement(self.agreement)] if self.agreement else "Not answered"


class ReferralAnswer(Versioned):
    """The answer to one of the pack's questions; each is saved, and can be out of date, by itself.

    ``value`` is text, a list of ids, a number, a date as text, or "not_known".
    """

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="answers")
    question = models.CharField(max_length=60)
    value: Any = models.JSONField()
    answered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "question"], name="referral_question_once")
        ]

    def __str__(self) -> str:
        return f"{self.question} of referral {self.referral_id}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.referral.case
