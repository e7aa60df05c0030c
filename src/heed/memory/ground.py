"""What a search stands on: the index's answer, who may find what, and to what it is narrowed."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from heed.memory import postings
from heed.memory.access import Reader
from heed.memory.asked import Question
from heed.memory.postings import NOWHERE, Occurrences, facet
from heed.partnership.models import Partnership


@dataclass(frozen=True)
class Filters:
    """What a search is narrowed to; an empty field narrows nothing. ``kinds``: to any of these."""

    theme: str = ""
    kind: str = ""
    age_band: str = ""
    agency: str = ""
    route: str = ""
    polarity: str = ""
    year: int | None = None
    partnership: Partnership | None = None
    kinds: tuple[str, ...] = ()

    def terms(self) -> list[str]:
        """The filters as terms of the index."""
        named = {
            "theme": self.theme,
            "kind": self.kind,
            "age_band": self.age_band,
            "agency": self.agency,
            "route": self.route,
            "polarity": self.polarity,
            "year": self.year,
            "partnership_id": self.partnership.pk if self.partnership else None,
        }
        return [facet(name, value) for name, value in named.items() if value not in ("", None)]


@dataclass
class Ground:
    """The terms found, and by entry id who is allowed: the audiences of the reader, narrowed.

    ``found`` holds what stands in the reader's own audiences (``within``) and nothing else, so that
    how rare a word is, how long entries are and which spellings there are tell nobody of a text
    that they may not read. ``allowed`` is the rule of ``access``, narrowed by the filters; what is
    shown in the end is read through ``Reader.entries`` once more.
    """

    reader: Reader
    found: dict[str, Occurrences]
    allowed: np.ndarray
    within: np.ndarray | None = None

    def look_up(self, terms: Iterable[str]) -> None:
        """Finds further terms."""
        self.found |= _within(postings.look_up(terms), self.within)


def stand(reader: Reader, question: Question, filters: Filters) -> Ground:
    """Looks up all that a question, its filters and its reader's audiences need: one statement."""
    narrowed = filters.terms()
    kinds = [facet("kind", kind) for kind in filters.kinds]
    others = [postings.OF_OTHERS] if filters.partnership else []
    found = postings.look_up(
        [*question.terms, *narrowed, *kinds, *others, *reader.scopes(), postings.LENGTH]
    )
    lengths = found.get(postings.LENGTH, NOWHERE).ids
    allowed = np.zeros(int(lengths[-1]) + 1 if len(lengths) else 1, bool)
    for scope in reader.scopes():
        allowed[found.get(scope, NOWHERE).ids] = True
    for one, findable in reader.of_cases():
        if one < len(allowed):
            allowed[one] = findable
    within = None
    if not allowed[lengths].all():
        within = allowed.copy()
        found = _within(found, within)
        lengths = found.get(postings.LENGTH, NOWHERE).ids
        allowed = allowed[: int(lengths[-1]) + 1 if len(lengths) else 1]
    for either in [*([term] for term in narrowed), *([kinds] if kinds else [])]:
        among = np.zeros(len(allowed), bool)
        for term in either:
            among[found.get(term, NOWHERE).ids] = True
        allowed = allowed & among
    for term in others:
        allowed[found.get(term, NOWHERE).ids] = False
    return Ground(reader, found, allowed, within)


def _within(found: dict[str, Occurrences], within: np.ndarray | None) -> dict[str, Occurrences]:
    """What was found, less what stands outside an audience; all of it where there is no outside."""
    if within is None:
        return found
    kept = {}
    for term, where in found.items():
        inside = within[where.ids]
        if inside.any():
            kept[term] = Occurrences(where.ids[inside], where.weights[inside])
    return kept
