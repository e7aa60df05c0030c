"""Who may read what an agency wrote. Each predicate completes "a person who …".

The promise of *bring it*: the agency's own people read it, and nobody else; the business unit sees
that it is ready. The facilitator and the unit read it only where the review says so.
"""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.partnership.access import coordinates_case, sees_case
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.returns.models import AgencyReturn
from heed.returns.states import ReturnState


def _mine(person: Person, given: AgencyReturn, *kinds: PartKind) -> bool:
    mine = standing(person)
    return given.case_id not in mine.shut_out and mine.holds(
        *kinds, case=given.case_id, agency=given.agency_id
    )


@predicate
def manages_return(person: Person, given: Any) -> bool:
    """…manages this return for the agency."""
    return _mine(person, given, PartKind.MANAGER)


@predicate
def writes_in_return(person: Person, given: Any) -> bool:
    """…manages this return, or was asked to do a section of it."""
    return _mine(person, given, PartKind.MANAGER, PartKind.CONTRIBUTOR)


@predicate
def is_shown_return(person: Person, given: Any) -> bool:
    """…is the facilitator or the unit, where returns are shared with them, once ready."""
    if given.state != ReturnState.PREPARED or given.sharing == "bring":
        return False
    mine = standing(person)
    if given.case_id in mine.shut_out:
        return False
    if mine.holds(PartKind.FACILITATOR, case=given.case_id):
        return True
    return given.sharing == "collate" and coordinates_case.test(person, given)


def readable(person: Person) -> QuerySet[AgencyReturn]:
    """The returns whose content a person may read."""
    mine = standing(person)
    own = Q(pk__in=[])
    for part in mine.parts:
        if (
            part.case_id
            and part.agency_id
            and part.kind in (PartKind.MANAGER, PartKind.CONTRIBUTOR)
        ):
            own |= Q(case_id=part.case_id, agency_id=part.agency_id)
    facilitated = [p.case_id for p in mine.parts if p.kind == PartKind.FACILITATOR and p.case_id]
    coordinated = {
        p.partnership_id
        for p in mine.parts
        if p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id)
    }
    named = [p.case_id for p in mine.parts if p.kind == PartKind.COORDINATOR and p.case_id]
    shown = Q(state=ReturnState.PREPARED) & (
        Q(sharing__in=["facilitator", "collate"], case_id__in=facilitated)
        | Q(sharing="collate", case_id__in=named)
        | Q(
            sharing="collate",
            case__partnership_id__in=coordinated,
            case__in=Case.objects.visible_to(person),
        )
    )
    return AgencyReturn.objects.filter(own | shown).exclude(case_id__in=mine.shut_out)


def known(person: Person) -> QuerySet[AgencyReturn]:
    """The returns that a person may know to exist, and how they stand; never what they say."""
    return AgencyReturn.objects.filter(case__in=Case.objects.visible_to(person))


KNOW = "returns.know"
READ = "returns.read"
WRITE = "returns.write"
MANAGE = "returns.manage"
ASK = "returns.ask"

_SHUT = "This return stays with the agency that prepares it. You can see whether it is ready."

DOORS = doors.table(
    {
        KNOW: Door(sees_case, "Only people named on this case can open it.", True, known),
        READ: Door(writes_in_return | is_shown_return, _SHUT, True, readable),
        WRITE: Door(writes_in_return, _SHUT, True),
        MANAGE: Door(manages_return, "Only the manager who prepares this return can do this."),
        ASK: Door(coordinates_case, "Only the coordinator asks agencies for their returns."),
    }
)


def my_sections(person: Person, given: AgencyReturn) -> frozenset[str] | None:
    """The sections that a colleague was asked to do; None for all of them."""
    parts = [
        p
        for p in standing(person).parts
        if p.case_id == given.case_id and p.agency_id == given.agency_id
    ]
    if any(p.kind == PartKind.MANAGER for p in parts) or not parts:
        return None
    return frozenset(p.section for p in parts if p.section)
