"""Carrying a row in, through the operations that people use; nobody is written to."""

from collections.abc import Callable
from typing import Any

from heed.arrivals.carrying.contacts import carry_contact
from heed.arrivals.carrying.learning import carry_learning
from heed.arrivals.carrying.outcome import Outcome
from heed.arrivals.carrying.people import carry_person
from heed.arrivals.carrying.reviews import carry_review
from heed.arrivals.states import Holds

CARRY: dict[Holds, Callable[..., Any]] = {
    Holds.PEOPLE: carry_person,
    Holds.CONTACTS: carry_contact,
    Holds.REVIEWS: carry_review,
    Holds.LEARNING: carry_learning,
}

__all__ = ["CARRY", "Outcome"]
