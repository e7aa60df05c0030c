"""The thread of a case: opened, moved on, named people, whom it concerns."""

import secrets
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from heed import clock
from heed.history import operations as history
from heed.partnership.models import (
    Agency,
    Case,
    CaseSubject,
    Part,
    Partnership,
    Person,
    RegisteredName,
    Subject,
)
from heed.partnership.standing import forget_standing
from heed.partnership.states import ENDED, PartKind, Stage
from heed.refusals import NotNow


class Kept:
    """Stands for a date that stays as it is."""


KEPT = Kept()

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
    target: date | Kept | None = KEPT,
    target_is: str = "",
    deadline: bool = False,
    **values: Any,
) -> Case:
    """Say where a case stands now; called by the stages in the transaction of their own move.

    ``waiting_on`` is a short phrase without a name. Without a ``target``
    the date stays as it is (a notification that is owed is not forgotten); None means that no date
    is aimed for, and a case that ends aims for none. The stage that calls has asked access.
    """
    case.version += 1
    fields = ["version", *values]
    if stage is not None:
        case.stage = stage
        case.ended_on = clock.today() if stage in ENDED else None
        fields += ["stage", "ended_on"]
        if stage in ENDED:
            target = None
    if waiting_on is not None:
        case.waiting_on = waiting_on
        fields.append("waiting_on")
    if not isinstance(target, Kept):
        case.target, case.target_is, case.deadline = target, target_is, deadline
        fields += ["target", "target_is", "deadline"]
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
    until: date | None = None,
) -> Part:
    """Give a person a part in a case, for good or ``until`` its last day. Asking twice changes
    nothing.

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
        defaults={"deputy": deputy, "ends": until},
    )
    if made:
        forget_standing(person)
        history.record(
            "named on a case", case, by=by, kind=str(kind), person=person.pk, section=section
        )
    return part


@transaction.atomic
def take_off_case(part: Part, *, by: Person | None) -> Part:
    """End a part in a case, at once. The stage that calls has asked access."""
    part.ends = clock.today() - timedelta(days=1)
    part.save(update_fields=["ends"])
    if part.person is not None:
        forget_standing(part.person)
    history.record("taken off a case", part.case or part.partnership, by=by, kind=part.kind)
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
