"""Carries in an agency with its contact."""

from typing import Any

from heed.arrivals.carrying.outcome import Outcome
from heed.arrivals.states import Verdict
from heed.partnership import operations as partnership
from heed.partnership.models import Partnership, Person


def carry_contact(
    house: Partnership, *, by: Person, values: dict[str, Any], verdict: Verdict
) -> Outcome:
    """Add the agency where it is new, and whoever stands for it."""
    agency = values["known"] or partnership.add_agency(
        house, by=by, name=values["agency"], sector=values["sector"]
    )
    if "email" not in values:
        return Outcome(f"{agency.name}, without a contact.")
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
    partnership.give_part(house, by=by, person=person, kind=values["kind"], agency=agency)
    partnership.complete_person(person, by=by, partnership=house, **extra)
    return Outcome(f"{str(values['kind']).capitalize()}, {agency.name}.", person=person)
