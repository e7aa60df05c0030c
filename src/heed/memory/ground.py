"""What a search stands on: the index's answer, who may find what, and to what it is narrowed."""

from dataclasses import dataclass

import numpy as np

from heed.memory import postings
from heed.memory.access import Reader
from heed.memory.asked import Question
from heed.memory.models import Audience
from heed.memory.postings import NOWHERE, Occurrences, facet
from heed.partnership.models import Partnership


@dataclass(frozen=True)
class Filters:
    """What a search is narrowed to; an empty field narrows nothing."""

    theme: str = ""
    kind: str = ""
    age_band: str = ""
    agency: str = ""
    route: str = ""
    polarity: str = ""
    year: int | None = None
    partnership: Partnership | None = None

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

    ``allowed`` is the wider net; what comes of it is put to ``Reader.entries`` before it is shown.
    """

    reader: Reader
    found: dict[str, Occurrences]
    allowed: np.ndarray


def stand(reader: Reader, question: Question, filters: Filters) -> Ground:
    """Looks up all that a question, its filters and its reader's audiences need: one statement."""
    narrowed = filters.terms()
    found = postings.look_up([*question.terms, *narrowed, *reader.scopes(), postings.LENGTH])
    lengths = found.get(postings.LENGTH, NOWHERE)
    allowed = np.zeros(int(lengths.ids[-1]) + 1 if len(lengths.ids) else 1, bool)
    for scope in reader.scopes():
        allowed[found.get(scope, NOWHERE).ids] = True
    if reader.person is not None:
        own = (
            reader.entries().filter(audience=Audience.CASE).order_by().values_list("pk", flat=True)
        )
        ids = np.fromiter(own, np.int64)
        allowed[ids[ids < len(allowed)]] = True
    for term in narrowed:
        among = np.zeros(len(allowed), bool)
        among[found.get(term, NOWHERE).ids] = True
        allowed &= among
    return Ground(reader, found, allowed)
