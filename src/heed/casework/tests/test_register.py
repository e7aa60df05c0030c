"""The register of open cases: who sees which, and what it costs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.meetings.tests.factories import make_case
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Stage
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def test_every_open_case_and_none_that_is_closed_to_the_reader(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    plain, restricted = make_case(here), make_case(here)
    ended, elsewhere = make_case(here, stage=Stage.NOT_TAKEN), make_case(there)
    partnership.restrict(restricted, by=here.coordinator, keep=[here.chair])
    at = f"/{here.partnership.slug}/register/"
    shown = signed_in(Client(), here.member).get(at).content.decode()
    assert plain.reference in shown
    assert "Nothing yet" in shown
    for one in (restricted, ended, elsewhere):
        assert one.reference not in shown
    assert restricted.reference in signed_in(Client(), here.chair).get(at).content.decode()
    assert plain.reference not in signed_in(Client(), here.manager).get(at).content.decode()
    assert signed_in(Client(), there.chair).get(at).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_it_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    for _ in range(rows):
        make_case(house)
    client = signed_in(Client(), house.member)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/register/")
    assert len(made) == 9, "\n".join(made)
