"""Builds the demonstration: everything in it is done through the operations that people use.

built = build(today=date(2026, 11, 23))   # False when a demonstration stands there already
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from time import monotonic

from django.db import transaction

from heed import clock
from heed.demo.building.beside import beside
from heed.demo.building.diary import Diary, Story, live
from heed.demo.building.following import follow
from heed.demo.building.house import House, open_house
from heed.demo.building.library import stock
from heed.demo.building.meeting import meet
from heed.demo.building.outbox import look_now_and_then
from heed.demo.building.sharing import share
from heed.demo.building.telling import tell
from heed.demo.dates import TODAY, Calendar
from heed.demo.reading import worlds
from heed.demo.shapes import World
from heed.history import operations as history
from heed.partnership.models import Partnership


def stands() -> bool:
    """Whether a demonstration, or anything else, has been built here."""
    return Partnership.objects.exists()


def build(
    *,
    today: date = TODAY,
    progress: Callable[[str], object] = print,
    of: Sequence[World] | None = None,
) -> bool:
    """Build both partnerships with their past, as it stands on `today`.

    In one transaction, so that half a demonstration never stands. Does nothing, and says so with
    False, where a partnership stands already: a fresh one needs a fresh database. `of` builds other
    worlds than those of the content, such as a part of them. Messages of the past are sent as
    everywhere: whoever calls sees to it that no mail leaves.
    """
    if stands():
        return False
    began = monotonic()
    calendar = Calendar(today)
    with transaction.atomic(), _seldom_collecting():
        houses = [_open(world, calendar) for world in (of or worlds())]
        progress(f"{len(houses)} partnerships opened.")
        stories = [story for house in houses for story in _stories(house)]
        stories += share(houses)
        steps = live(stories, until=_end_of(today))
        with clock.at(_end_of(today)):
            history.seal()
    progress(f"{steps} moments lived through, in {monotonic() - began:.0f} seconds.")
    return True


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    # Years pass in a minute and little of it is rubbish: looking for it took an eighth of that.
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _open(world: World, calendar: Calendar) -> House:
    with clock.at(_first_day(world, calendar)):
        return open_house(world, calendar)


def _first_day(world: World, calendar: Calendar) -> date:
    first = min(calendar.meeting(story.dates.decided_at) for story in world.cases)
    return calendar.working(first - timedelta(days=140))


def _stories(house: House) -> list[Story]:
    return [
        meet(house),
        *([beside(house, house.world.beside)] if house.world.beside else []),
        look_now_and_then(house, _first_day(house.world, house.calendar)),
        *stock(house),
        *(tell(house, story, Diary(story.key)) for story in house.world.cases),
        *(
            follow(house, story, place)
            for story in house.world.cases
            for place in range(len(story.recommendations))
        ),
    ]


def _end_of(today: date) -> datetime:
    return datetime.combine(today, time(8, 30), tzinfo=clock.LONDON)
