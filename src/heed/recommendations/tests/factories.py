"""Recommendations for tests, made through the operations."""

from datetime import timedelta

from heed import clock
from heed.partnership import operations as partnership
from heed.partnership.states import Stage
from heed.recommendations import operations
from heed.recommendations.models import Action, Recommendation
from heed.reviews.tests.factories import make_scoped
from tests.houses import House


def make_proposed(house: House) -> Recommendation:
    """A recommendation of a review whose page has been released."""
    review = make_scoped(house)
    partnership.set_stage(review.case, by=house.coordinator, stage=Stage.RECOMMENDATIONS)
    return operations.propose(
        review.case,
        by=house.coordinator,
        text="Count missed and cancelled visits together",
        because="a cancelled visit reset the count and hid a pattern.",
    )


def make_routed(house: House) -> Recommendation:
    """The same, with its working group."""
    one = make_proposed(house)
    return operations.route(one, by=house.coordinator, seen=one.version, group=house.working_group)


def make_action(house: House, one: Recommendation | None = None) -> Action:
    """An action that the owner carries."""
    return operations.plan_action(
        one or make_routed(house),
        by=house.coordinator,
        what="Change the visit template",
        due=clock.today() + timedelta(days=60),
        owner=house.owner,
    )
