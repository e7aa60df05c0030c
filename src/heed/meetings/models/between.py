"""What a group is asked between its meetings, and where each member stands."""

from datetime import date

from django.db import models

from heed import clock
from heed.history.models import Moving, Versioned
from heed.meetings.models.holding import AgendaItem
from heed.meetings.states import (
    QUESTION_MOVES,
    QUESTION_WORDS,
    RESULT_WORDS,
    STAND_WORDS,
    QuestionState,
    Result,
    View,
)
from heed.partnership.models import Partnership, Recorded


class Question(Moving):
    """A question put to the members of a group because it cannot wait for their meeting.

    ``item`` stands on the next agenda, so that the group can ratify what came of it. ``about``
    ("decision:12") says which paper of a stage it is for, and ``url_name`` with ``url_args`` lead
    there; that stage records what follows. ``quoracy`` is how the group stood when it was closed,
    in words, and ``because`` why it was settled all the same.
    """

    MOVES = QUESTION_MOVES

    group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="+")
    case = models.ForeignKey("partnership.Case", models.CASCADE, null=True, related_name="+")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="questions")
    title = models.CharField(max_length=200)
    asks = models.TextField()
    why_now = models.TextField()
    answer_by = models.DateField()
    about = models.CharField(max_length=60, blank=True)
    url_name = models.CharField(max_length=60, blank=True)
    url_args = models.JSONField(default=dict, blank=True)
    state = models.CharField(
        max_length=12,
        default=QuestionState.ASKED,
        choices=[(s.value, w) for s, w in QUESTION_WORDS.items()],
    )
    asked_by = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    result = models.CharField(
        max_length=12, blank=True, choices=[(r.value, w) for r, w in RESULT_WORDS.items()]
    )
    reasons = models.TextField(blank=True)
    quoracy = models.CharField(max_length=300, blank=True)
    because = models.TextField(blank=True)
    closed_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["group", "state"])]

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def partnership(self) -> Partnership:
        """Whose it is."""
        return self.group.partnership

    @property
    def partnership_id(self) -> int:
        """The id of whose it is."""
        return self.group.partnership_id

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return QUESTION_WORDS[QuestionState(self.state)]

    @property
    def result_word(self) -> str:
        """What came of it, in words."""
        return RESULT_WORDS[Result(self.result)] if self.result else ""

    @property
    def is_asked(self) -> bool:
        """Whether members can still answer."""
        return self.state == QuestionState.ASKED

    @property
    def closed_on(self) -> date | None:
        """The day on which it was settled, in London."""
        return self.closed_at.astimezone(clock.LONDON).date() if self.closed_at else None


class Stand(Versioned, Recorded):
    """Where one member stands on a question: agrees, differs with reasons, or waits for a meeting.

    ``sector`` is their agency's, for the quorum; ``stands_for`` whom a deputy stands in for.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="stands")
    person = models.ForeignKey("partnership.Person", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    sector = models.CharField(max_length=60, blank=True)
    stands_for = models.CharField(max_length=200, blank=True)
    view = models.CharField(max_length=8, choices=[(v.value, w) for v, w in STAND_WORDS.items()])
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "person"], name="stand_once_a_person")
        ]

    def __str__(self) -> str:
        return f"stand {self.pk}"

    @property
    def case(self) -> models.Model | None:
        """The case that the question is about, where it is about one."""
        return self.question.case

    @property
    def partnership(self) -> Partnership:
        """Whose it is."""
        return self.question.partnership

    @property
    def partnership_id(self) -> int:
        """The id of whose it is."""
        return self.question.partnership_id

    @property
    def view_word(self) -> str:
        """What they say, in words."""
        return STAND_WORDS[View(self.view)]
