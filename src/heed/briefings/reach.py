"""For whom a page is, and which ages it speaks of. Plain Python.

Ages are bands, never a child's age: they say enough to find a page by and too little to be known
by. Readers are told by their work, those who work with adults and unborn babies among them.
"""

from collections.abc import Iterable
from enum import StrEnum

from heed.partnership.ages import ADULT, BANDS, UNBORN


class Reach(StrEnum):
    """By what a page can be found besides its themes and its words."""

    AGE = "age"
    ROLE = "role"


def _id(words: str) -> str:
    return words.removesuffix(" years").removesuffix(" year").replace(" to ", "-").replace(" ", "-")


_BANDS = {_id(words): words for _, words in BANDS}

AGES: dict[str, str] = {
    UNBORN: "Before birth",
    **{one: words[0].upper() + words[1:] for one, words in _BANDS.items()},
    ADULT: "18 and over",
}

ROLES: dict[str, str] = {
    "schools": "Schools, nurseries and colleges",
    "health": "Doctors, nurses and health visitors",
    "maternity": "Midwives and others who work before birth",
    "social-care": "Children’s social care and early help",
    "police": "Police",
    "justice": "Youth justice and probation",
    "mental-health": "Mental health services",
    "adults": "Services for adults",
    "housing": "Housing",
    "community": "Charities, faith groups and clubs",
    "leaders": "Managers and leaders",
}

CHOICES: dict[Reach, dict[str, str]] = {Reach.AGE: AGES, Reach.ROLE: ROLES}
"""By kind: what a page keeps, and what people read."""


def known(kind: Reach, values: Iterable[str]) -> list[str]:
    """Those of the values that there are, each once, in the order in which they are offered."""
    chosen = set(values)
    return [one for one in CHOICES[kind] if one in chosen]


def band_of(values: Iterable[str]) -> str:
    """The one band a page speaks of, as a case holds it; "" where it names none or several."""
    bands = [_BANDS.get(one, one) for one in known(Reach.AGE, values)]
    return bands[0] if len(bands) == 1 else ""


def label(kind: Reach, value: str) -> str:
    """What people read for a value; one that is no longer offered answers itself."""
    return CHOICES[kind].get(value, value)
