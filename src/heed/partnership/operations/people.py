"""People and the parts they play."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership.access import KEEP_PEOPLE, NAME_ON_CASE
from heed.partnership.models import Agency, Group, Part, Partnership, Person
from heed.partnership.standing import forget_standing
from heed.partnership.states import PartKind
from heed.refusals import NotNow


@transaction.atomic
def add_person(
    partnership: Partnership,
    *,
    by: Person | None,
    email: str,
    name: str,
    role: str = "",
    agency: Agency | None = None,
) -> Person:
    """Somebody who will sign in; found again if Heed knows the address already.

    ``by`` is None only when Heed is being set up from the command line.
    """
    if by is not None:
        doors.check(by, KEEP_PEOPLE, partnership)
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        person = Person.objects.create_user(email, name=name, role=role, agency=agency)
    history.record("added a person", partnership, by=by, person=person.pk)
    return person


@transaction.atomic
def complete_person(
    person: Person,
    *,
    by: Person,
    partnership: Partnership,
    role: str = "",
    telephone: str = "",
    agency: Agency | None = None,
) -> Person:
    """Fill in what was not known of somebody who plays a part here; what is known stays."""
    doors.check(by, KEEP_PEOPLE, partnership)
    if not person.parts.filter(partnership=partnership).exists():
        raise NotNow("Give them a part in this partnership first.")
    given = {"role": role[:200], "telephone": telephone[:40], "agency": agency}
    fresh = {name: value for name, value in given.items() if value and not getattr(person, name)}
    if fresh:
        for name, value in fresh.items():
            setattr(person, name, value)
        person.save(update_fields=list(fresh))
        history.record(
            "completed a person", partnership, by=by, person=person.pk, fields=sorted(fresh)
        )
    return person


@transaction.atomic
def meet(
    *, by: Person | None = None, email: str, name: str, agency: Agency | None = None
) -> Person:
    """Somebody by their work email, known to Heed from now on.

    The stage that calls has asked access.
    """
    person = Person.objects.filter(email__iexact=email.strip()).first()
    return person or Person.objects.create_user(email.strip(), name=name, agency=agency)


@transaction.atomic
def give_part(
    partnership: Partnership,
    *,
    by: Person | None,
    person: Person,
    kind: PartKind,
    group: Group | None = None,
    agency: Agency | None = None,
    deputy: Person | None = None,
    begins: date | None = None,
    ends: date | None = None,
) -> Part:
    """Give a person a part in the partnership, in a group or for an agency."""
    if by is not None:
        doors.check(by, KEEP_PEOPLE, partnership)
    part = Part.objects.create(
        partnership=partnership,
        person=person,
        kind=kind,
        group=group,
        agency=agency,
        deputy=deputy,
        begins=begins or clock.today(),
        ends=ends,
    )
    forget_standing(person)
    history.record("gave a part", partnership, by=by, kind=str(kind), person=person.pk)
    return part


@transaction.atomic
def name_deputy(
    part: Part,
    *,
    by: Person,
    deputy: Person | None,
    begins: date | None = None,
    ends: date | None = None,
) -> Part:
    """Say who stands in for whoever plays a part, and from when to when; none takes it back."""
    doors.check(by, KEEP_PEOPLE, part.partnership)
    if deputy is not None and deputy == part.person:
        raise NotNow("Somebody cannot stand in for themselves. Choose another person.")
    if begins is not None and ends is not None and ends < begins:
        raise NotNow("The last day comes before the first. Put the days the other way round.")
    was = part.deputy
    part.deputy = deputy
    part.deputy_begins, part.deputy_ends = (begins, ends) if deputy else (None, None)
    part.save(update_fields=["deputy", "deputy_begins", "deputy_ends"])
    for one in (was, deputy):
        if one is not None:
            forget_standing(one)
    whom = deputy or was
    history.record(
        "named a deputy" if deputy else "ended a deputy",
        part.partnership,
        by=by,
        kind=part.kind,
        part=part.pk,
        person=whom.pk if whom else None,
    )
    return part


@transaction.atomic
def end_part(part: Part, *, by: Person | None, on: date | None = None) -> Part:
    """End a part. It ends at once: the day before today is its last.

    ``by`` is None only from the command line.
    """
    if by is not None:
        door = NAME_ON_CASE if part.case_id else KEEP_PEOPLE
        doors.check(by, door, part.case or part.partnership)
    if part.kind == PartKind.COORDINATOR and part.case_id is None:
        others = Part.objects.filter(
            partnership=part.partnership, kind=PartKind.COORDINATOR, case__isnull=True
        ).current()
        if not others.exclude(pk=part.pk).exists():
            raise NotNow("This is the last coordinator. Name another first, so that somebody can.")
    part.ends = (on or clock.today()).fromordinal((on or clock.today()).toordinal() - 1)
    part.save(update_fields=["ends"])
    if part.person:
        forget_standing(part.person)
    history.record(
        "ended a part", part.case or part.partnership, by=by, kind=part.kind, part=part.pk
    )
    return part
