"""Named reads of recommendations. The person comes first."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from heed import clock
from heed.findings.models import NextStep
from heed.partnership.models import Case, Partnership, Person
from heed.recommendations.access import actions, readable
from heed.recommendations.models import Action, Look, Recommendation
from heed.recommendations.states import EFFECT_KINDS, LANE_WORDS, Delivery, Effect, Lane

MINE, OPEN, CLOSED = "mine", "open", "closed"

#: The columns of the two lanes' table: how an effect is drawn, and its name.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("early", "Too soon"),
    ("level", "No difference yet"),
    ("done", "Some difference"),
)


@dataclass(frozen=True)
class Cell:
    """One figure of the two lanes' table."""

    figure: int
    key: bool = False


@dataclass(frozen=True)
class Row:
    """One row of the two lanes' table."""

    label: str
    cells: list[Cell]


def recommendations(
    person: Person, partnership: Partnership, *, which: str = OPEN
) -> QuerySet[Recommendation]:
    """The recommendations that a person may read: open ones, closed ones, or those with their
    actions.
    """
    found = readable(person).filter(partnership=partnership).exclude(state="proposed")
    if which == CLOSED:
        found = found.filter(state="closed").order_by("-closed_on", "-pk")
    else:
        found = found.exclude(state="closed")
    if which == MINE:
        found = found.filter(actions__owner=person).distinct()
    return found.select_related("group", "case").prefetch_related("actions__owner", "looks")


def matrix(found: list[Recommendation]) -> list[Row]:
    """How many recommendations stand where in delivery and effect: two questions, never a score."""
    counted = Counter((one.lane, EFFECT_KINDS[Effect(one.effect)]) for one in found)
    return [
        Row(
            LANE_WORDS[lane],
            [
                Cell(
                    counted[lane, kind],
                    key=lane == Lane.DELIVERED and kind == "level" and counted[lane, kind] > 0,
                )
                for kind, _ in COLUMNS
            ],
        )
        for lane in Lane
    ]


def recommendation(person: Person, partnership: str, number: str) -> Recommendation:
    """One recommendation by its own reference, among those that the person may read."""
    return (
        readable(person)
        .select_related(
            "partnership", "case__partnership", "case__pack_version", "group", "finding"
        )
        .prefetch_related("actions__owner", "actions__agency", "looks")
        .get(partnership__slug=partnership, reference__iexact=number)
    )


def action(person: Person, partnership: str, number: str, action: int) -> Action:
    """One action, among those that the person may read."""
    return (
        actions(person)
        .select_related(
            "recommendation__partnership",
            "recommendation__case__partnership",
            "recommendation__case__pack_version",
            "recommendation__group",
            "owner",
            "agency",
        )
        .get(
            recommendation__partnership__slug=partnership,
            recommendation__reference__iexact=number,
            pk=action,
        )
    )


def of_case(person: Person, case: Case) -> list[Recommendation]:
    """The recommendations of one case, oldest first."""
    return list(
        readable(person)
        .filter(case=case)
        .select_related("group")
        .prefetch_related("actions", "looks")
        .order_by("entered_at", "pk")
    )


def next_steps_left(case: Case) -> list[NextStep]:
    """The next steps that findings propose and that no recommendation has taken up."""
    taken = Recommendation.objects.filter(case=case, next_step__isnull=False).values("next_step_id")
    return list(
        NextStep.objects.filter(case=case, withdrawn_on__isnull=True)
        .exclude(pk__in=taken)
        .select_related("finding", "group")
    )


def my_actions(person: Person, partnership: Partnership) -> QuerySet[Action]:
    """The open actions that a person owns, soonest first."""
    return (
        actions(person)
        .filter(
            recommendation__partnership=partnership, owner=person, recommendation__state="routed"
        )
        .exclude(state__in=[Delivery.DONE, Delivery.PROVEN])
        .select_related("recommendation")
        .order_by("due", "pk")
    )


def looks_due(person: Person, partnership: Partnership) -> QuerySet[Look]:
    """Looks at the effect of recommendations whose day has come."""
    return (
        Look.objects.filter(
            recommendation__in=readable(person),
            recommendation__partnership=partnership,
            recommendation__state="routed",
            looked_on__isnull=True,
            due__lte=clock.today(),
        )
        .select_related("recommendation__group", "recommendation__case")
        .order_by("due")
    )


def to_route(person: Person, partnership: Partnership) -> QuerySet[Case]:
    """Cases whose recommendations are still to be proposed or given to a group."""
    proposed = Recommendation.objects.filter(state="proposed").values("case_id")
    none = Case.objects.exclude(pk__in=Recommendation.objects.values("case_id")).values("pk")
    return (
        Case.objects.visible_to(person)
        .filter(partnership=partnership, stage="recommendations")
        .filter(pk__in=proposed.union(none))
    )
