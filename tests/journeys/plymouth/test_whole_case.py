"""One case, from an agency's referral to the action that it led to, as everybody in it meets it."""

from tests.journeys.people import Visitors
from tests.journeys.plymouth.referring import a_manager_refers


def test_a_case_from_referral_to_closed_action(visitors: Visitors) -> None:
    a_manager_refers(visitors)
