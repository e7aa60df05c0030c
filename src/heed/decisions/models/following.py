"""What follows a decision: the Panel's reply, disagreement and its steps, letters, pauses."""

from datetime import date
from typing import Any

from django.db import models

from heed import clock
from heed.decisions.states import (
    DISAGREEMENT_MOVES,
    DISAGREEMENT_WORDS,
    LETTER_MOVES,
    LETTER_WORDS,
    PAUSE_WORDS,
    REPLY_WORDS,
    STEP_WORDS,
    DisagreementState,
    LetterState,
    PauseReason,
    Reply,
    StepOutcome,
)
from heed.history.models import Moving, Versioned
from heed.partnership.models import Recorded


class PanelReply(Recorded):
    """What the national Panel said of a decision. ``happened_on`` is the day of the reply.

    ``led_to`` is the decision that a challenge has the group weigh again.
    """

    decision = models.ForeignKey("decisions.Decision", models.CASCADE, related_name="replies")
    reply = models.CharField(
        max_length=12, choices=[(r.value, word) for r, word in REPLY_WORDS.items()]
    )
    from_whom = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    led_to = models.ForeignKey(
        "decisions.Decision", models.SET_NULL, null=True, related_name="challenged_by"
    )

    class Meta:
        ordering = ["-happened_on", "-pk"]

    def __str__(self) -> str:
        return f"reply {self.pk}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.decision.case

    @property
    def reply_word(self) -> str:
        """What it says, in words."""
        return REPLY_WORDS[Reply(self.reply)]


