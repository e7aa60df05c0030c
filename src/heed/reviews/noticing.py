"""A gentle word about what was written: names that may be real, words that judge. Never a block."""

from collections.abc import Iterable
from dataclasses import dataclass

from heed import wording
from heed.partnership.models import Case, RegisteredName
from heed.pathways import queries as pathways
from heed.wording import House, Register, Registered

MOST = 6


@dataclass(frozen=True)
class Noticed:
    """Some words of a text, why they are worth a second look, and what could stand there."""

    words: str
    why: str
    suggest: str
    identity: bool

    @property
    def said(self) -> str:
        """Why, and what could stand there, in whole sentences."""
        ends = (".", "?", "!", "…")
        return " ".join(
            one if one.endswith(ends) else f"{one}." for one in (self.why, self.suggest) if one
        )


def register_of(case: Case) -> Register:
    """The names of a case's identity register, as the wording check takes them."""
    lines: Iterable[RegisteredName] = case.register.filter(kind__in=["name", "other name"])
    return Register(tuple(Registered(names=(one.text,), relation=one.whose) for one in lines))


def house_of(case: Case) -> House:
    """The partnership's house style, and its own public words, of which nothing is said."""
    return pathways.house_of(case, case.known_as)


def noticed(text: str, *, register: Register, house: House) -> list[Noticed]:
    """What is worth a second look in a text, identity first, each word once."""
    if not text.strip():
        return []
    reading = wording.read(text, register=register, house=house)
    found: dict[str, Noticed] = {}
    for identity, hits in ((True, reading.identity), (False, reading.language)):
        for hit in hits:
            found.setdefault(hit.text.casefold(), Noticed(hit.text, hit.why, hit.suggest, identity))
    whole = [one for one in found if not any(one != other and one in other for other in found)]
    return [found[one] for one in whole][:MOST]
