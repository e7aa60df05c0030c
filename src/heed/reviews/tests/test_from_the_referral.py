"""What the referral said, offered where the review is scoped."""

from collections.abc import Callable

from django.test import Client

from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import make_item, make_meeting
from heed.partnership.models import Person
from heed.partnership.operations import set_stage
from heed.partnership.states import Stage
from heed.referrals import operations as referrals
from heed.referrals.tests.factories import make_sent
from heed.referrals.tests.test_later import say
from heed.reviews import operations, queries
from heed.reviews.models import Review
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def scoped(house: House) -> Review:
    """A review that is opened, of a referral that named an agency and told the family's wishes."""
    sent = make_sent(house, agencies=[str(house.other_agency.pk)])
    set_stage(sent.case, by=house.coordinator, stage=Stage.SCOPE)
    referrals.tell_outcome(sent, by=house.coordinator, outcome="A review", reasons="It fits.")
    say(sent, house.manager, "agency", f"of-{house.other_agency.pk}",
        agency_name=house.other_agency.name, agency_contact="The team manager")  # fmt: skip
    say(sent, house.manager, "agency", "new-0123456789ab", agency_name="A riding school")
    say(sent, house.manager, "family", family_support="An interpreter, and an evening.")
    return operations.open_review(sent.case, by=house.coordinator)


def suggested(house: House, person: Person, review: Review) -> list[str]:
    """The names that a person is offered."""
    asked = {one.agency_id for one in review.agencies.all()}
    found = queries.suggested(person, review, [house.agency, house.other_agency], asked)
    return [one.name for one in found]


def test_agencies_that_the_referral_names_are_a_press_away(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    review = scoped(house)
    signed_in(client, house.coordinator)
    page = f"/{house.partnership.slug}/reviews/{review.reference}/scope/agencies/"
    told = client.get(page).content.decode()
    assert f"?agency={house.other_agency.pk}#add" in told
    assert "The team manager" in told
    assert "Not on our list of agencies" in told
    chosen = client.get(f"{page}?agency={house.other_agency.pk}").content.decode()
    assert f'value="{house.other_agency.pk}" selected' in chosen
    operations.ask_in(review, by=house.coordinator, agency=house.other_agency, contact_name="X")
    assert suggested(house, house.coordinator, review) == ["A riding school"]


def test_the_family_s_wishes_stand_beside_their_plan(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    review = scoped(house)
    signed_in(client, house.coordinator)
    page = f"/{house.partnership.slug}/reviews/{review.reference}/scope/family/"
    assert "An interpreter, and an evening." in client.get(page).content.decode()


def test_nobody_with_a_personal_interest_hears_what_the_referral_says(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    review = scoped(house)
    operations.name_facilitator(review, by=house.coordinator, facilitator=house.facilitator)
    assert suggested(house, house.facilitator, review)
    item = make_item(house, case=review.case, meeting=make_meeting(house))
    meetings.declare_interest(
        item, by=house.coordinator, person=house.facilitator, kind=InterestKind.PERSONAL
    )
    assert not suggested(house, house.facilitator, review)
    assert not queries.family_said(house.facilitator, review)