class Disagreement(Moving, Recorded):
    """A partner sees a decision, or the authority's notification, differently, and takes it up.

    It is about ``decision`` or ``notification``. ``name`` and ``agency`` say who sees it
    differently, ``words`` how. ``happened_on`` is the day on which they said so.
    """

    MOVES = DISAGREEMENT_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="disagreements")
    decision = models.ForeignKey(
        "decisions.Decision", models.CASCADE, null=True, related_name="disagreements"
    )
    notification = models.ForeignKey(
        "decisions.Notification", models.CASCADE, null=True, related_name="disagreements"
    )
    name = models.CharField(max_length=200)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    words = models.TextField()
    state = models.CharField(
        max_length=12,
        default=DisagreementState.OPEN,
        choices=[(s.value, word) for s, word in DISAGREEMENT_WORDS.items()],
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"disagreement {self.pk}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return DISAGREEMENT_WORDS[DisagreementState(self.state)]

    @property
    def goes_on(self) -> bool:
        """Whether it is not settled."""
        return self.state == DisagreementState.OPEN

    @property
    def whose(self) -> str:
        """The agency that sees it differently, or the person where none is named."""
        return self.agency.name if self.agency else self.name

    @property
    def about_whom(self) -> str:
        """Whose view it is, and of what, as one line."""
        return f"{self.whose}, about {'a decision' if self.decision_id else 'the notification'}"


class Step(Recorded):
    """One step of the ladder: who holds it, since when and by when; what they said.

    ``rung`` is an id of the pack's ladder, with its ``who`` and ``does`` as they stood then.
    ``happened_on`` is the day on which it was taken to them; ``outcome`` is empty while it is
    theirs. ``said_by`` is whoever spoke, by name or post.
    """

    disagreement = models.ForeignKey(Disagreement, models.CASCADE, related_name="steps")
    rung = models.CharField(max_length=60)
    who = models.CharField(max_length=200)
    does = models.TextField(blank=True)
    held_by = models.CharField(max_length=12)
    due = models.DateField()
    said = models.TextField(blank=True)
    said_by = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(
        max_length=12, blank=True, choices=[(o.value, word) for o, word in STEP_WORDS.items()]
    )
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"step {self.pk}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.disagreement.case

    @property
    def outcome_word(self) -> str:
        """What became of it, in words."""
        return STEP_WORDS[StepOutcome(self.outcome)] if self.outcome else "With them now"

    @property
    def is_past(self) -> bool:
        """Whether its day is past while it is still theirs."""
        return not self.outcome and self.due < clock.today()


class Advice(Recorded):
    """What the scrutineer advises on a disagreement. Advice decides nothing."""

    disagreement = models.ForeignKey(Disagreement, models.CASCADE, related_name="advice")
    name = models.CharField(max_length=200)
    words = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"advice {self.pk}"

    @property
    def case(self) -> Any:
        """The case that it belongs to."""
        return self.disagreement.case


class Letter(Moving):
    """A letter about a decision, or about a day that is missed. A person reads it before it goes.

    ``template`` is an id of the pack's letters. By email it goes to the outbox (``message``); on
    paper it is handed over, on ``handed_on`` by ``handed_by``. It never holds a name from the
    identity register: whoever hands a letter over writes the name on it.
    """

    MOVES = LETTER_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="letters")
    decision = models.ForeignKey(
        "decisions.Decision", models.CASCADE, null=True, related_name="letters"
    )
    template = models.CharField(max_length=60)
    to_whom = models.CharField(max_length=200)
    to_address = models.EmailField(blank=True)
    to_person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    on_paper = models.BooleanField(default=False)
    title = models.CharField(max_length=200)
    body = models.TextField()
    state = models.CharField(
        max_length=12,
        default=LetterState.DRAFT,
        choices=[(s.value, word) for s, word in LETTER_WORDS.items()],
    )
    message = models.ForeignKey(
        "correspondence.Message", models.SET_NULL, null=True, related_name="+"
    )
    handed_on = models.DateField(null=True)
    handed_by = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField(default=clock.now)
    written_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"letter {self.pk}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """Where it stands, in words."""
        if self.state == LetterState.GONE:
            return "Handed over" if self.on_paper else "In the outbox"
        return LETTER_WORDS[LetterState(self.state)]


class Pause(Versioned, Recorded):
    """An authorised pause: the days, both included, by which targets of a case move.

    ``last`` is empty while nobody knows when it ends. What law sets never moves. ``process`` is
    what runs alongside, where that is the reason. ``waited_on`` keeps whom the case waited on when
    the pause began, to go back to. A pause entered by mistake is ``void``, and stays visible.
    """

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="pauses")
    reason = models.CharField(
        max_length=12, choices=[(r.value, word) for r, word in PAUSE_WORDS.items()]
    )
    process = models.ForeignKey(
        "alongside.ParallelProcess", models.SET_NULL, null=True, related_name="+"
    )
    words = models.TextField(blank=True)
    authorised_by = models.CharField(max_length=200)
    evidence = models.TextField(blank=True)
    first = models.DateField()
    last = models.DateField(null=True)
    ended = models.BooleanField(default=False)
    void = models.BooleanField(default=False)
    corrected_why = models.TextField(blank=True)
    waited_on = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__isnull=True) | models.Q(last__gte=models.F("first")),
                name="pause_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"pause {self.pk}"

    @property
    def reason_word(self) -> str:
        """Why, in words: the process that runs alongside, where one is named."""
        return self.process.kind_word if self.process else PAUSE_WORDS[PauseReason(self.reason)]

    @property
    def why(self) -> str:
        """Why the case waits, as its line says it: in the pause's own words where it is something
        else.
        """
        other = self.reason == PauseReason.OTHER and not self.process_id
        return (self.words if other else "") or self.reason_word

    @property
    def is_over(self) -> bool:
        """Whether it was ended, its last day is past, or it should not have been entered."""
        return self.ended or self.void or (self.last is not None and self.last < clock.today())

    @property
    def is_ahead(self) -> bool:
        """Whether its first day is still to come."""
        return not self.is_over and self.first > clock.today()

    @property
    def in_force(self) -> bool:
        """Whether the case waits because of it today."""
        return not self.is_over and self.first <= clock.today()

    @property
    def state_word(self) -> str:
        """Where it stands, in words."""
        if self.void:
            return "Entered by mistake"
        if self.is_over:
            return "Ended"
        return "Still to come" if self.is_ahead else "In force"

    def last_day(self, today: date) -> date:
        """Its last day as far as it is known; today while nobody knows."""
        return self.last or max(today, self.first)
