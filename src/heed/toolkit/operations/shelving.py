"""Putting a module on the shelves of those who own it, and taking it off one."""

from django.db import transaction

from heed import clock
from heed.briefings.queries import ends_on
from heed.history import operations as history
from heed.memory import operations as memory
from heed.memory.models import Audience, Kind
from heed.partnership.models import Partnership, Person
from heed.refusals import NotNow
from heed.release import gate
from heed.toolkit import queries
from heed.toolkit.models import Module, Shelf
from heed.toolkit.states import ModuleState, Says


@transaction.atomic
def shelve(module: Module, *, by: Person) -> list[Shelf]:
    """Show the edition to whoever agreed to it, once every owner has; none before that.

    The one way in which the words of a module become public. Asks the gate again for each owner,
    in this transaction: what was published since may tell more beside it. Raises NotNow with what
    stands in the way. The stage that calls has asked access.
    """
    if not queries.all_agreed(module):
        return []
    agreed = [
        one.partnership
        for one in queries.said(module)
        if one.approval and one.approval.says == Says.AGREED
    ]
    for owner in agreed:
        standing = gate.in_the_way(queries.read(module, owner))
        if standing:
            raise NotNow(f"In {owner.short_name}: {' '.join(standing)}")
    if module.state == ModuleState.WAITING:
        history.move(module, to=ModuleState.SHOWN, by=by, edition=module.edition)
        module.writers.clear()
    return [_put(module, owner) for owner in agreed]


@transaction.atomic
def off_the_shelf(shelf: Shelf, *, by: Person) -> Shelf:
    """Take a module out of one partnership's library, at once. The stage that calls has asked
    access."""
    shelf.taken_down_on, shelf.taken_down_by = clock.today(), by
    shelf.save(update_fields=["taken_down_on", "taken_down_by"])
    memory.forget(shelf.memory_key)
    history.record("took a module out of the library", shelf, by=by, edition=shelf.edition)
    return shelf


def _put(module: Module, owner: Partnership) -> Shelf:
    shelf, _ = Shelf.objects.update_or_create(
        module=module,
        partnership=owner,
        defaults={
            **{
                name: getattr(module, name)
                for name in (
                    "edition",
                    "theme",
                    "kind",
                    "title",
                    "words",
                    "links",
                    "audience",
                    "papers",
                    "review_by",
                )
            },
            "shown_on": clock.today(),
            "ends_on": ends_on(module.review_by),
            "taken_down_on": None,
            "taken_down_by": None,
        },
    )
    memory.remember(
        shelf.memory_key,
        kind=Kind.GUIDANCE,
        audience=Audience.PUBLIC,
        title=shelf.title,
        text=shelf.words,
        partnership=owner,
        themes=[shelf.theme],
        date=shelf.shown_on,
        url_name="library:theme",
        url_args={"partnership": owner.slug, "theme": shelf.theme},
    )
    return shelf
