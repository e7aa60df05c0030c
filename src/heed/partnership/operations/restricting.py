"""Closing a case to all but the people named, and shutting somebody out of it."""

from collections.abc import Iterable

from django.db import transaction

from heed import doors
from heed.history import operations as history
from heed.partnership.access import RESTRICT_CASE
from heed.partnership.models import Case, Part, Person, ShutOut
from heed.partnership.operations.cases import name_on_case
from heed.partnership.operations.people import end_part
from heed.partnership.standing import forget_standing
from heed.partnership.states import PartKind
from heed.refusals import NotNow


@transaction.atomic
def restrict(case: Case, *, by: Person, keep: Iterable[Person]) -> Case:
    """Close a case to all but the people named: the person who restricts, and ``keep``."""
    doors.check(by, RESTRICT_CASE, case)
    name_on_case(case, by=by, person=by, kind=PartKind.COORDINATOR)
    staying = {by.pk, *(p.pk for p in keep)}
    for person in keep:
        if not Part.objects.filter(case=case, person=person).current().exists():
            name_on_case(case, by=by, person=person, kind=PartKind.MEMBER)
    for part in Part.objects.filter(case=case).current():
        if part.person_id not in staying:
            end_part(part, by=by)
    case.restricted = True
    case.save(update_fields=["restricted"])
    history.record(
        "restricted a case", case, by=by, said="This case was restricted to the people named on it."
    )
    return case


@transaction.atomic
def lift_restriction(case: Case, *, by: Person, why: str) -> Case:
    """Open a restricted case to those whose part reaches every case again."""
    doors.check(by, RESTRICT_CASE, case)
    case.restricted = False
    case.save(update_fields=["restricted"])
    history.record(
        "lifted a restriction", case, by=by, said="The restriction on this case was lifted."
    )
    return case


@transaction.atomic
def shut_out(case: Case, *, by: Person, person: Person, reason: str) -> ShutOut:
    """Keep somebody from knowing anything of a case, whatever their part."""
    doors.check(by, RESTRICT_CASE, case)
    if person == by:
        raise NotNow("You cannot shut yourself out. Ask another coordinator.")
    line, _ = ShutOut.objects.get_or_create(
        case=case, person=person, defaults={"reason": reason, "by": by}
    )
    forget_standing(person)
    history.record("shut somebody out of a case", case, by=by, person=person.pk)
    return line
