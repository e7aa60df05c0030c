"""Partnerships, their authorities, agencies and groups."""

from django.core.validators import RegexValidator
from django.db import models


class Partnership(models.Model):
    """A safeguarding partnership: the house in which its cases live.

    ``prefix`` begins its case references. ``colour`` leads on its pages and must stand out on white
    (4.5 to 1). ``mailbox`` is on every page and is the reply address. ``parts_off`` names the parts
    of the loop that are switched off; ``public_form`` says that anybody with a work address may
    refer. These, ``marking`` and ``promise`` are the way of working's, kept here as well so that
    every page has them at hand; adopting one sets them.
    """

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40)
    prefix = models.CharField(max_length=4, validators=[RegexValidator(r"^[A-Z]{2,4}$")])
    mailbox = models.EmailField()
    telephone = models.CharField(max_length=40, blank=True)
    front_door = models.CharField(
        max_length=300, blank=True, help_text="Whom to telephone when a child is in danger now."
    )
    colour = models.CharField(
        max_length=7, default="#17575a", validators=[RegexValidator(r"^#[0-9a-f]{6}$")]
    )
    parts_off = models.JSONField(default=list, blank=True)
    public_form = models.BooleanField(default=False)
    marking = models.CharField(max_length=60, default="OFFICIAL-SENSITIVE")
    promise = models.CharField(max_length=120, default="Learning, not blaming")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def refers_openly(self) -> bool:
        """Whether its public pages lead to a form on which anybody with a work address refers."""
        return self.public_form and "referrals" not in self.parts_off

    @property
    def partnership(self) -> "Partnership":
        """Itself: so that one question, "whose is it?", can be asked of anything."""
        return self


class Authority(models.Model):
    """A local authority that a partnership covers, and whom it tells of a serious incident."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="authorities")
    name = models.CharField(max_length=200)
    telephone = models.CharField(max_length=40, blank=True)
    notifier_post = models.CharField(max_length=200, blank=True)
    notifier_email = models.EmailField(blank=True)
    deputy_post = models.CharField(max_length=200, blank=True)
    deputy_email = models.EmailField(blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """An agency. It may serve several partnerships.

    When one follows another (a merger, a new trust) the old row stays, with its name of the time
    and ``succeeded_by``; records keep pointing to the one that it was.
    """

    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=60)
    partnerships = models.ManyToManyField(Partnership, related_name="agencies")
    began = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    succeeded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors"
    )

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class Group(models.Model):
    """A group of a partnership: the one that decides, or a working group, forum or board.

    ``key`` is its id in the pack (``review``, ``training`` …), which holds its cycle and quorum.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="groups")
    key = models.SlugField(max_length=60)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, default="review")
    remit = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="group_once_a_partnership")
        ]

    def __str__(self) -> str:
        return self.name
