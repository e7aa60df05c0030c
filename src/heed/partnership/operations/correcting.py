"""Putting a record right: two that are one, one that is two. History keeps that it happened."""

from django.db import transaction

from heed import doors
from heed.history import operations as history
from heed.partnership.access import CORRECT_CASE
from heed.partnership.models import Case, CaseSubject, Incident, Person
from heed.partnership.operations.cases import open_case, set_stage
from heed.partnership.states import ENDED, Stage
from heed.refusals import NotNow


@transaction.atomic
def merge_cases(case: Case, *, by: Person, into: Case, why: str) -> Case:
    """Say that ``case`` is the same as ``into``, which goes on; ``case`` ends and points to it.

    Whom it concerns, its identity register and its papers move along, so that later checks know
    every name. What was decided or written in it stays where it was written.
    """
    doors.check(by, CORRECT_CASE, case)
    doors.check(by, CORRECT_CASE, into)
    if case == into or case.partnership_id != into.partnership_id:
        raise NotNow("Choose another case of the same partnership.")
    if into.stage in ENDED:
        raise NotNow("The case to go on with has ended. Choose one that is open.")
    known = set(into.concerns.values_list("subject_id", flat=True))
    CaseSubject.objects.filter(case=case).exclude(subject_id__in=known).update(case=into)
    case.register.update(case=into)
    case.papers.update(case=into)
    case.merged_into = into
    case.save(update_fields=["merged_into"])
    set_stage(case, by=by, stage=Stage.MERGED, waiting_on="")
    history.record("merged a case", case, by=by, said=f"Merged into {into.reference}: {why}"[:390])
    history.record(
        "took in a case",
        into,
        by=by,
        said=f"{case.reference} was found to be the same, and merged.",
    )
    return into


@transaction.atomic
def split_case(case: Case, *, by: Person, subjects: list[CaseSubject], why: str) -> Case:
    """Open a second case for some of those whom this one concerns: two things happened, not one.

    The second begins where the first stands now; both belong to one incident.
    """
    doors.check(by, CORRECT_CASE, case)
    staying = case.concerns.exclude(pk__in=[one.pk for one in subjects])
    if not subjects or not staying.exists():
        raise NotNow("Choose at least one child for the new case, and leave at least one here.")
    if case.incident is None:
        case.incident = Incident.objects.create(partnership=case.partnership)
        case.save(update_fields=["incident"])
    second = open_case(
        case.partnership,
        by=by,
        pack_version=case.pack_version,
        authority=case.authority,
        incident=case.incident,
        about=case.about,
        good_practice=case.good_practice,
        restricted=case.restricted,
    )
    for one in subjects:
        one.register.update(case=second)
        one.case = second
        one.save(update_fields=["case"])
    set_stage(
        second,
        by=by,
        stage=Stage(case.stage),
        waiting_on=case.waiting_on,
        target=case.target,
        target_is=case.target_is,
        deadline=case.deadline,
    )
    for part in case.parts.all():
        part.pk, part.case = None, second
        part.save()
    history.record(
        "split a case", case, by=by, said=f"{second.reference} was split from this case."
    )
    history.record("was split off", second, by=by, said=f"Split from {case.reference}: {why}"[:390])
    return second
