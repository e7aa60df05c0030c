"""One case, from an agency's referral to the action that it led to, as everybody in it meets it."""

from tests.journeys.people import Visitors
from tests.journeys.plymouth.deciding import the_group_decides
from tests.journeys.plymouth.following import an_action_makes_a_difference
from tests.journeys.plymouth.meeting_up import findings_are_settled, people_meet
from tests.journeys.plymouth.preparing import (
    agencies_prepare_their_returns,
    the_coordinator_opens_the_review,
)
from tests.journeys.plymouth.publishing import (
    a_reader_follows_its_theme,
    anyone_reads_it,
    the_page_is_released,
)
from tests.journeys.plymouth.referring import a_manager_refers


def test_a_case_from_referral_to_closed_action(visitors: Visitors) -> None:
    reference = a_manager_refers(visitors)
    the_group_decides(visitors, reference)
    the_coordinator_opens_the_review(visitors, reference)
    agencies_prepare_their_returns(visitors, reference)
    people_meet(visitors, reference)
    findings_are_settled(visitors, reference)
    page = the_page_is_released(visitors, reference)
    anyone_reads_it(visitors, reference, page)
    an_action_makes_a_difference(visitors, reference)
    a_reader_follows_its_theme(visitors, reference, page)
