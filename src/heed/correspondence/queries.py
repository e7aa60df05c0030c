"""Named reads of messages. The person comes first."""

from django.db.models import QuerySet

from heed.correspondence.access import messages
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.partnership.models import Partnership, Person

WAITING = (MessageState.DRAFT, MessageState.NOT_SENT)


def waiting(person: Person, partnership: Partnership) -> QuerySet[Message]:
    """What waits to be read and sent, oldest first."""
    return (
        messages(person)
        .filter(partnership=partnership, state__in=WAITING)
        .select_related("case", "to_person")
        .order_by("written_at", "pk")
    )


def gone(person: Person, partnership: Partnership) -> QuerySet[Message]:
    """What was sent or set aside, newest first."""
    return (
        messages(person)
        .filter(partnership=partnership)
        .exclude(state__in=WAITING)
        .select_related("case", "to_person", "sent_by")
    )


def message(person: Person, partnership: str, number: int) -> Message:
    """One message, among those that the person may read."""
    return (
        messages(person)
        .select_related("partnership", "case", "to_person", "sent_by")
        .get(partnership__slug=partnership, pk=number)
    )
