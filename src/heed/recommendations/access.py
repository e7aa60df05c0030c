"""Who may read, route, act on and close a recommendation. Each completes "a person who …".

A recommendation travels further than its case: the group that it is routed to and the owners of its
actions read it, and nothing of the case behind it.
"""

from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.partnership.access import (
    chairs_deciding_group,
    coordinates_case,
    is_coordinator,
    sees_case,
)
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.recommendations.models import Action, Recommendation
from heed.recommendations.states import RecommendationState

#: How memory names what it holds of a recommendation: this, and its number in the database.
REMEMBERED_AS = "recommendations.Recommendation/"
FOLLOWS = frozenset({PartKind.PARTNER_EXECUTIVE})


def _of(thing: Any) -> Recommendation:
    return thing if isinstance(thing, Recommendation) else thing.recommendation


def _routed(thing: Any) -> bool:
    return bool(_of(thing).state != RecommendationState.PROPOSED)


def _open_to(person: Person, thing: Any) -> bool:
    return _of(thing).case_id not in standing(person).shut_out


@predicate
def sits_in_its_group(person: Person, thing: Any) -> bool:
    """…sits in the group that it is routed to."""
    given = _of(thing)
    return (
        _routed(given)
        and _open_to(person, given)
        and given.group_id is not None
        and given.group_id
        in standing(person).groups(PartKind.CHAIR, PartKind.MEMBER, PartKind.OWNER)
    )


@predicate
def owns_an_action(person: Person, thing: Any) -> bool:
    """…owns one of its actions."""
    given = _of(thing)
    return (
        _routed(given)
        and _open_to(person, given)
        and any(action.owner_id == person.pk for action in given.actions.all())
    )


@predicate
def owns_it(person: Person, action: Any) -> bool:
    """…owns this very action."""
    return action.owner_id == person.pk and _open_to(person, action)


@predicate
def follows_all(person: Person, thing: Any) -> bool:
    """…is an executive of a safeguarding partner, of a case that is not restricted."""
    given = _of(thing)
    return (
        _routed(given)
        and _open_to(person, given)
        and not given.case.restricted
        and any(
            p.kind in FOLLOWS and p.partnership_id == given.partnership_id and not p.case_id
            for p in standing(person).parts
        )
    )


@predicate
def did_not_do_it(person: Person, action: Any) -> bool:
    """…is not the owner of the action: nobody accepts their own evidence."""
    return bool(action.owner_id != person.pk)


@predicate
def chairs_its_group(person: Person, thing: Any) -> bool:
    """…chairs the group that it is routed to."""
    given = _of(thing)
    return (
        _open_to(person, given)
        and given.group_id is not None
        and standing(person).holds(PartKind.CHAIR, group=given.group_id)
    )


def readable(person: Person) -> QuerySet[Recommendation]:
    """The recommendations that a person may read."""
    mine = standing(person)
    groups = mine.groups(PartKind.CHAIR, PartKind.MEMBER, PartKind.OWNER)
    follows = [p.partnership_id for p in mine.parts if p.kind in FOLLOWS and not p.case_id]
    owned = Action.objects.filter(owner=person).values("recommendation_id")
    travelled = (
        Q(group_id__in=groups)
        | Q(pk__in=owned)
        | Q(partnership_id__in=follows, case__restricted=False)
    ) & ~Q(state=RecommendationState.PROPOSED)
    return Recommendation.objects.filter(
        Q(case__in=Case.objects.visible_to(person)) | travelled
    ).exclude(case_id__in=mine.shut_out)


def remembered(person: Person) -> QuerySet[Any]:
    """Under which keys memory holds the recommendations that a person may read."""
    key = Concat(Value(REMEMBERED_AS), Cast("pk", CharField()))
    return readable(person).order_by().values_list(key, flat=True)


def actions(person: Person) -> QuerySet[Action]:
    """The actions of the recommendations that a person may read."""
    return Action.objects.filter(recommendation__in=readable(person))


READ = "recommendations.read"
READ_ACTION = "recommendations.read_action"
PROPOSE = "recommendations.propose"
BRING_IN = "recommendations.bring_in"
ROUTE = "recommendations.route"
RESPOND = "recommendations.respond"
PLAN = "recommendations.plan"
WORK = "recommendations.work"
ACCEPT = "recommendations.accept"
LOOK = "recommendations.look"
CLOSE = "recommendations.close"

_reads = sees_case | sits_in_its_group | owns_an_action | follows_all
_leads = coordinates_case | (sees_case & chairs_deciding_group)

DOORS = doors.table(
    {
        READ: Door(
            _reads, "Only those whom it concerns can read this recommendation.", True, readable
        ),
        READ_ACTION: Door(
            _reads, "Only those whom it concerns can read this action.", True, actions
        ),
        PROPOSE: Door(_leads, "Only the coordinator and the chair propose recommendations."),
        BRING_IN: Door(
            is_coordinator, "Only the coordinator brings in what was recommended elsewhere."
        ),
        ROUTE: Door(_leads, "Only the coordinator and the chair give a recommendation to a group."),
        RESPOND: Door(
            chairs_its_group | _leads,
            "Only the group that was asked can say whether it accepts it.",
        ),
        PLAN: Door(
            sits_in_its_group | _leads, "Only the group that was asked can plan actions for it."
        ),
        WORK: Door(owns_it | coordinates_case, "Only its owner can say how this action is going."),
        ACCEPT: Door(
            did_not_do_it & (chairs_its_group | _leads | sits_in_its_group),
            "Somebody other than the owner accepts the evidence.",
        ),
        LOOK: Door(
            chairs_its_group | _leads, "Only the group's chair and the unit record what came of it."
        ),
        CLOSE: Door(_leads, "Only the coordinator and the chair can close a recommendation."),
    }
)
