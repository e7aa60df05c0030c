"""Who may write, read and agree to a module. Each predicate completes "a person who …"."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.partnership.access import (
    chairs_deciding_group,
    is_coordinator,
    is_partner_executive,
    is_scrutineer,
)
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.toolkit.models import Module, Share, Toolkit
from heed.toolkit.states import ShareState

WIDE = (PartKind.COORDINATOR, PartKind.PARTNER_EXECUTIVE, PartKind.SCRUTINEER)
HERE = (ShareState.ASKED, ShareState.OWNS)


@dataclass(frozen=True)
class ModuleAt:
    """A module as one of its owners meets it."""

    module: Module
    partnership: Partnership

    @property
    def partnership_id(self) -> int:
        """The owner's key."""
        return self.partnership.pk


def desks(person: Person) -> list[int]:
    """The partnerships whose toolkits a person works on: the same rule as ``works_on_toolkits``."""
    return [
        p.partnership_id
        for p in standing(person).parts
        if (p.kind in WIDE and not (p.case_id or p.group_id or p.agency_id))
        or (p.kind == PartKind.CHAIR and p.group is not None and p.group.kind == "review")
    ]


def kept(person: Person) -> list[int]:
    """The partnerships that a person coordinates."""
    return [
        p.partnership_id
        for p in standing(person).parts
        if p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id)
    ]


works_on_toolkits = is_coordinator | is_partner_executive | is_scrutineer | chairs_deciding_group


@predicate
def works_for_an_owner(person: Person, module: Module) -> bool:
    """…works on the toolkits of a partnership that owns the module."""
    return bool({one.pk for one in module.toolkit.owners} & set(desks(person)))


@predicate
def coordinates_an_owner(person: Person, thing: Any) -> bool:
    """…coordinates a partnership that owns the toolkit."""
    toolkit = thing if isinstance(thing, Toolkit) else thing.toolkit
    return bool({one.pk for one in toolkit.owners} & set(kept(person)))


@predicate
def works_for_a_sharer(person: Person, toolkit: Toolkit) -> bool:
    """…works on the toolkits of a partnership that owns the toolkit, or was asked to share it."""
    here = {one.partnership_id for one in toolkit.shares.all() if one.state in HERE}
    return bool(here & set(desks(person)))


@predicate
def did_not_write_it(person: Person, at: ModuleAt) -> bool:
    """…wrote none of it since it was last shown."""
    return person.pk not in at.module.wrote


@predicate
def owns_it(person: Person, at: ModuleAt) -> bool:
    """…works with a partnership that owns it."""
    return at.partnership.pk in {one.pk for one in at.module.toolkit.owners}


def partnerships(person: Person) -> QuerySet[Partnership]:
    """The partnerships on whose toolkits a person works."""
    return Partnership.objects.filter(pk__in=desks(person))


def toolkits(person: Person) -> QuerySet[Toolkit]:
    """The toolkits on which a person works: the same rule as SEE."""
    shares = Share.objects.filter(partnership_id__in=desks(person), state__in=HERE)
    return Toolkit.objects.filter(pk__in=shares.values("toolkit"))


def modules(person: Person) -> QuerySet[Module]:
    """The modules on which a person works: the same rule as READ."""
    owned = Share.objects.filter(partnership_id__in=desks(person), state=ShareState.OWNS)
    return Module.objects.filter(toolkit__in=owned.values("toolkit"))


speaks_for = is_coordinator | is_partner_executive | chairs_deciding_group
speaks_for_owner = owns_it & speaks_for

LIST = "toolkit.list"
BEGIN = "toolkit.begin"
SEE = "toolkit.see"
KEEP = "toolkit.keep"
ANSWER = "toolkit.answer"
READ = "toolkit.read"
WRITE = "toolkit.write"
AGREE = "toolkit.agree"
TAKE_BACK = "toolkit.take_back"

DOORS = doors.table(
    {
        LIST: Door(
            works_on_toolkits,
            "Only a coordinator, the chair, a safeguarding partner or a scrutineer can open this.",
            reading=True,
            listing=partnerships,
        ),
        BEGIN: Door(is_coordinator, "Only the coordinator can begin a toolkit or a module."),
        SEE: Door(
            works_for_a_sharer,
            "Only the partnerships that share a toolkit can open it.",
            reading=True,
            listing=toolkits,
        ),
        KEEP: Door(
            coordinates_an_owner, "Only a coordinator of a partnership that owns it can change it."
        ),
        ANSWER: Door(is_coordinator, "Only the coordinator can answer for the partnership."),
        READ: Door(
            works_for_an_owner,
            "Only the partnerships that own a module can read it before it is shown.",
            reading=True,
            listing=modules,
        ),
        WRITE: Door(
            coordinates_an_owner, "Only a coordinator of a partnership that owns it can write it."
        ),
        AGREE: Door(
            speaks_for_owner & did_not_write_it,
            "The coordinator, the chair or a safeguarding partner agrees to a module, and never "
            "somebody who wrote it. Ask a second person.",
        ),
        TAKE_BACK: Door(
            speaks_for_owner,
            "Only the coordinator, the chair or a safeguarding partner can take a module back.",
        ),
    }
)
