"""Learning for tests, remembered through the operations."""

from typing import Any

from heed.memory import operations
from heed.memory.models import Entry
from heed.partnership import operations as partnership
from heed.partnership.models import Case
from heed.partnership.states import Stage
from tests.houses import House

TEXT = "The health visitor saw a second coat in the hall and did not ask whose it was."


def make_entry(key: str, **values: Any) -> Entry:
    """A public page about nothing in particular, but for what is said otherwise."""
    said = {"kind": "briefing", "audience": "public", "title": "A coat in the hall", "text": TEXT}
    return operations.remember(key, **{**said, **values})


def make_case(house: House, **values: Any) -> Case:
    """A case under way."""
    return partnership.open_case(
        house.partnership, by=house.coordinator, stage=Stage.FINDINGS, **values
    )
