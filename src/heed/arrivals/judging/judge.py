"""What every row is asked, and what is known of the partnership while it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from heed import clock
from heed.arrivals import cells
from heed.arrivals.cells import NotUnderstood, blank, shown
from heed.arrivals.columns import Column, closest, columns, plain, words
from heed.arrivals.states import Holds, Verdict
from heed.partnership import queries as partnerships
from heed.partnership.models import Agency, Partnership, Person
from heed.pathways.shapes.groups import SECTORS


@dataclass(frozen=True)
class Said:
    """One sentence about one cell. ``stops``: the row cannot be taken as it is. ``noted``: it is
    sure, and only said.
    """

    column: str
    sentence: str
    stops: bool = False
    here: bool = False
    noted: bool = False

    def kept(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {"column": self.column, "sentence": self.sentence, "stops": self.stops}


@dataclass
class Judged:
    """A row as it was understood. ``values`` is what comes in, by our fields' keys."""

    values: dict[str, Any] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        """What the rehearsal says of it."""
        if any(one.stops for one in self.said):
            return Verdict.CANNOT
        if any(one.here for one in self.said):
            return Verdict.HERE
        sure = all(one.noted for one in self.said)
        return Verdict.UNDERSTOOD if sure else Verdict.LOOK


class Judge:
    """Judges rows of one kind, one after the other, against what the partnership holds now.

    Rows are judged again when they come in, so that what came in meanwhile counts.
    """

    holds: ClassVar[Holds]

    def __init__(
        self, house: Partnership, *, by: Person | None, mapping: Mapping[str, int], completes: bool
    ) -> None:
        self.house, self.by = house, by
        self.mapping, self.completes = mapping, completes
        self.today = clock.today()

    def judge(self, row: Sequence[str]) -> Judged:
        """What one row means."""
        judged = Judged()
        written: dict[str, str] = {}
        for column in columns(self.holds):
            place = self.mapping.get(column.key)
            text = row[place].strip() if place is not None and place < len(row) else ""
            if blank(text):
                if column.needed:
                    self.stop(judged, column.key, "There is nothing here, and it is needed.")
                continue
            if len(text) > column.limit and column.shape in ("text", "mail"):
                self.stop(judged, column.key, f"This is longer than {column.limit} characters.")
                continue
            written[column.key] = text
            try:
                judged.values[column.key] = self.cell(column, text)
            except NotUnderstood as fault:
                self.stop(judged, column.key, str(fault))
        self.weigh(judged, written)
        return judged

    def cell(self, column: Column, text: str) -> Any:
        """A cell by its shape. Raises NotUnderstood with a sentence."""
        match column.shape:
            case "day":
                return cells.day(text, today=self.today)
            case "yes_no":
                return cells.yes_no(text)
            case "mail":
                return cells.mail(text)
            case "many":
                return cells.many(text)
            case _:
                return text

    def weigh(self, judged: Judged, written: Mapping[str, str]) -> None:
        """What the cells mean together; each kind of row says it."""
        raise NotImplementedError

    def label(self, key: str) -> str:
        """A field's name."""
        return next(one.label for one in columns(self.holds) if one.key == key)

    def stop(self, judged: Judged, key: str, sentence: str) -> None:
        """Say why the row cannot be taken."""
        judged.values.pop(key, None)
        judged.said.append(Said(self.label(key), sentence, stops=True))

    def look(self, judged: Judged, key: str, sentence: str) -> None:
        """Say what somebody should look at; the row can come in all the same."""
        judged.said.append(Said(self.label(key), sentence))

    def note(self, judged: Judged, key: str, sentence: str) -> None:
        """Say what a cell was taken for, where that is sure."""
        judged.said.append(Said(self.label(key), sentence, noted=True))

    def here(self, judged: Judged, key: str, sentence: str) -> None:
        """Say that what the row tells of is here already."""
        judged.said.append(Said(self.label(key), sentence, here=True))

    def not_past(self, judged: Judged, key: str, day: date | None) -> bool:
        """Whether a day that should be past is still to come; it is said."""
        if day is None or day <= self.today:
            return False
        self.stop(judged, key, "This day has not come yet.")
        return True

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        """The partnership's agencies by plain name."""
        return {plain(one.name): one for one in partnerships.agencies(self.house)}

    @cached_property
    def roster(self) -> list[Person]:
        """The people who play a part in the partnership."""
        return list(partnerships.roster(self.by, self.house)) if self.by else []

    @cached_property
    def by_email(self) -> dict[str, Person]:
        """The same by work email."""
        return {one.email.casefold(): one for one in self.roster}

    def agency(self, judged: Judged, key: str, name: str, *, loosely: bool = True) -> Agency | None:
        """The agency that is meant. A near spelling is said; so is, ``loosely``, a short name.

        A short name (“Police”) is taken only where no other agency could be meant.
        """
        found = closest(name, {one: one for one in self.agencies})
        agency = self.agencies[found[0]] if found else None
        if agency is None and loosely:
            asked = set(plain(name).split())
            holds = [one for called, one in self.agencies.items() if asked <= set(called.split())]
            sector = words("sector").get(plain(name))
            holds = holds or [one for one in self.agencies.values() if one.sector == sector]
            agency = holds[0] if len(holds) == 1 and asked else None
        if agency is not None and not (found and found[1]):
            self.look(judged, key, f"“{shown(name)}” is taken for {agency.name}.")
        return agency


def sector_of(text: str, known: Mapping[str, str]) -> tuple[str, bool] | None:
    """The sector that is meant, by its id, and whether it was spelt just so."""
    return closest(text, {**{plain(one): one for one in SECTORS}, **known}, cutoff=85)
