"""Makes what runs alongside through the operations."""

from typing import Any

from heed.alongside import operations
from heed.alongside.models import AreaRequest, Complaint, ParallelProcess
from heed.alongside.states import About, Hold, ProcessKind, Relation, Way
from heed.partnership import operations as partnership
from heed.partnership.models import Case
from heed.partnership.states import Stage
from heed.pathways.queries import in_force
from tests.houses import House

COMPLAINANT = "Perpetua Winterbourne"
REACH = "14 Larkrise Terrace"


def make_case(house: House) -> Case:
    """A case that the group is looking at."""
    case = partnership.open_case(
        house.partnership, by=house.coordinator, pack_version=in_force(house.partnership)
    )
    return partnership.set_stage(case, by=house.coordinator, stage=Stage.DECISION)


def make_process(
    house: House,
    case: Case | None = None,
    *,
    kind: ProcessKind = ProcessKind.POLICE,
    holds: tuple[Hold, ...] = (Hold.PUBLICATION, Hold.CONTACT),
    **values: Any,
) -> ParallelProcess:
    """A police investigation that holds publication and speaking with witnesses."""
    given = {"body": "The county force", "effect": "Nothing is published before charge.", **values}
    return operations.enter_process(
        case or make_case(house), by=house.coordinator, kind=kind, holds=holds, **given
    )


def make_request(
    house: House, case: Case | None = None, *, way: Way = Way.FROM_US, **values: Any
) -> AreaRequest:
    """We ask a neighbouring area what its services knew."""
    given: dict[str, Any] = {
        "area": "Westerleigh",
        "asks": "What did your early help team know of the family before they moved?",
        "basis": "s16h",
        "contact_email": "partnership@westerleigh.example",
        **values,
    }
    return operations.request_of_area(
        house.partnership, by=house.coordinator, way=way, case=case, **given
    )


def make_complaint(house: House, case: Case | None = None, **values: Any) -> Complaint:
    """A relative says that nobody told them of a decision."""
    given: dict[str, Any] = {
        "relation": Relation.FAMILY,
        "who": COMPLAINANT,
        "reach": REACH,
        "about": About.DECISION,
        "words": "Nobody told us what was decided, and we heard it from a neighbour.",
        **values,
    }
    return operations.receive_complaint(case or make_case(house), by=house.coordinator, **given)


def address(case: Case, rest: str = "") -> str:
    """The address of a page beside a case."""
    return f"/{case.partnership.slug}/reviews/{case.reference}/{rest}"
