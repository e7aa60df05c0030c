"""Holds the two shapes of a stage's access against each other: the predicate and the list."""

from collections.abc import Iterable
from typing import Any

from heed.doors import DOORS, allows
from heed.partnership.models import Person


def assert_shapes_agree(stage: str, things: Iterable[Any], people: Iterable[Person]) -> None:
    """For each of the stage's doors with a list: a person may pass to a thing just when it is
    listed.
    """
    things, tried = list(things), 0
    for person in people:
        person = Person.objects.get(pk=person.pk)
        for name, door in DOORS.items():
            if not name.startswith(f"{stage}.") or door.listing is None:
                continue
            listed = set(door.listing(person).values_list("pk", flat=True))
            for thing in things:
                if not isinstance(thing, door.listing(person).model):
                    continue
                tried += 1
                fresh = type(thing)._default_manager.get(pk=thing.pk)
                assert allows(person, name, fresh) == (fresh.pk in listed), (
                    f"{name}: the predicate and the list differ for {person.name} "
                    f"and {fresh} ({getattr(fresh, 'state', '')}). "
                    "Make both say the same in access.py."
                )
    assert tried, f"No door of {stage} was tried: give its reading door a listing."
