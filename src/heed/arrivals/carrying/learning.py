"""Carries in what others learnt."""

from typing import Any

from heed.arrivals.carrying.outcome import Outcome
from heed.arrivals.states import Verdict
from heed.elsewhere import operations as elsewhere
from heed.partnership.models import Partnership, Person


def carry_learning(
    house: Partnership, *, by: Person, values: dict[str, Any], verdict: Verdict
) -> Outcome:
    """Add the report, renew it, or take it away where its publisher did."""
    return Outcome(elsewhere.bring_in(house, by=by, incoming=values["incoming"]).sentence)
