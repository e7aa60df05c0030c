"""Toolkits and modules for tests, made through the operations."""

from datetime import timedelta
from typing import Any

from heed import clock
from heed.toolkit import operations
from heed.toolkit.access import ModuleAt
from heed.toolkit.models import Module, Shelf, Toolkit
from tests.houses import House

THEME = "neglect"
WORDS = "Neglect builds up slowly.\n\n- Ask what a day is like. Then ask about yesterday."


def written(**changed: Any) -> dict[str, Any]:
    """The words of a module that names nobody, with some of them changed."""
    return {
        "theme": THEME,
        "kind": "reflect",
        "title": "A day in the life",
        "words": WORDS,
        "links": [{"words": "The neglect pathway", "address": "https://www.example.org/neglect"}],
        "audience": ["maternity", "adults"],
        "review_by": clock.today() + timedelta(days=300),
        **changed,
    }


def make_module(house: House, toolkit: Toolkit | None = None, **changed: Any) -> Module:
    """A module that a coordinator has written; in the house's own toolkit unless another is
    given."""
    kit = toolkit or operations.own_toolkit(house.partnership, by=house.coordinator)
    return operations.begin_module(
        kit, by=house.coordinator, partnership=house.partnership, **written(**changed)
    )


def make_sent(house: House, toolkit: Toolkit | None = None, **changed: Any) -> Module:
    """A module that waits for its owners."""
    module = make_module(house, toolkit, **changed)
    return operations.send(module, by=house.coordinator, seen=module.version)


def agree(module: Module, house: House) -> list[Shelf]:
    """The chair of a house, who wrote none of it and read its papers whole, agrees."""
    fresh = Module.objects.get(pk=module.pk)
    at = ModuleAt(fresh, house.partnership)
    return operations.agree(
        at, by=house.chair, seen=fresh.version, nobody_known=True, opened=fresh.papers
    )


def make_shown(house: House, **changed: Any) -> Shelf:
    """A module in the library of one house."""
    (shelf,) = agree(make_sent(house, **changed), house)
    return shelf


def make_shared(here: House, there: House, *, joined: bool = True) -> Toolkit:
    """A toolkit that one house began and shares with another."""
    kit = operations.begin_toolkit(
        here.partnership, by=here.coordinator, name="Recurring themes", themes=[THEME]
    )
    share = operations.invite(kit, by=here.coordinator, partnership=there.partnership)
    if joined:
        operations.answer_invitation(share, by=there.coordinator, yes=True)
    return Toolkit.objects.get(pk=kit.pk)
