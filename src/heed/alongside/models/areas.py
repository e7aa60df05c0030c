"""Requests between areas: theirs to us, and ours to them."""

from datetime import date

from django.db import models

from heed import clock
from heed.alongside.states import (
    LEAD_WORDS,
    REQUEST_MOVES,
    REQUEST_WORDS,
    WAY_WORDS,
    Lead,
    RequestState,
    Way,
)
from heed.history.models import Moving
from heed.partnership.models import Recorded


class AreaRequest(Moving, Recorded):
    """What one area asks of another, on which basis in law, by when, and the answer.

    ``happened_on`` is the day on which it was asked; of a request to us, the day it reached us.
    ``basis`` is an id of the pack's, or empty with ``basis_words``. ``guest`` is the person of the
    other area who sees this request in Heed. ``case`` may be none: not every request is about one
    of ours.
    """

    MOVES = REQUEST_MOVES

    partnership = models.ForeignKey("partnership.Partnership", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    case = models.ForeignKey(
        "partnership.Case", models.CASCADE, null=True, related_name="area_requests"
    )
    way = models.CharField(max_length=8, choices=[(w.value, word) for w, word in WAY_WORDS.items()])
    area = models.CharField(max_length=200)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_role = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    their_reference = models.CharField(max_length=80, blank=True)
    lead = models.CharField(
        max_length=12,
        default=Lead.NOT_SETTLED,
        choices=[(one.value, word) for one, word in LEAD_WORDS.items()],
    )
    basis = models.CharField(max_length=60, blank=True)
    basis_words = models.CharField(max_length=300, blank=True)
    asks = models.TextField()
    due = models.DateField(null=True)
    state = models.CharField(
        max_length=12,
        default=RequestState.OPEN,
        choices=[(s.value, word) for s, word in REQUEST_WORDS.items()],
    )
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True)
    guest = models.ForeignKey("partnership.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-happened_on", "-pk"]
        indexes = [models.Index(fields=["partnership", "state", "due"])]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="area_request_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"area request {self.number}"

    @property
    def label(self) -> str:
        """How it is called in letters and titles: no name in it."""
        return f"{self.partnership.prefix}-A{self.number}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.state == RequestState.OPEN

    @property
    def late(self) -> bool:
        """Whether the day to aim for is past and somebody still waits."""
        return self.is_open and self.due is not None and self.due < clock.today()

    @property
    def to_us(self) -> bool:
        """Whether the other area asks us."""
        return self.way == Way.TO_US

    @property
    def way_word(self) -> str:
        """Which way it goes, in words."""
        return WAY_WORDS[Way(self.way)]

    @property
    def lead_word(self) -> str:
        """Which area leads, in words."""
        return LEAD_WORDS[Lead(self.lead)]

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return REQUEST_WORDS[RequestState(self.state)]

    @property
    def asked_on(self) -> date:
        """The day on which it was asked."""
        return self.happened_on
