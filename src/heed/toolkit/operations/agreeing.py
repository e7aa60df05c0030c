"""What an owner says of a module: agreed, change it, taken back."""

from collections.abc import Collection

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership.models import Person
from heed.refusals import NotNow, OutOfDate
from heed.release import gate
from heed.toolkit import emails, queries
from heed.toolkit.access import AGREE, TAKE_BACK, ModuleAt
from heed.toolkit.models import Approval, Module, Shelf
from heed.toolkit.operations.shelving import off_the_shelf, shelve
from heed.toolkit.states import ModuleState, Says

CHANGED = "The module was changed while you had it open. Here is how it stands now."


@transaction.atomic
def agree(
    at: ModuleAt, *, by: Person, seen: int, nobody_known: bool, opened: Collection[int] = ()
) -> list[Shelf]:
    """Agree to the edition as it stands, for one owner, as somebody who wrote none of it.

    ``nobody_known`` is the second reader's word that nobody could be known by it, and ``opened``
    the keys of the papers that they read whole: all of them, because the check does not see
    everything in a paper. When every owner has agreed it is shown; returns where it then stands.
    """
    doors.check(by, AGREE, at)
    module = _as_seen(at.module, seen)
    if module.state == ModuleState.DRAFT:
        raise NotNow("It is still being written.")
    if not nobody_known:
        raise NotNow("Read it as a neighbour would, and say that nobody could be known by it.")
    closed = [one for one in queries.papers(module) if one.pk not in opened]
    if closed:
        names = ", ".join(f"“{one.label}”" for one in closed)
        raise NotNow(
            f"The check does not see everything in {names}. Open it, read all of it, and say so."
        )
    standing = gate.in_the_way(queries.read(module, at.partnership))
    if standing:
        raise NotNow(" ".join(standing))
    _say(at, module, Says.AGREED, by=by)
    return shelve(module, by=by)


@transaction.atomic
def ask_for_change(at: ModuleAt, *, by: Person, seen: int, words: str) -> Module:
    """Say what should change. Whoever writes it has it again; every owner is asked anew."""
    doors.check(by, TAKE_BACK, at)
    module = _as_seen(at.module, seen)
    if module.state != ModuleState.WAITING:
        raise NotNow("It does not wait to be agreed.")
    if not words.strip():
        raise NotNow("Write what should change.")
    _say(at, module, Says.ASKED, by=by, words=words.strip())
    history.move(module, to=ModuleState.DRAFT, by=by)
    emails.change_asked(at, by=by)
    return module


@transaction.atomic
def take_back(at: ModuleAt, *, by: Person, words: str = "") -> Module:
    """Take the module out of this partnership's library at once, and tell the other owners.

    It stays with them, and can be agreed to again.
    """
    doors.check(by, TAKE_BACK, at)
    module = _locked(at.module)
    shelf = Shelf.objects.filter(
        module=module, partnership=at.partnership, taken_down_on=None
    ).first()
    if shelf is None:
        raise NotNow("It does not stand in this partnership's library.")
    off_the_shelf(shelf, by=by)
    Approval.objects.filter(
        module=module, partnership=at.partnership, edition=shelf.edition
    ).update(says=Says.TAKEN_BACK, words=words.strip(), by=by, at=clock.now())
    emails.taken_back(at, by=by)
    return module


def _say(at: ModuleAt, module: Module, says: Says, *, by: Person, words: str = "") -> None:
    approval, _ = Approval.objects.update_or_create(
        module=module,
        partnership=at.partnership,
        edition=module.edition,
        defaults={"says": says, "words": words, "by": by, "at": clock.now()},
    )
    verb = "agreed to a module" if says == Says.AGREED else "asked for a change to a module"
    history.record(verb, approval, by=by, edition=module.edition)
    module.__dict__.pop("_prefetched_objects_cache", None)


def _locked(module: Module) -> Module:
    return (
        Module.objects.select_for_update(of=("self",))
        .select_related("toolkit__partnership", "partnership")
        .get(pk=module.pk)
    )


def _as_seen(module: Module, seen: int) -> Module:
    fresh = _locked(module)
    if fresh.version != seen:
        raise OutOfDate(CHANGED, fresh)
    return fresh
