"""What a Word copy said beside the questions: kept with the answers, under a key of its own."""

from dataclasses import dataclass
from typing import Any

from heed.referrals.models import Referral

COPY = "word_copy"
"""The key, which is no question of any way of working."""


@dataclass(frozen=True)
class Beside:
    """Something written that answers no question: what stood by it, and the row it stood in."""

    label: str
    text: str
    under: str = ""


@dataclass(frozen=True)
class Brought:
    """What came with a copy. ``left`` waits for a place, ``notes`` stay as they are; ``told`` says
    what was read in another way than it was written. ``version`` is 0 where no copy came."""

    left: tuple[Beside, ...] = ()
    notes: tuple[Beside, ...] = ()
    told: tuple[str, ...] = ()
    version: int = 0

    @property
    def all(self) -> tuple[Beside, ...]:
        """Everything that stands beside the questions, settled or not: nothing is dropped."""
        return (*self.left, *self.notes)

    def as_kept(self) -> dict[str, Any]:
        """As it is stored."""
        return {
            "left": [[one.label, one.text, one.under] for one in self.left],
            "notes": [[one.label, one.text, one.under] for one in self.notes],
            "told": list(self.told),
        }


def brought(referral: Referral) -> Brought:
    """What came with the referral's Word copy."""
    given = next((one for one in referral.answers.all() if one.question == COPY), None)
    if given is None:
        return Brought()
    kept = given.value
    return Brought(
        tuple(Beside(*one) for one in kept["left"]),
        tuple(Beside(*one) for one in kept["notes"]),
        tuple(kept["told"]),
        given.version,
    )
