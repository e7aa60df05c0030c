"""Returns for tests, made through the operations."""

from heed.returns import operations, queries
from heed.returns.models import AgencyReturn
from heed.reviews.models import Review
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

CANARY = "Zephyrine said the kettle was always warm"


def make_asked(house: House, review: Review | None = None) -> AgencyReturn:
    """The first agency's return, asked for."""
    review = review or make_scoped(house)
    operations.ask_for_returns(review, by=house.coordinator)
    return queries.agency_return(
        house.manager,
        house.partnership.slug,
        review.reference,
        AgencyReturn.objects.get(case=review.case, agency=house.agency).pk,
    )


def make_begun(house: House, review: Review | None = None) -> AgencyReturn:
    """The same, with something written in every section."""
    given = make_asked(house, review)
    for section in queries.sections_of(given):
        values = {q.id: CANARY for q in section.questions if q.kind in ("long", "line")}
        operations.answer(given, by=house.manager, section=section.id, values=values, seen={})
    return given


def make_prepared(house: House, review: Review | None = None) -> AgencyReturn:
    """The same, ready to bring."""
    given = make_begun(house, review)
    return operations.mark_prepared(given, by=house.manager, seen=given.version)
