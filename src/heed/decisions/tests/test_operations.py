"""What changes a decision."""

from heed.decisions.tests.factories import make_decided
from tests.houses import House

Houses = tuple[House, House]


def test_x(two_partnerships: Houses) -> None:
    d = make_decided(two_partnerships[0])
    d.case.refresh_from_db()
    assert d.editions.get().record["route"]
