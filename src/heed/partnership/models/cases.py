"""The thread that joins a case through the rooms; whom it concerns; who is shut out."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from heed import clock
from heed.history.models import Versioned
from heed.partnership import ages
from heed.partnership.states import ENDED, MEANS_WORDS, STAGE_WORDS, About, Means, Stage

if TYPE_CHECKING:
    from heed.partnership.models.people import Person


class Recorded(models.Model):
    """Something that can be entered late or for another: when it happened, who entered it, on whose
    word.
    """

    happened_on = models.DateField(default=clock.today)
    entered_at = models.DateTimeField(default=clock.now, editable=False)
    entered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+", editable=False
    )
    means = models.CharField(
        max_length=12, default=Means.HEED, choices=[(m.value, w) for m, w in MEANS_WORDS.items()]
    )
    on_word_of = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True


class Incident(models.Model):
    """One thing that happened, which may call for several reviews of different kinds."""

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    happened_on = models.DateField(null=True, blank=True)
    aware_on = models.DateField(
        null=True, blank=True, help_text="When the local authority came to know of it."
    )
    notified_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"incident {self.pk}"


class CaseQuerySet(models.QuerySet["Case"]):
    """Reads of cases; ``visible_to`` is the scope on which every list in Heed stands."""

    def visible_to(self, person: "Person") -> "CaseQuerySet":
        """The cases that a person may know of.

        A person named on a case sees it, unless their part opens one page of it only (a referral,
        a return). Those whose part reaches the whole partnership see every case of it but drafts
        and restricted ones. Somebody shut out sees nothing of it at all.
        """
        from heed.partnership.standing import standing

        mine = standing(person)
        wide = Q(partnership_id__in=mine.wide, restricted=False) & ~Q(stage=Stage.DRAFT)
        return self.filter(wide | Q(pk__in=mine.named)).exclude(pk__in=mine.shut_out)

    def open(self) -> "CaseQuerySet":
        """Cases that have not ended."""
        return self.exclude(stage__in=ENDED)


class Case(Versioned):
    """The thread: reference, stage, waiting on, target. It holds no narrative.

    ``old_reference`` is what the case was called before it was in Heed: never a person's name.

    ``waiting_on`` is a short phrase without a name ("2 agencies"). ``target`` is a date to aim for;
    ``deadline`` says that statute sets it. ``pack_version`` is the way of working that applies.
    """

    reference_prefix_of_case = True

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="cases")
    reference = models.CharField(max_length=20, unique=True)
    pack_version = models.ForeignKey(
        "pathways.PackVersion", models.PROTECT, null=True, related_name="+"
    )
    authority = models.ForeignKey(
        "partnership.Authority", models.PROTECT, null=True, blank=True, related_name="+"
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, blank=True, related_name="cases"
    )
    about = models.CharField(max_length=12, blank=True, choices=[(a.value, a.value) for a in About])
    good_practice = models.BooleanField(default=False)
    route = models.CharField(max_length=60, blank=True)
    stage = models.CharField(
        max_length=20, default=Stage.DRAFT, choices=[(s.value, w) for s, w in STAGE_WORDS.items()]
    )
    waiting_on = models.CharField(max_length=120, blank=True)
    target = models.DateField(null=True, blank=True)
    target_is = models.CharField(max_length=60, blank=True)
    deadline = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False)
    known_as = models.CharField(max_length=120, blank=True, help_text="The pseudonym that leads.")
    old_reference = models.CharField(
        max_length=60, blank=True, help_text="Its reference before Heed."
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    opened_on = models.DateField(default=clock.today)
    ended_on = models.DateField(null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["partnership", "stage", "target"])]

    def __str__(self) -> str:
        return self.reference

    @property
    def case(self) -> "Case":
        """Itself: so that one question, "which case?", can be asked of anything."""
        return self

    @property
    def stage_word(self) -> str:
        """The stage as people say it."""
        return STAGE_WORDS[Stage(self.stage)]


class Subject(models.Model):
    """A child or adult whom reviews concern, without a name: one child may have several reviews."""

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    cases: Any = models.ManyToManyField(Case, through="CaseSubject", related_name="subjects")

    def __str__(self) -> str:
        return f"subject {self.pk}"


class CaseSubject(models.Model):
    """A child or adult in one case: the pseudonym, and as much as may be said."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="concerns")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="in_cases")
    pseudonym = models.CharField(max_length=60, blank=True)
    age_band = models.CharField(max_length=40, blank=True)
    words = models.CharField(max_length=120, blank=True, help_text="Such as “girl, 4 to 6 years”.")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "subject"], name="subject_once_a_case")
        ]

    def __str__(self) -> str:
        return self.pseudonym or f"subject {self.subject_id}"

    @property
    def by_mother(self) -> bool:
        """Whether the register holds the mother's name: the case is about a baby not yet born."""
        return self.case.about == About.UNBORN and self.age_band == ages.UNBORN

    @property
    def age_words(self) -> str:
        """The age as it stands alone on a page."""
        return ages.in_words(self.age_band)


class RegisteredName(models.Model):
    """One line of a case's identity register: a name typed once, held apart from every text.

    ``kind`` is what it is (name, other name, address, school, number); ``whose`` is the relation
    (child, mother, staff …). Later checks read it; pages show the pseudonym.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="register")
    concerns = models.ForeignKey(
        CaseSubject, models.CASCADE, null=True, blank=True, related_name="register"
    )
    kind = models.CharField(max_length=20, default="name")
    whose = models.CharField(max_length=40, default="child")
    text = models.CharField(max_length=300)
    born_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.whose}"


class ShutOut(models.Model):
    """Somebody who may know nothing of a case, whatever their part, and why."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="shut_out")
    person = models.ForeignKey("partnership.Person", models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="shut_out_once")]

    def __str__(self) -> str:
        return f"shut out of {self.case_id}"
