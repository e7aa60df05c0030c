"""Learning events, who is asked to them, and what is noted there."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from heed import clock
from heed.history.models import Moving, Versioned
from heed.learning_events.agenda import AgendaPart, TimedPart, read_parts, times_of
from heed.learning_events.states import AHEAD, ANSWER_WORDS, PARKED, WORDS, Answer, EventState
from heed.learning_events.states import MOVES as EVENT_MOVES
from heed.partnership.models import Recorded


class LearningEvent(Moving, Recorded):
    """The day on which people meet about one case. ``happened_on`` is the day it was held.

    ``agenda`` holds its parts (id, title, minutes, note, family), ``ground_rules`` a line each.
    ``sequence`` counts how often it was moved after people were invited, for their calendars.
    ``family_told`` holds the parts, by id, that those invited were last told the family joins.
    """

    MOVES = EVENT_MOVES

    case = models.ForeignKey("partnership.Case", models.CASCADE, related_name="learning_events")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    in_person = models.BooleanField(default=True)
    facilitator = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    support_lead = models.CharField(max_length=200, blank=True)
    access_needs = models.TextField(blank=True)
    agenda: Any = models.JSONField(default=list)
    ground_rules: Any = models.JSONField(default=list)
    state = models.CharField(
        max_length=12, default=EventState.PLANNED, choices=[(s.value, w) for s, w in WORDS.items()]
    )
    sequence = models.PositiveIntegerField(default=0)
    family_told: Any = models.JSONField(default=list)
    because = models.TextField(blank=True)
    cancelled_why = models.TextField(blank=True)

    class Meta:
        ordering = ["-begins_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~Q(state="cancelled"), name="one_event_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"learning event {self.pk}"

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.case.reference

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[EventState(self.state)]

    @property
    def ahead(self) -> bool:
        """Whether it is still to come."""
        return self.state in AHEAD

    @property
    def parts(self) -> list[AgendaPart]:
        """The parts of the day, in order."""
        return read_parts(self.agenda)

    @property
    def timed(self) -> list[TimedPart]:
        """The parts of the day with their times."""
        return times_of(self.parts, self.begins_at)

    @property
    def family_parts(self) -> list[AgendaPart]:
        """The parts that the family joins."""
        return [part for part in self.parts if part.family]

    @property
    def agenda_ends(self) -> datetime:
        """When the last part ends, if each takes as long as it says."""
        return self.timed[-1].ends if self.agenda else self.begins_at

    @property
    def uid(self) -> str:
        """By which calendars know it, for good."""
        return f"event-{self.pk}@{self.case.partnership.slug}.heed"


class Guest(Versioned):
    """Somebody who is asked to come: a person, or a name and address without an account.

    A member of the family is written down by relation ("her grandmother"), never by name.
    ``told_sequence`` is the event's sequence that their calendar has.
    """

    event = models.ForeignKey(LearningEvent, models.CASCADE, related_name="guests")
    person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=200, blank=True)
    family = models.BooleanField(default=False)
    invited_at = models.DateTimeField(null=True)
    told_sequence = models.PositiveIntegerField(null=True)
    answer = models.CharField(
        max_length=8, blank=True, choices=[(a.value, w) for a, w in ANSWER_WORDS.items()]
    )
    answer_note = models.CharField(max_length=300, blank=True)
    attended = models.BooleanField(null=True)

    class Meta:
        ordering = ["family", "agency__name", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=Q(person__isnull=False),
                name="guest_once_an_event",
            )
        ]

    def __str__(self) -> str:
        return f"guest {self.pk} of event {self.event_id}"

    @property
    def case(self) -> Any:
        """The case that the event is about."""
        return self.event.case

    @property
    def address(self) -> str:
        """Where an invitation goes; empty where they are told in another way."""
        return self.person.email if self.person else self.email

    @property
    def answer_word(self) -> str:
        """The answer as people say it."""
        return ANSWER_WORDS[Answer(self.answer)]


class EventNote(Versioned):
    """What was noted under one of the pack's prompts, or parked for somebody else to take up."""

    event = models.ForeignKey(LearningEvent, models.CASCADE, related_name="notes")
    prompt = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "prompt"], name="event_prompt_once")
        ]

    def __str__(self) -> str:
        return f"{self.prompt} of event {self.event_id}"

    @property
    def case(self) -> Any:
        """The case that the event is about."""
        return self.event.case

    @property
    def parked(self) -> bool:
        """Whether it belongs elsewhere and stays with the facilitator and the unit."""
        return self.prompt == PARKED
