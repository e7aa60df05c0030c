"""Coordinators of the partnership bring in, and nobody else; each sees their own partnership's."""

import pytest

from heed.arrivals import operations, queries
from heed.arrivals.states import Holds
from heed.arrivals.tests.factories import TRACKER, bring_in, file_of, rehearse, tracked
from heed.partnership import operations as partnership
from heed.partnership.states import PartKind
from heed.refusals import NotAllowed
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
PEOPLE = [["Name", "Work email", "Part"], ["Ade Obi", "ade@new.example", "Scrutineer"]]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    house, other = two_partnerships
    things = [
        house.partnership, other.partnership,
        bring_in(house, Holds.PEOPLE, PEOPLE), rehearse(other, Holds.PEOPLE, PEOPLE),
    ]  # fmt: skip
    assert_shapes_agree("arrivals", things, [*house.people, *other.people])


def test_only_a_coordinator_does_any_of_it(two_partnerships: Houses) -> None:
    house, other = two_partnerships
    arrival = rehearse(house, Holds.PEOPLE, PEOPLE)
    for one in (house.administrator, house.chair, house.manager, other.coordinator):
        with pytest.raises(NotAllowed):
            operations.take_in(
                house.partnership, by=one, holds=Holds.PEOPLE, file=file_of(b"Name,Email\na,b")
            )
        with pytest.raises(NotAllowed):
            operations.match_columns(arrival, by=one, seen=2, mapping={}, completes=False)
        with pytest.raises(NotAllowed):
            operations.start(arrival, by=one, seen=2, with_looks=True)
        with pytest.raises(NotAllowed):
            operations.bring_in_some(arrival, by=one)
        with pytest.raises(NotAllowed):
            operations.invite_people(arrival, by=one)
        with pytest.raises(NotAllowed):
            operations.let_go(arrival, by=one, seen=2)


def test_a_report_shows_no_row_of_a_case_that_its_reader_may_not_know_of(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    second = partnership.add_person(
        house.partnership, by=None, email="second@unit.example", name="Second"
    )
    partnership.give_part(house.partnership, by=None, person=second, kind=PartKind.COORDINATOR)
    from datetime import date

    rows = [tracked(number, "Scoping", began=date(2026, 1, 12), agencies="") for number in range(3)]
    arrival = bring_in(house, Holds.REVIEWS, [TRACKER, *rows])
    first, next_, _ = (one.case for one in arrival.rows.all())
    assert first is not None
    assert next_ is not None
    partnership.restrict(first, by=house.coordinator, keep=[])
    partnership.shut_out(next_, by=house.coordinator, person=second, reason="A relative")
    assert [one.number for one in queries.rows(second, arrival)] == [4]
    assert "LR 2026/000" not in str(queries.report(arrival, queries.rows(second, arrival)).rows)
