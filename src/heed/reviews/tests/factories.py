"""Reviews for tests, made through the operations."""

from datetime import timedelta

from heed import clock
from heed.partnership import operations as partnership
from heed.partnership.states import About, Stage
from heed.referrals.tests.factories import make_sent
from heed.reviews import operations
from heed.reviews.models import Review
from tests.houses import House


def make_opened(house: House, *, about: About = About.CHILD) -> Review:
    """A review that has just been opened, as after the group's decision."""
    referral = make_sent(house, about=about.value)
    partnership.set_stage(
        referral.case, by=house.chair, stage=Stage.SCOPE, waiting_on="", route="lfer"
    )
    return operations.open_review(
        referral.case, by=house.coordinator, facilitator=house.facilitator
    )


def make_scoped(house: House, *, about: About = About.CHILD) -> Review:
    """A review with an agreed scope: two agencies, the first with its manager."""
    review = make_opened(house, about=about)
    by = house.coordinator
    if about != About.NOBODY:
        subject = review.case.concerns.get()
        operations.know_as(review, by=by, names={subject.pk: ("Wren", "girl, 4 to 6 years")})
    operations.set_focus(
        review,
        by=by,
        seen=review.version,
        focus_from=clock.today() - timedelta(days=365),
        focus_to=clock.today(),
        lines=["What was daily life like?"],
    )
    operations.plan_family(review, by=by, seen=review.version, ways=["conversation"])
    operations.ask_in(review, by=by, agency=house.agency, contact=house.manager)
    operations.ask_in(
        review,
        by=by,
        agency=house.other_agency,
        contact_name="A head of year",
        contact_email="head@school.example",
    )
    return operations.agree_scope(review, by=by, seen=review.version)
