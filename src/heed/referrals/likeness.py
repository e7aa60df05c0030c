"""Whether two people in identity registers may be one. Plain Python: names and dates in, words out.

It points out and never decides: a coordinator looks. Names are compared whatever their order,
capitals and accents; dates forgive one slip of the finger.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

#: Out of 100: from here a name is a near spelling of the other.
NEAR = 84


@dataclass(frozen=True)
class Known:
    """Somebody in a register: every name they are known by, and a date of birth where known."""

    names: tuple[str, ...]
    born_on: date | None


def plain(name: str) -> str:
    """A name without capitals, accents and marks, its parts in the order of the alphabet."""
    apart = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("'", ""))
    bare = "".join(one for one in apart if not unicodedata.combining(one))
    return " ".join(sorted(re.findall(r"\w+", bare)))


def slip(one: date, other: date) -> bool:
    """Whether the dates differ by one slip: a digit, two digits changed over, day for month."""
    if (one.year, one.day, one.month) == (other.year, other.month, other.day):
        return True
    return DamerauLevenshtein.distance(f"{one:%Y%m%d}", f"{other:%Y%m%d}") == 1


def alike(one: Known, other: Known) -> str:
    """Why the two may be one person, in words that name nobody; empty when nothing says so."""
    pairs = [(plain(a), plain(b)) for a in one.names for b in other.names]
    pairs = [(a, b) for a, b in pairs if a and b]
    same = any(a == b for a, b in pairs)
    near = same or any(fuzz.ratio(a, b) >= NEAR for a, b in pairs)
    shares = any(set(a.split()) & set(b.split()) for a, b in pairs)
    if one.born_on is None or other.born_on is None:
        if near:
            return f"{_name(same)}; a date of birth is not known"
        return ""
    if one.born_on == other.born_on:
        if near or shares:
            name = _name(same) if near else "Part of the name is the same"
            return f"{name}, and the same date of birth"
        return ""
    if near and slip(one.born_on, other.born_on):
        return f"{_name(same)}, and a date of birth that is one slip away"
    return "The same name, with another date of birth" if same else ""


def _name(same: bool) -> str:
    return "The same name" if same else "A near spelling of the name"
