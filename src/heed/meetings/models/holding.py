"""Meetings: their agendas, who was there, what was declared, and what was agreed to do."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse

from heed import clock
from heed.history.models import Moving, Versioned
from heed.meetings.states import (
    AHEAD,
    ASKED_BETWEEN,
    INTEREST_WORDS,
    ITEM_WORDS,
    PRESENCE_WORDS,
    WAY_WORDS,
    WORDS,
    InterestKind,
    ItemKind,
    MeetingState,
    Way,
)
from heed.meetings.states import MOVES as MEETING_MOVES
from heed.partnership.models import Partnership, Recorded


class Meeting(Moving):
    """One meeting of a group.

    ``lasts`` is in minutes of time. ``because`` says why a group that was short went ahead, and
    ``because_by`` who said so. ``sequence`` counts how often the invitations went out anew.
    """

    MOVES = MEETING_MOVES

    group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="meetings")
    begins_at = models.DateTimeField()
    lasts = models.PositiveSmallIntegerField(default=120)
    place = models.CharField(max_length=200, blank=True)
    way = models.CharField(
        max_length=12,
        default=Way.IN_PERSON,
        choices=[(w.value, word) for w, word in WAY_WORDS.items()],
    )
    state = models.CharField(
        max_length=12,
        default=MeetingState.PLANNED,
        choices=[(s.value, word) for s, word in WORDS.items()],
    )
    minutes = models.TextField(blank=True)
    minutes_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    because = models.TextField(blank=True)
    because_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    cancelled_why = models.TextField(blank=True)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["begins_at", "pk"]
        indexes = [models.Index(fields=["group", "state", "begins_at"])]

    def __str__(self) -> str:
        return f"meeting {self.pk}"

    @property
    def partnership(self) -> Partnership:
        """Whose meeting it is."""
        return self.group.partnership

    @property
    def partnership_id(self) -> int:
        """The id of the partnership whose meeting it is."""
        return self.group.partnership_id

    @property
    def day(self) -> Any:
        """The day of the meeting, in London."""
        return self.begins_at.astimezone(clock.LONDON).date()

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[MeetingState(self.state)]

    @property
    def way_word(self) -> str:
        """How people come together, in words."""
        return WAY_WORDS[Way(self.way)]

    @property
    def ahead(self) -> bool:
        """Whether something can still come onto its agenda."""
        return self.state in AHEAD


class OfMeeting(models.Model):
    """Something that belongs to a meeting, and so to its partnership."""

    meeting: Any

    class Meta:
        abstract = True

    @property
    def partnership(self) -> Partnership:
        """Whose it is."""
        found: Partnership = self.meeting.partnership
        return found

    @property
    def partnership_id(self) -> int:
        """The id of whose it is."""
        found: int = self.meeting.partnership_id
        return found


class AgendaItem(Versioned, OfMeeting):
    """One thing on an agenda.

    ``url_name`` and ``url_args`` lead to the page on which the owning stage decides; it writes
    ``outcome`` back for the minutes. ``about`` ("decision:12") lets the stage find its item again.
    ``title`` holds a reference, never a name. ``meeting`` is none while a held-over item waits for
    the group's next meeting to be planned; ``group`` then says whose it is.
    """

    group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="items")
    case = models.ForeignKey("partnership.Case", models.CASCADE, null=True, related_name="+")
    kind = models.CharField(
        max_length=20, default=ItemKind.OTHER, choices=[(k.value, w) for k, w in ITEM_WORDS.items()]
    )
    title = models.CharField(max_length=200)
    about = models.CharField(max_length=60, blank=True)
    url_name = models.CharField(max_length=60, blank=True)
    url_args: Any = models.JSONField(default=dict, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    note = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    outcome_at = models.DateTimeField(null=True)
    held_over = models.BooleanField(default=False)
    held_over_why = models.CharField(max_length=300, blank=True)
    came_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="went_to")
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["case", "about"])]

    def __str__(self) -> str:
        return f"item {self.pk}"

    @property
    def partnership(self) -> Partnership:
        """Whose it is."""
        return self.group.partnership

    @property
    def partnership_id(self) -> int:
        """The id of whose it is."""
        return self.group.partnership_id

    @property
    def kind_word(self) -> str:
        """What it asks of the group, in words."""
        if self.about.startswith("question:"):
            return ASKED_BETWEEN  # members may be answering still: nothing is decided yet
        return ITEM_WORDS[ItemKind(self.kind)]

    @property
    def url(self) -> str:
        """The page on which its stage decides; empty where there is none."""
        try:
            return reverse(self.url_name, kwargs=self.url_args) if self.url_name else ""
        except NoReverseMatch:
            return ""

    @property
    def done(self) -> bool:
        """Whether the meeting has dealt with it."""
        return bool(self.outcome) or self.held_over


class Attendance(OfMeeting):
    """Somebody who was at a meeting, or sent apologies; with or without an account.

    ``counts`` says that they sit as a member, so that they count towards the quorum; a guest or
    whoever writes the minutes does not. ``stands_for`` names whom a deputy stands in for.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    sector = models.CharField(max_length=60, blank=True)
    presence = models.CharField(
        max_length=12, choices=[(p.value, w) for p, w in PRESENCE_WORDS.items()]
    )
    counts = models.BooleanField(default=True)
    stands_for = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    entered_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False),
                name="at_a_meeting_once",
            )
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class Interest(Recorded, OfMeeting):
    """What somebody declared about an item, with the chair's ruling.

    ``what`` says as much as they wish. A personal one keeps the person from the item and from the
    papers of its case until it is taken back (``ended_at``).
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="interests")
    person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey("partnership.Agency", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(
        max_length=12, choices=[(k.value, w) for k, w in INTEREST_WORDS.items()]
    )
    what = models.TextField(blank=True)
    ruling = models.TextField(blank=True)
    ruled_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    ruled_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["person", "kind"])]

    def __str__(self) -> str:
        return f"interest {self.pk}"

    @property
    def case(self) -> Any:
        """The case that the item is about, where it is about one."""
        return self.item.case

    @property
    def meeting(self) -> Any:
        """The meeting at which it was declared."""
        return self.item.meeting

    @property
    def partnership(self) -> Partnership:
        """Whose it is."""
        return self.item.group.partnership

    @property
    def partnership_id(self) -> int:
        """The id of whose it is."""
        return self.item.group.partnership_id

    @property
    def kind_word(self) -> str:
        """What stands between them and the item, in words."""
        return INTEREST_WORDS[InterestKind(self.kind)]


class MeetingAction(Versioned, OfMeeting):
    """Something that somebody said at a meeting they would do: the action log.

    It keeps the group's own business. What follows from a review is a recommendation, with its own
    actions.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="actions")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="actions")
    what = models.TextField()
    person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=200)
    by_when = models.DateField(null=True)
    done_on = models.DateField(null=True)
    done_note = models.TextField(blank=True)
    added_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"meeting action {self.pk}"

    @property
    def case(self) -> Any:
        """The case that its item is about, where it is about one."""
        return self.item.case if self.item_id and self.item else None

    @property
    def late(self) -> bool:
        """Whether its date has passed and it is not done."""
        return self.done_on is None and self.by_when is not None and self.by_when < clock.today()
