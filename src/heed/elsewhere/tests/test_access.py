"""Who reads what others learnt, and who keeps it."""

from heed.elsewhere.tests.factories import make_offered, make_report
from tests.doors import assert_shapes_agree
from tests.houses import House


def test_both_shapes_agree(two_partnerships: tuple[House, House]) -> None:
    here, there = two_partnerships
    things = [make_report(here), make_offered(there), here.partnership, there.partnership]
    assert_shapes_agree("elsewhere", things, [*here.people, *there.people])
