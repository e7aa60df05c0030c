"""Who may read a review: both shapes, two partnerships, restricted and shut out."""

from heed.partnership import operations as partnership
from heed.reviews.tests.factories import make_opened, make_scoped
from tests.doors import assert_shapes_agree
from tests.houses import House


def test_both_shapes_agree(two_partnerships: tuple[House, House]) -> None:
    things = []
    for house in two_partnerships:
        restricted, shut = make_opened(house), make_scoped(house)
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.chair])
        partnership.shut_out(
            shut.case, by=house.coordinator, person=house.facilitator, reason="Kin."
        )
        things += [restricted, shut, make_opened(house)]
    assert_shapes_agree("reviews", things, [p for h in two_partnerships for p in h.people])
