"""Proposing a change, and giving it to the group that takes it on."""

import secrets
from datetime import date

from django.db import IntegrityError, transaction

from heed import clock, doors
from heed.findings.models import Finding, NextStep
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Group, Partnership, Person
from heed.partnership.operations import ALPHABET
from heed.partnership.states import About, Stage
from heed.pathways.clocks import add_months
from heed.pathways.queries import in_force, pack_of
from heed.recommendations import emails
from heed.recommendations.access import (
    BRING_IN,
    PROPOSE,
    RESPOND,
    ROUTE,
)
from heed.recommendations.models import Look, Recommendation
from heed.recommendations.operations.step import keep_in_step
from heed.recommendations.states import (
    RecommendationState,
    Response,
)
from heed.refusals import NotNow


@transaction.atomic
def propose(
    case: Case,
    *,
    by: Person,
    text: str,
    because: str = "",
    expected_change: str = "",
    level: str = "",
    finding: Finding | None = None,
    next_step: NextStep | None = None,
    happened_on: date | None = None,
) -> Recommendation:
    """Propose one change. One that takes up a next step is linked to it and to its finding."""
    doors.check(by, PROPOSE, case)
    for _ in range(20):
        tail = "".join(secrets.choice(ALPHABET) for _ in range(4))
        try:
            with transaction.atomic():
                made = Recommendation.objects.create(
                    case=case,
                    partnership=case.partnership,
                    reference=f"{case.partnership.prefix}-R-{tail}",
                    text=text,
                    because=because,
                    expected_change=expected_change,
                    level=level,
                    finding=finding or (next_step.finding if next_step else None),
                    next_step=next_step,
                    entered_by=by,
                    entered_at=clock.now(),
                    happened_on=happened_on or clock.today(),
                )
        except IntegrityError:
            continue
        history.record("proposed a recommendation", made, by=by)
        return made
    raise NotNow("No free reference was found. Try again.")


@transaction.atomic
def bring_in(
    house: Partnership, *, by: Person, text: str, because: str = "", made_on: date | None = None
) -> Recommendation:
    """Bring in a recommendation that was made elsewhere, on paper or before Heed.

    It gets a case of its own that is about nobody by name, so that a partnership can begin with
    its actions and hold no child's name.
    """
    doors.check(by, BRING_IN, house)
    case = partnership.open_case(
        house,
        by=by,
        pack_version=in_force(house),
        about=About.NOBODY,
        opened_on=made_on or clock.today(),
    )
    partnership.set_stage(
        case, by=by, stage=Stage.RECOMMENDATIONS, waiting_on="Recommendations, to be routed"
    )
    return propose(case, by=by, text=text, because=because, happened_on=made_on)


@transaction.atomic
def rewrite(
    recommendation: Recommendation,
    *,
    by: Person,
    seen: int,
    text: str,
    because: str,
    expected_change: str,
    level: str,
) -> Recommendation:
    """Change the words of a recommendation that is not with a group yet."""
    doors.check(by, PROPOSE, recommendation)
    if recommendation.state != RecommendationState.PROPOSED:
        raise NotNow("It is with a group now. Propose another, and close this one with the reason.")
    return history.change(
        recommendation,
        by=by,
        seen=seen,
        verb="rewrote a recommendation",
        text=text,
        because=because,
        expected_change=expected_change,
        level=level,
    )


@transaction.atomic
def route(recommendation: Recommendation, *, by: Person, seen: int, group: Group) -> Recommendation:
    """Give a recommendation to a working group; the days on which to look at its effect are set."""
    doors.check(by, ROUTE, recommendation)
    recommendation.group, recommendation.routed_on = group, clock.today()
    recommendation.save(update_fields=["group", "routed_on"])
    history.move(
        recommendation,
        to=RecommendationState.ROUTED,
        by=by,
        seen=seen,
        said=f"Recommendation {recommendation.reference} went to {group.name}.",
    )
    for months in pack_of(recommendation.case).recommendations.look_again_months:
        Look.objects.create(recommendation=recommendation, due=add_months(clock.today(), months))
    emails.routed(recommendation, by=by)
    keep_in_step(recommendation, by=by)
    return recommendation


@transaction.atomic
def respond(
    recommendation: Recommendation, *, by: Person, seen: int, response: Response, reason: str = ""
) -> Recommendation:
    """Say whether the group accepts it; anything but a plain yes needs the reason."""
    doors.check(by, RESPOND, recommendation)
    if response != Response.ACCEPTED and not reason.strip():
        raise NotNow("Say why, so that the group that asked can think again.")
    return history.change(
        recommendation,
        by=by,
        seen=seen,
        verb="answered a recommendation",
        response=response,
        response_reason=reason,
    )
