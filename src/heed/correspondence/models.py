"""Messages."""

from django.db import models

from heed import clock
from heed.correspondence.states import MOVES as MESSAGE_MOVES
from heed.correspondence.states import WORDS, MessageState
from heed.history.models import Moving


class Message(Moving):
    """One email, to one address. It carries a reference and a link, never a child's name.

    ``calendar`` is an invitation's file. ``about`` groups the messages of one purpose
    (``invitation:12``), so that they can be found, and moved, together.
    """

    MOVES = MESSAGE_MOVES

    partnership = models.ForeignKey(
        "partnership.Partnership", models.PROTECT, related_name="messages"
    )
    case = models.ForeignKey("partnership.Case", models.CASCADE, null=True, related_name="messages")
    about = models.CharField(max_length=60, blank=True)
    to_person = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")
    to_address = models.EmailField()
    to_whom = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    state = models.CharField(
        max_length=12, default=MessageState.DRAFT, choices=[(s.value, w) for s, w in WORDS.items()]
    )
    written_at = models.DateTimeField(default=clock.now)
    written_by = models.ForeignKey(
        "partnership.Person", models.PROTECT, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey("partnership.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [models.Index(fields=["partnership", "state"])]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def state_word(self) -> str:
        """The state as people say it."""
        return WORDS[MessageState(self.state)]
