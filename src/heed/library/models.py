"""What has changed since a page was released, as everyone may read it."""

from typing import Any

from django.db import models

from heed import clock
from heed.history.models import Moving, Versioned
from heed.library.states import (
    FORM_MOVES,
    FORM_WORDS,
    HEARD_MOVES,
    HEARD_STATE_WORDS,
    HEARD_WORDS,
    KIND_WORDS,
    LANGUAGES,
    WORDS,
    ChangeState,
    FormKind,
    FormState,
    HeardKind,
    HeardState,
    direction,
)
from heed.library.states import MOVES as CHANGE_MOVES


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


class OtherForm(Moving):
    """A released page in another form, made by a person.

    ``title``, ``focus`` and ``sections`` (by a section's id: ``heading`` and ``text``; under
    ``questions`` those for teams) are a translation's. ``words`` are what a recording says, or what
    could be read out of an Easy Read paper. ``made_by`` and ``checked_by`` say in words who made it
    and who read it in its language. ``writers`` saved it; none of them may agree to it. ``kept``
    gives reasons, by the mark of a hit. It stands only while its page does.
    """

    MOVES = FORM_MOVES

    page = models.ForeignKey("briefings.ReleasedPage", models.CASCADE, related_name="+")
    kind = models.CharField(
        max_length=12, choices=[(one.value, word) for one, word in KIND_WORDS.items()]
    )
    language = models.CharField(
        max_length=3, choices=[(code, names[0]) for code, names in LANGUAGES.items()]
    )
    state = models.CharField(
        max_length=8,
        default=FormState.DRAFT,
        choices=[(one.value, word) for one, word in FORM_WORDS.items()],
    )
    title = models.CharField(max_length=200, blank=True)
    focus = models.TextField(blank=True)
    sections: Any = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True)
    paper = models.ForeignKey("papers.Paper", models.PROTECT, null=True, related_name="+")
    made_by = models.CharField(max_length=200)
    checked_by = models.CharField(max_length=200, blank=True)
    agreed_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    shown_on = models.DateField(null=True)
    kept: Any = models.JSONField(default=dict, blank=True)
    writers = models.ManyToManyField("partnership.Person", related_name="+")
    begun_on = models.DateField(default=clock.today)

    class Meta:
        ordering = ["kind", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "kind", "language"], name="other_form_once_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of page {self.page_id}"

    @property
    def partnership(self) -> Any:
        """Whose page it is."""
        return self.page.partnership

    @property
    def partnership_id(self) -> int:
        """Its key."""
        key: int = self.page.partnership_id
        return key

    @property
    def dir(self) -> str:
        """How its language runs."""
        return direction(self.language)

    @property
    def language_name(self) -> str:
        """Its language, in English."""
        return LANGUAGES[self.language][0]

    @property
    def own_name(self) -> str:
        """Its language, as those who read it call it."""
        return LANGUAGES[self.language][1]

    @property
    def kind_word(self) -> str:
        """What it is."""
        return KIND_WORDS[FormKind(self.kind)]

    @property
    def state_word(self) -> str:
        """Where it stands."""
        return FORM_WORDS[FormState(self.state)]


class Heard(Moving):
    """What somebody who works here said beside a page: that it is seen here too, or an idea for
    their own agency. ``agency`` is theirs on that day; an idea always has one."""

    MOVES = HEARD_MOVES

    page = models.ForeignKey("briefings.ReleasedPage", models.CASCADE, related_name="+")
    kind = models.CharField(
        max_length=10, choices=[(one.value, word) for one, word in HEARD_WORDS.items()]
    )
    text = models.TextField()
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    said_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    said_on = models.DateField(default=clock.today)
    state = models.CharField(
        max_length=10,
        default=HeardState.NEW,
        choices=[(one.value, word) for one, word in HEARD_STATE_WORDS.items()],
    )
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ["-said_on", "-pk"]
        verbose_name_plural = "heard"

    def __str__(self) -> str:
        return f"said {self.pk}"

    @property
    def partnership(self) -> Any:
        """Whose page it is."""
        return self.page.partnership

    @property
    def partnership_id(self) -> int:
        """Its key."""
        key: int = self.page.partnership_id
        return key

    @property
    def kind_word(self) -> str:
        """What it is, as people say it."""
        return HEARD_WORDS[HeardKind(self.kind)]

    @property
    def state_word(self) -> str:
        """Whether it was answered."""
        return HEARD_STATE_WORDS[HeardState(self.state)]


class ReachStep(Versioned):
    """One step by which a page's learning reaches people: whom, how, by when, and how we shall
    know. ``led_by`` is a post or a body. ``what_came`` is said once it is done."""

    page = models.ForeignKey("briefings.ReleasedPage", models.CASCADE, related_name="+")
    whom = models.CharField(max_length=200)
    how = models.CharField(max_length=300)
    led_by = models.CharField(max_length=200)
    due = models.DateField()
    known_by = models.CharField(max_length=300, blank=True)
    done_on = models.DateField(null=True)
    what_came = models.TextField(blank=True)
    written_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["done_on", "due", "pk"]

    def __str__(self) -> str:
        return f"step {self.pk} of page {self.page_id}"

    @property
    def partnership(self) -> Any:
        """Whose page it is."""
        return self.page.partnership

    @property
    def partnership_id(self) -> int:
        """Its key."""
        key: int = self.page.partnership_id
        return key

    @property
    def is_past(self) -> bool:
        """Whether its day has gone by and it is still to be done."""
        return self.done_on is None and self.due < clock.today()
