"""Whose turn it is, without a database."""

import pytest

from heed.casework.next import RULES, next_of
from heed.partnership.models import Case, Group, Part
from heed.partnership.standing import Standing
from heed.partnership.states import PartKind, Stage


def standing_of(kind: PartKind, **scope: object) -> Standing:
    return Standing([Part(kind=kind, partnership_id=1, **scope)], frozenset())


COORDINATOR = standing_of(PartKind.COORDINATOR)
CHAIR = standing_of(PartKind.CHAIR, group=Group(pk=7, kind="review"))
FACILITATOR = standing_of(PartKind.FACILITATOR, case_id=5)


@pytest.mark.parametrize(
    ("stage", "waiting_on", "whose", "heading"),
    [
        (Stage.REFERRAL, "The coordinator, to triage", COORDINATOR, "Triage this referral"),
        (Stage.REFERRAL, "The referrer, to say more", COORDINATOR, None),
        (Stage.DECISION, "The CSCR subgroup, 3 December", CHAIR, "Decide what this case calls for"),
        (Stage.DECISION, "The CSCR subgroup, 3 December", COORDINATOR, None),
        (Stage.RETURNS, "2 agencies", FACILITATOR, None),
        (Stage.EVENT, "The learning event", FACILITATOR, "Hold the learning event"),
        (Stage.EVENT, "Paused", FACILITATOR, None),
        (Stage.REPORT, "The facilitator, to write the page", CHAIR, None),
        (Stage.REPORT, "The CSCR subgroup", CHAIR, "Sign off the one page"),
    ],
)
def test_the_next_step_is_one_persons(
    stage: Stage, waiting_on: str, whose: Standing, heading: str | None
) -> None:
    case = Case(pk=5, partnership_id=1, stage=stage, waiting_on=waiting_on)
    step = next_of(case, whose)
    assert (step.heading if step else None) == heading


def test_another_partnership_s_coordinator_has_no_turn() -> None:
    case = Case(
        pk=5, partnership_id=2, stage=Stage.REFERRAL, waiting_on="The coordinator, to triage"
    )
    assert next_of(case, COORDINATOR) is None


def test_every_page_that_a_rule_names_exists() -> None:
    from django.urls import reverse

    for rule in RULES:
        assert reverse(
            rule.step.page, kwargs={"partnership": "a-place", "reference": "APL-26-7K4M"}
        )
