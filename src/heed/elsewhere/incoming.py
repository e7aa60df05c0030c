"""One record on its way in: which it is, whose it is, and how it is told apart from others."""

import hashlib
from dataclasses import dataclass, field
from datetime import date as day

from heed.elsewhere.states import Whose
from heed.partnership.models import Partnership

LONGEST_TEXT = 1_000_000
#: What stands in a record in place of a name.
NOBODY = {"anonymous", "anonymised", "unnamed", "unknown"}
NATIONAL = ("national", "panel", "government", "nspcc", "ofsted", "department for")


@dataclass(frozen=True)
class Incoming:
    """A record as it was understood. ``id`` is its number or name where it comes from.

    ``withdrawn``: where it was published it has been taken down.
    """

    title: str
    text: str = ""
    id: str = ""
    by_whom: str = ""
    keywords: tuple[str, ...] = field(default=())
    link: str = ""
    year: int | None = None
    date: day | None = None
    withdrawn: bool = False

    @property
    def key(self) -> str:
        """By which it is known: its id, else its link, else its title and year."""
        if self.id:
            return _short(f"id:{self.id}")
        if self.link:
            return _short(f"link:{self.link}")
        return _short(f"title:{plain_title(self.title)}:{self.year or ''}")

    @property
    def digest(self) -> str:
        """What it says, as one short text: the same for the same."""
        parts = (
            self.title,
            self.text,
            self.by_whom,
            "\x1e".join(self.keywords),
            self.link,
            str(self.year or ""),
            str(self.date or ""),
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    def whose(self, house: Partnership) -> Whose:
        """Whose learning it is: ours where it bears our name, national where it says so."""
        name = " ".join(self.by_whom.casefold().split())
        if name in {house.name.casefold(), house.short_name.casefold(), house.slug}:
            return Whose.OURS
        if not name or any(word in name for word in NATIONAL):
            return Whose.NATIONAL
        return Whose.ANOTHER


def plain_title(title: str) -> str:
    """A title without capitals and marks, to be compared."""
    letters = "".join(letter if letter.isalnum() else " " for letter in title.casefold())
    return " ".join(letters.split())


def _short(key: str) -> str:
    if len(key) <= 200:
        return key
    return f"{key[:120]}#{hashlib.sha256(key.encode()).hexdigest()}"[:200]
