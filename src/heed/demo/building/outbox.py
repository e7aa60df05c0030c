"""The outbox: every few days the coordinator reads what waits there and sends it."""

from datetime import date, datetime, time, timedelta

from heed import clock
from heed.correspondence import operations
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.demo.building.diary import Story
from heed.demo.building.house import House

#: What was written on the last few days still waits to be read.
STILL_WAITS_DAYS = 4

READ_AT = time(16, 40)


def look_now_and_then(house: House, first: date) -> Story:
    """Tells of the afternoons on which the coordinator looks."""
    last = house.calendar.day(-STILL_WAITS_DAYS)
    day = first
    while day <= last:
        yield datetime.combine(day, READ_AT, tzinfo=clock.LONDON)
        waiting = Message.objects.filter(
            partnership=house.partnership, state=MessageState.DRAFT
        ).select_related("case", "partnership", "to_person")
        coordinator = house.coordinator
        for message in list(waiting):
            operations.send(message, by=coordinator, seen=message.version)
        if day == last:
            return
        day = min(last, house.calendar.working(day + timedelta(days=3)))
