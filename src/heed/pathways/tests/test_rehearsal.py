"""An invented case walks through a way of working."""

from datetime import date
from typing import Any

import pytest

from heed.pathways import packs
from heed.pathways.rehearsal import rehearse, warnings
from heed.pathways.shapes import Pack

MONDAY = date(2026, 11, 23)
england = packs.load("england")


def changed(**values: Any) -> Pack:
    return england.model_copy(update=values)


@pytest.mark.parametrize("name", packs.names())
def test_every_pack_can_be_walked_through(name: str) -> None:
    walked = rehearse(packs.load(name), begins=MONDAY)
    for one in walked.asked:
        if one.kind in ("learning", "good_practice"):
            assert one.number <= 12
    for way in walked.routes:
        for due in way.dates:
            assert due.due >= due.starts >= MONDAY


def test_each_kind_meets_its_own_questions_in_order() -> None:
    walked = {one.kind: one for one in rehearse(england, begins=MONDAY).asked}
    good = [question.id for question in walked["good_practice"].questions]
    assert "difference" in good
    assert "harm" not in good
    assert good[0] == "asking_for"
    assert "harm" in [question.id for question in walked["statutory"].questions]
    assert not walked["learning"].representative
    plymouth = {one.kind: one for one in rehearse(packs.load("plymouth"), begins=MONDAY).asked}
    assert plymouth["learning"].representative
    assert not plymouth["statutory"].representative


def test_dates_follow_one_another_by_working_days() -> None:
    walked = rehearse(england, begins=MONDAY)
    triage = next(due for due in walked.always if due.clock.id == "triage")
    assert (triage.starts, triage.due) == (MONDAY, date(2026, 11, 30))
    ours = next(way for way in walked.routes if way.route.id == "lfer")
    days = {due.clock.id: due for due in ours.dates}
    assert days["scope"].starts == date(2027, 1, 4)
    assert days["returns"].starts == days["scope"].due
    assert days["publish"].due > days["event"].due


def test_letters_are_filled_in_and_hold_no_name() -> None:
    walked = rehearse(packs.load("plymouth"), begins=MONDAY, mailbox="unit@plym.example")
    told = "\n".join(f"{heading}\n{text}" for heading, text in walked.letters)
    assert "Asked for an audit template" in told
    assert "ABC-26-7K4M" in told
    assert "unit@plym.example" in told
    assert "{" not in told


def routes(**values: Any) -> Pack:
    return changed(routes=tuple(route.model_copy(update=values) for route in england.routes))


def test_no_route_offered_is_a_warning() -> None:
    assert any("No route is offered" in told for told in warnings(routes(offered=False)))


def test_criteria_that_nothing_weighs_are_a_warning() -> None:
    told = list(warnings(routes(criteria=())))
    assert any("is weighed on no route that is offered" in one for one in told)
    assert not any("weighed on no route" in one for one in warnings(england))


def test_a_group_that_can_never_decide_is_a_warning() -> None:
    review = england.review_group.model_copy(update={"sectors": ()})
    told = list(warnings(changed(groups=(review, *england.groups[1:]))))
    assert any("names no sector" in one for one in told)
    narrow = england.review_group.model_copy(update={"sectors": ("education",)})
    told = list(warnings(changed(groups=(narrow, *england.groups[1:]))))
    assert any("can never decide" in one and "Police" in one for one in told)


def test_more_than_twelve_questions_is_a_warning() -> None:
    ask = next(q for q in england.referral.asks[1:] if q.when is None)
    more = tuple(ask.model_copy(update={"id": f"more_{n}"}) for n in range(12))
    referral = england.referral.model_copy(update={"asks": (*england.referral.asks, *more)})
    assert any("12 is the most" in one for one in warnings(changed(referral=referral)))


def test_a_group_that_meets_too_seldom_for_its_clock_is_a_warning() -> None:
    review = england.review_group.model_copy(update={"meets_every_weeks": 13})
    told = list(warnings(changed(groups=(review, *england.groups[1:]))))
    assert any("meets every 13" in one for one in told)
