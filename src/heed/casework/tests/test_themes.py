"""Themes over the years: what the group sees, what it does not, and what the page costs."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from heed.memory import operations as memory
from heed.memory.tests.factories import make_case
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
THEMES = ("information-sharing", "neglect", "fathers-male-carers", "professional-curiosity")


def remember(case: Case, number: int, **said: Any) -> None:
    memory.remember(
        f"{case.reference}/{number}",
        **{
            "kind": "finding",
            "audience": "case",
            "case": case,
            "title": f"Learnt {number}",
            "text": "Calls were made.",
            "polarity": "learning",
            "date": date(2024, 5, 1),
            "themes": ["information-sharing"],
            **said,
        },
    )


@pytest.fixture
def known(two_partnerships: Houses) -> Case:
    case = make_case(two_partnerships[0])
    remember(case, 1)
    remember(case, 2, polarity="strength", date=date(2025, 5, 1))
    remember(case, 3, date=date(2026, 2, 1))
    remember(
        case,
        4,
        kind="recommendation",
        effect="no_difference",
        closed_on=date(2025, 9, 9),
        date=date(2024, 9, 9),
        polarity="",
    )
    return case


def test_learning_strengths_what_was_asked_and_what_came_back(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here = two_partnerships[0]
    shown = signed_in(Client(), here.chair).get(f"/{here.partnership.slug}/themes/")
    said = " ".join(shown.content.decode().split())
    assert "1 learning" in said
    assert "1 strength<" in said
    assert "1: Acted on; no difference was seen" in said
    assert "has been met once since a recommendation on it was closed on 9 September 2025" in said
    assert 'role="img"' in said


def test_nothing_of_a_case_that_the_reader_may_not_know_of_is_counted(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    partnership.restrict(known, by=here.coordinator, keep=[])
    at = f"/{here.partnership.slug}/themes/"
    for person in (here.chair, here.manager):
        assert (
            "Nothing has been settled yet" in signed_in(Client(), person).get(at).content.decode()
        )
    assert "1 learning" in signed_in(Client(), here.coordinator).get(at).content.decode()
    assert signed_in(Client(), there.chair).get(at).status_code == 404


@pytest.mark.parametrize("many", [1, 30])
def test_it_costs_the_same_however_much_is_known(
    two_partnerships: Houses, known: Case, signed_in: SignIn, statements: Any, many: int
) -> None:
    here = two_partnerships[0]
    for number in range(many):
        remember(known, 100 + number, themes=[THEMES[number % 4]])
    client = signed_in(Client(), here.chair)
    with statements() as made:
        client.get(f"/{here.partnership.slug}/themes/")
    assert len(made) == 14, "\n".join(made)
