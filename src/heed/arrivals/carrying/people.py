"""Carries in a person with their part. No invitation goes: a coordinator presses for that."""

from typing import Any

from heed.arrivals.carrying.outcome import Outcome
from heed.arrivals.judging.people import FOR_AGENCY
from heed.arrivals.states import Verdict
from heed.partnership import operations as partnership
from heed.partnership.models import Partnership, Person


def carry_person(
    house: Partnership, *, by: Person, values: dict[str, Any], verdict: Verdict
) -> Outcome:
    """Add the person and give them their part; of one who plays it, fill in the rest."""
    kind, agency = values["kind"], values["agency"]
    extra = {
        "role": values.get("role", ""),
        "telephone": values.get("telephone", ""),
        "agency": agency,
    }
    if verdict == Verdict.HERE:
        person = values["person"]
        partnership.complete_person(person, by=by, partnership=house, **extra)
        return Outcome("Was here already; what was missing is filled in.", person=person)
    person = partnership.add_person(
        house,
        by=by,
        email=values["email"],
        name=values["name"],
        role=values.get("role", ""),
        agency=agency,
    )
    partnership.give_part(
        house,
        by=by,
        person=person,
        kind=kind,
        group=values["group"],
        agency=agency if kind in FOR_AGENCY else None,
        begins=values.get("begins"),
        ends=values.get("ends"),
    )
    partnership.complete_person(person, by=by, partnership=house, **extra)
    where = values["group"] or (agency if kind in FOR_AGENCY else None)
    return Outcome(f"{str(kind).capitalize()}{f', {where}' if where else ''}.", person=person)
