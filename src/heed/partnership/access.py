"""Who may: the predicates that every stage builds on, and the doors of the partnership itself.

Each predicate completes "a person who …".
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate
from rules.predicates import Predicate

from heed import doors
from heed.doors import Door
from heed.partnership.models import Authority, Case, Part, Partnership, Person
from heed.partnership.models.people import PartQuerySet
from heed.partnership.standing import standing
from heed.partnership.states import PartKind, Stage


def _partnership_id(thing: Any) -> int:
    whole = getattr(thing, "case", None) or thing
    if isinstance(whole, Partnership):
        return whole.pk
    found: int = whole.partnership_id
    return found


@predicate
def sees_case(person: Person, thing: Any) -> bool:
    """…may know of the case: the same rule as ``Case.objects.visible_to``."""
    case: Case = thing.case
    mine = standing(person)
    if case.pk in mine.shut_out:
        return False
    if case.pk in mine.named:
        return True
    return case.partnership_id in mine.wide and not case.restricted and case.stage != Stage.DRAFT


def _named(kinds: tuple[PartKind, ...], where: str = "of_the_partnership") -> str:
    """How docs/reference/access.md calls it: ``coordinator_of_the_partnership``."""
    return f"{'_or_'.join(kinds)}_{where}".replace(" ", "_")


def plays(*kinds: PartKind) -> Predicate:
    """…plays one of these parts in the partnership as a whole (not only in a case, group or
    agency).
    """

    @predicate(_named(kinds))
    def plays_in_partnership(person: Person, thing: Any) -> bool:
        partnership = _partnership_id(thing)
        return any(
            p.kind in kinds
            and p.partnership_id == partnership
            and p.case_id is None
            and p.group_id is None
            and p.agency_id is None
            for p in standing(person).parts
        )

    return plays_in_partnership


def plays_in_case(*kinds: PartKind) -> Predicate:
    """…plays one of these parts in this very case, and is not shut out of it."""

    @predicate(_named(kinds, "of_the_case"))
    def plays_in_this_case(person: Person, thing: Any) -> bool:
        mine = standing(person)
        case_id = thing.case.pk
        return case_id not in mine.shut_out and mine.holds(*kinds, case=case_id)

    return plays_in_this_case


def plays_in_group(*kinds: PartKind, of: Callable[[Any], int | None]) -> Predicate:
    """…plays one of these parts in the group that ``of(thing)`` gives."""

    @predicate(_named(kinds, "of_the_group"))
    def plays_in_this_group(person: Person, thing: Any) -> bool:
        group_id = of(thing)
        return group_id is not None and standing(person).holds(*kinds, group=group_id)

    return plays_in_this_group


@predicate
def chairs_deciding_group(person: Person, thing: Any) -> bool:
    """…chairs (or deputises in the chair of) the partnership's deciding group."""
    partnership = _partnership_id(thing)
    return any(
        p.kind == PartKind.CHAIR
        and p.partnership_id == partnership
        and p.group is not None
        and p.group.kind == "review"
        for p in standing(person).parts
    )


@predicate
def sits_in_deciding_group(person: Person, thing: Any) -> bool:
    """…is a member or the chair of the partnership's deciding group."""
    partnership = _partnership_id(thing)
    return any(
        p.kind in (PartKind.CHAIR, PartKind.MEMBER)
        and p.partnership_id == partnership
        and p.group is not None
        and p.group.kind == "review"
        for p in standing(person).parts
    )


@predicate
def belongs(person: Person, thing: Any) -> bool:
    """…plays any part in the partnership."""
    return _partnership_id(thing) in standing(person).partnerships


@predicate
def notifies_here(person: Person, thing: Any) -> bool:
    """…is the notifier, or the deputy, of one of the partnership's local authorities, by the
    address that is kept there.
    """
    return notifying(person).filter(pk=_partnership_id(thing)).exists()


def notifying(person: Person) -> QuerySet[Partnership]:
    """The partnerships for whose authorities a person notifies, whatever part they play there."""
    if not getattr(person, "is_authenticated", False) or not person.email:
        return Partnership.objects.none()
    mine = Q(notifier_email__iexact=person.email) | Q(deputy_email__iexact=person.email)
    return Partnership.objects.filter(pk__in=Authority.objects.filter(mine).values("partnership"))


is_coordinator = plays(PartKind.COORDINATOR)
is_administrator = plays(PartKind.ADMINISTRATOR)
is_scrutineer = plays(PartKind.SCRUTINEER)
is_partner_executive = plays(PartKind.PARTNER_EXECUTIVE)
facilitates_case = plays_in_case(PartKind.FACILITATOR)
coordinates_case = sees_case & (is_coordinator | plays_in_case(PartKind.COORDINATOR))


def my_partnerships(person: Person) -> QuerySet[Partnership]:
    """The partnerships in which a person plays a part."""
    return Partnership.objects.filter(pk__in=standing(person).partnerships)


def my_desks(person: Person) -> QuerySet[Partnership]:
    """The partnerships where something can wait on a person: theirs, and those they notify for."""
    return Partnership.objects.filter(
        Q(pk__in=standing(person).partnerships) | Q(pk__in=notifying(person).values("pk"))
    )


def parts_i_may_see(person: Person) -> PartQuerySet:
    """The parts in partnerships whose people the person keeps."""
    keeps = [
        p.partnership_id
        for p in standing(person).parts
        if p.kind in (PartKind.COORDINATOR, PartKind.ADMINISTRATOR) and not p.case_id
    ]
    return Part.objects.filter(partnership_id__in=keeps, case__isnull=True)


BELONG = "partnership.belong"
KEEP_PEOPLE = "partnership.keep_people"
KEEP_SETTINGS = "partnership.keep_settings"
KEEP_SYSTEM = "partnership.keep_system"
SEE_CASE = "partnership.see_case"
NAME_ON_CASE = "partnership.name_on_case"
RESTRICT_CASE = "partnership.restrict_case"
CORRECT_CASE = "partnership.correct_case"

DOORS = doors.table(
    {
        BELONG: Door(
            belongs,
            "Only people who work with this partnership can open this.",
            True,
            my_partnerships,
        ),
        KEEP_PEOPLE: Door(
            is_coordinator | is_administrator,
            "Only a coordinator or an administrator can change who works here.",
            True,
        ),
        KEEP_SETTINGS: Door(
            is_coordinator | is_administrator,
            "Only a coordinator or an administrator can change how the partnership works.",
            True,
        ),
        KEEP_SYSTEM: Door(
            is_administrator, "Only an administrator can see how the system is doing.", True
        ),
        SEE_CASE: Door(
            sees_case,
            "Only people named on this case can open it.",
            True,
            lambda person: Case.objects.visible_to(person),
        ),
        NAME_ON_CASE: Door(
            coordinates_case, "Only the coordinator can say who takes part in a case."
        ),
        CORRECT_CASE: Door(coordinates_case, "Only the coordinator can merge or split a case."),
        RESTRICT_CASE: Door(coordinates_case, "Only the coordinator can restrict a case."),
    }
)
