"""People, posts, and the parts they play."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from heed import clock
from heed.partnership.states import PartKind


class PersonManager(BaseUserManager["Person"]):
    """Makes people by their work email."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> "Person":
        """A person who can sign in; without a password, only once they have set one."""
        person = self.model(email=self.normalize_email(email).lower(), **values)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """By email, whatever its capitals."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who signs in. The work email is the name to sign in with."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True, help_text="Job title.")
    telephone = models.CharField(max_length=40, blank=True)
    agency = models.ForeignKey(
        "partnership.Agency", models.PROTECT, null=True, blank=True, related_name="people"
    )
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=clock.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The whole name, as allauth asks for it."""
        return self.name


class Post(models.Model):
    """A post that outlives who holds it, such as a designated nurse; it may serve several
    partnerships.
    """

    title = models.CharField(max_length=200)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, related_name="posts")
    holder = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="posts")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class PartQuerySet(models.QuerySet["Part"]):
    """Reads of parts."""

    def current(self) -> "PartQuerySet":
        """Parts that have begun and have not ended."""
        day = clock.today()
        return self.filter(begins__lte=day).filter(Q(ends__isnull=True) | Q(ends__gte=day))

    def of(self, person: Person) -> "PartQuerySet":
        """Parts that are this person's: by name, by a post they hold, or as a deputy."""
        day = clock.today()
        stands_in = (
            Q(deputy=person)
            & (Q(deputy_begins__isnull=True) | Q(deputy_begins__lte=day))
            & (Q(deputy_ends__isnull=True) | Q(deputy_ends__gte=day))
        )
        return self.filter(Q(person=person) | Q(post__holder=person) | stands_in)


class Part(models.Model):
    """What somebody is in something, from one day to another, with a deputy.

    The deputy may stand in for a while only: from ``deputy_begins`` to ``deputy_ends``, both days
    included; without them, for as long as the part lasts.

    The scope is the narrowest that is set: a case (``section``: one section of a return in it), a
    group, an agency, or else the whole partnership. Access is stated over parts.
    """

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="parts")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="parts")
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="parts")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in PartKind])
    agency = models.ForeignKey(
        "partnership.Agency", models.PROTECT, null=True, blank=True, related_name="parts"
    )
    group = models.ForeignKey(
        "partnership.Group", models.PROTECT, null=True, blank=True, related_name="parts"
    )
    case = models.ForeignKey(
        "partnership.Case", models.CASCADE, null=True, blank=True, related_name="parts"
    )
    section = models.CharField(max_length=60, blank=True)
    begins = models.DateField(default=clock.today)
    ends = models.DateField(null=True, blank=True)
    deputy = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="deputising"
    )
    deputy_begins = models.DateField(null=True, blank=True)
    deputy_ends = models.DateField(null=True, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "kind"]), models.Index(fields=["case", "kind"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, post__isnull=True)
                | Q(person__isnull=True, post__isnull=False),
                name="part_is_a_persons_or_a_posts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    @property
    def holder(self) -> str:
        """The name of whoever plays it, or of the post."""
        if self.person is not None:
            return self.person.name
        return str(self.post)

    @property
    def deputy_now(self) -> Person | None:
        """Whoever stands in today; none before the first day and after the last."""
        day = clock.today()
        began = self.deputy_begins is None or self.deputy_begins <= day
        ended = self.deputy_ends is not None and self.deputy_ends < day
        return self.deputy if began and not ended else None
