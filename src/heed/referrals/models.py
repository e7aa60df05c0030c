"""Referrals and their answers."""

from typing import Any

from django.db import models

from heed import clock
from heed.design.when import read_day
from heed.history.models import Moving, Versioned
from heed.partnership.models import Recorded
from heed.partnership.states import ENDED
from heed.referrals.states import (
    AGREED_WORDS,
    AGREEMENT_WORDS,
    BEING_WRITTEN,
    BY_CODE,
    CAME_BY_WORDS,
    LATER_CLOSED,
    WORDS,
    Agreed,
    Agreement,
    CameBy,
    ReferralState,
)
from heed.referrals.states import MOVES as REFERRAL_MOVES


class Referral(Moving, Recorded):
    """A case, or good practice, put forward by somebody in an agency.

    ``agency`` is one that the partnership works with; where there is none, ``other_agency`` is what
    the referrer calls theirs.
    ``referred_by`` has no account when ``referrer_name`` is set: the coordinator entered it from a
    letter, an email or a telephone call; ``agreed`` is then what the referrer said of it.
    ``asking_for`` is the answer to the pack's first question. ``later_asked_at`` is when the pack's
    later sections were asked for.
    """

    MOVES = REFERRAL_MOVES

    case = models.OneToOneField("partnership.Case", models.CASCADE, related_name="referral")
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    other_agency = models.CharField(max_length=200, blank=True)
    came_by = models.CharField(
        max_length=12,
        default=CameBy.MEMBER,
        choices=[(c.value, w) for c, w in CAME_BY_WORDS.items()],
    )
    referred_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    referrer_name = models.CharField(max_length=200, blank=True)
    referrer_email = models.EmailField(blank=True)
    agreed = models.CharField(
        max_length=12, blank=True, choices=[(a.value, w) for a, w in AGREED_WORDS.items()]
    )
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
    later_asked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False) | ~models.Q(other_agency=""),
                name="referral_from_some_agency",
            )
        ]

    def __str__(self) -> str:
        return f"referral of {self.case_id}"

    @property
    def from_agency(self) -> str:
        """The name of the agency that it comes from."""
        return self.agency.name if self.agency is not None else self.other_agency

    @property
    def came_by_word(self) -> str:
        """The door by which it came, as people say it."""
        return CAME_BY_WORDS[CameBy(self.came_by)]

    @property
    def by_code(self) -> bool:
        """Whether the referrer has no account, and typed a code sent to their mailbox."""
        return self.came_by in BY_CODE

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
    def later_open(self) -> bool:
        """Whether the later sections are asked for, and can still be written in."""
        return (
            self.later_asked_at is not None
            and self.state not in LATER_CLOSED
            and self.case.stage not in ENDED
        )

    @property
    def agreed_word(self) -> str:
        """What the referrer said of what was entered for them; empty where they wrote it."""
        return AGREED_WORDS[Agreed(self.agreed)] if self.agreed else ""

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


class LaterEntry(models.Model):
    """One entry of a section that is asked once a referral is taken forward.

    ``key`` is "only" in a section that is filled in once; "child-12" or "of-police" where what is
    known already begins the entry; chosen by chance where somebody adds one. "list" holds what is
    said of the list as a whole: that nobody, or nobody else, belongs in it.
    """

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="later")
    section = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    concerns = models.ForeignKey(
        "partnership.CaseSubject", models.CASCADE, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "section", "key"], name="later_entry_once_a_section"
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.key} of referral {self.referral_id}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.referral.case


class LaterAnswer(Versioned):
    """The answer to one question of an entry; each is saved, and can be out of date, by itself.

    What identifies somebody stands in the identity register: then ``line`` holds it, and ``value``
    is empty.
    """

    entry = models.ForeignKey(LaterEntry, models.CASCADE, related_name="answers")
    question = models.CharField(max_length=60)
    value: Any = models.JSONField(null=True)
    line = models.ForeignKey(
        "partnership.RegisteredName", models.SET_NULL, null=True, related_name="+"
    )
    answered_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "question"], name="later_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.question} of {self.entry_id}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.entry.case

    @property
    def given(self) -> Any:
        """The answer, as the question's form takes it, wherever it stands."""
        if self.line is None:
            return self.value
        if self.line.kind.startswith("date"):
            return read_day(self.line.text, today=clock.today()).isoformat()
        return self.line.text


class Presence(models.Model):
    """When somebody's page last said that they are here, in a referral that several write."""

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="present")
    person = models.ForeignKey("partnership.Person", models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "person"], name="present_once")]

    def __str__(self) -> str:
        return f"person {self.person_id} in referral {self.referral_id}"


class GuestInvitation(models.Model):
    """Somebody without an account is asked by a coordinator to refer, at one address, until a day.

    ``why`` is for the guest and is read in Heed alone, after they typed a code.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    email = models.EmailField()
    name = models.CharField(max_length=200)
    agency_name = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    invited_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=clock.now)
    ends_on = models.DateField()
    taken_back_at = models.DateTimeField(null=True)
    referral = models.OneToOneField(Referral, models.SET_NULL, null=True, related_name="invitation")

    class Meta:
        ordering = ["-invited_at", "-pk"]

    def __str__(self) -> str:
        return f"invitation {self.pk} to refer"

    @property
    def open(self) -> bool:
        """Whether the guest can still begin, or go on with what they began and have not sent."""
        return self.taken_back_at is None and self.ends_on >= clock.today()

    @property
    def now(self) -> str:
        """How it stands, in a word or two."""
        if self.taken_back_at is not None:
            return "Taken back"
        if self.referral is not None and self.referral.state != ReferralState.DRAFT:
            return self.referral.state_word
        if not self.open:
            return "Ended"
        return "Being written" if self.referral is not None else "Waits for the guest"
