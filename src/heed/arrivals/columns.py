"""Our fields, and which column of somebody's spreadsheet each is likely to be."""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from heed.arrivals.states import Holds

#: How near a spelling must be, of 100, to be taken for one of ours.
NEAR = 88
#: The column that we add to the rows that did not come in.
PUT_RIGHT = "What to put right"


@dataclass(frozen=True)
class Column:
    """One field that a spreadsheet can fill. ``also`` holds the other names of its column."""

    key: str
    label: str
    shape: str = "text"
    needed: bool = False
    limit: int = 200
    explain: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """Every name of it, plainly written."""
        return [plain(one) for one in (self.label, *self.also)]


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))


@cache
def columns(holds: Holds) -> tuple[Column, ...]:
    """The fields of what a spreadsheet holds, in the order of the page."""
    return tuple(
        Column(**{**one, "also": tuple(one.get("also", ()))}) for one in _told()[str(holds)]
    )


@cache
def words(which: str) -> dict[str, str]:
    """What people write for a part, a stage, a route or a sector, and what we know it as."""
    told: dict[str, list[str]] = _told()["words"][which]
    return {plain(one): key for key, names in told.items() for one in (*names, key)}


def plain(text: str) -> str:
    """A name without capitals, marks and doubled spaces, to be compared."""
    text = text.casefold().replace("’", "").replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def key_of(head: Sequence[str]) -> str:
    """Sums up the names of a file's columns, so that the next file like it is known.

    Rows that were put right come back with our own last column, which does not count.
    """
    named = [one for one in map(plain, head) if one != plain(PUT_RIGHT)]
    while named and not named[-1]:
        named.pop()
    return hashlib.sha256("\x1f".join(named).encode()).hexdigest()


def guess(holds: Holds, head: Sequence[str]) -> dict[str, int]:
    """Which column each field is likely to be; first by name, then by near spelling."""
    named = [plain(one) for one in head]
    found: dict[str, int] = {}
    for column in columns(holds):
        for name in column.names:
            place = next((n for n, one in enumerate(named) if one == name), None)
            if place is not None and place not in found.values():
                found[column.key] = place
                break
    for column in columns(holds):
        if column.key in found:
            continue
        free = {n: one for n, one in enumerate(named) if one and n not in found.values()}
        near = [
            (score, place)
            for name in column.names
            for _, score, place in process.extract(
                name, free, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=1
            )
        ]
        if near:
            found[column.key] = max(near)[1]
    return found


def closest(written: str, known: Mapping[str, str], *, cutoff: int = 90) -> tuple[str, bool] | None:
    """The value of ``known`` (by plain name) that is meant, and whether it is spelt just so."""
    asked = plain(written)
    if asked in known:
        return known[asked], True
    best = process.extractOne(
        asked, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=cutoff
    )
    return (known[best[0]], False) if best else None
