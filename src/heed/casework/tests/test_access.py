"""Who may open the desk and the whole case: both shapes, two partnerships, restricted, shut out."""

from heed.partnership import operations as partnership
from heed.reviews.tests.factories import make_scoped
from tests.doors import assert_shapes_agree
from tests.houses import House


def test_both_shapes_agree(two_partnerships: tuple[House, House]) -> None:
    things = []
    for house in two_partnerships:
        restricted, shut = make_scoped(house).case, make_scoped(house).case
        partnership.restrict(restricted, by=house.coordinator, keep=[house.chair])
        partnership.shut_out(shut, by=house.coordinator, person=house.chair, reason="Kin.")
        things += [restricted, shut, make_scoped(house).case, house.partnership]
    assert_shapes_agree("casework", things, [p for h in two_partnerships for p in h.people])
