"""What changes people, parts and the thread of a case."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership.access import KEEP_PEOPLE, NAME_ON_CASE, RESTRICT_CASE
from heed.partnership.models import (
    Agency,
    Case,
    CaseSubject,
    Group,
    Part,
    Partnership,
    Person,
    RegisteredName,
    ShutOut,
    Subject,
)
from heed.partnership.standing import forget_standing
from heed.partnership.states import ENDED, PartKind, Stage
from heed.refusals import NotNow

#: No vowels, so that no word is spelt; no 0, 1, I, L, O or U, so that none is misread.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_reference(partnership: Partnership) -> str:
    """A reference such as ``PLY-26-7K4M``: random, never sequential."""
    tail = "".join(secrets.choice(ALPHABET) for _ in range(4))
    return f"{partnership.prefix}-{clock.today():%y}-{tail}"


@transaction.atomic
def open_case(
    partnership: Partnership, *, by: Person | None, pack_version: Any = None, **values: Any
) -> Case:
    """Begin a case as a draft, with a reference that nobody has used. Its stage asked who may."""
    for _ in range(20):
        try:
            with transaction.atomic():
                case = Case.objects.create(
                    partnership=partnership,
                    reference=new_reference(partnership),
                    pack_version=pack_version,
                    **values,
                )
        except IntegrityError:
            continue
        history.record("opened a case", case, by=by)
        return case
    raise NotNow("No free reference was found. Try again.")


@transaction.atomic
def set_stage(
    case: Case,
    *,
    by: Person | None,
    stage: Stage | None = None,
    waiting_on: str | None = None,
    target: date | None = None,
    target_is: str = "",
    deadline: bool = False,
    **values: Any,
) -> Case:
    """Say where a case stands now; called by the stages in the transaction of their own move.

    ``waiting_on`` is a short phrase without a name. A ``target`` of None means that no date is
    aimed for. The stage that calls has asked access.
    """
    fields = ["target", "target_is", "deadline", *values]
    if stage is not None:
        case.stage = stage
        case.ended_on = clock.today() if stage in ENDED else None
        fields += ["stage", "ended_on"]
    if waiting_on is not None:
        case.waiting_on = waiting_on
        fields.append("waiting_on")
    case.target, case.target_is, case.deadline = target, target_is, deadline
    for name, value in values.items():
        setattr(case, name, value)
    case.save(update_fields=fields)
    return case


@transaction.atomic
def name_on_case(
    case: Case,
    *,
    by: Person | None,
    person: Person,
    kind: PartKind,
    agency: Agency | None = None,
    section: str = "",
    deputy: Person | None = None,
) -> Part:
    """Give a person a part in a case. Asking twice changes nothing.

    The stage that calls has asked access: a referrer names themself, a manager names a colleague
    for one section, a coordinator names anyone.
    """
    part, made = Part.objects.current().get_or_create(
        partnership=case.partnership,
        case=case,
        person=person,
        kind=kind,
        agency=agency,
        section=section,
        defaults={"deputy": deputy},
    )
    if made:
        forget_standing(person)
        history.record(
            "named on a case", case, by=by, kind=str(kind), person=person.pk, section=section
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
    )
    forget_standing(person)
    history.record("gave a part", partnership, by=by, kind=str(kind), person=person.pk)
    return part


@transaction.atomic
def concern(
    case: Case,
    *,
    by: Person | None,
    pseudonym: str = "",
    age_band: str = "",
    words: str = "",
    subject: Subject | None = None,
) -> CaseSubject:
    """Add a child or adult whom the case concerns.

    ``subject`` is given when Heed knows them already.
    """
    subject = subject or Subject.objects.create(partnership=case.partnership)
    return CaseSubject.objects.create(
        case=case,
        subject=subject,
        pseudonym=pseudonym,
        age_band=age_band,
        words=words,
        order=case.concerns.count(),
    )


@transaction.atomic
def register_names(
    case: Case,
    *,
    by: Person | None,
    names: Iterable[dict[str, Any]],
    concerns: CaseSubject | None = None,
) -> list[RegisteredName]:
    """Add lines to the identity register; a line that stands there already is not written twice."""
    found = []
    for values in names:
        line, _ = RegisteredName.objects.get_or_create(
            case=case,
            concerns=concerns,
            kind=values.get("kind", "name"),
            text=values["text"][:300],
            defaults={"whose": values.get("whose", "child"), "born_on": values.get("born_on")},
        )
        found.append(line)
    return found


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
