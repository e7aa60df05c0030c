"""The wording check over one page: what could identify somebody, what blames, and where it stands.

Every public word is read in one piece (title, focus, audience, sections, in the page's order), so
that facts in two sections are weighed together; each hit is then given back to its section.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from heed import wording
from heed.design.dates import day
from heed.partnership.models import RegisteredName
from heed.wording import Hit, House, Page, Register, Registered

_JOINT = "\n\n"
_CONTEXT = 60
_QUOTED = re.compile(r"[\"“]([^\"”]{1,80})[\"”]")
_NAMES = ("name", "other name")


@dataclass(frozen=True)
class SeenHit:
    """A hit where it stands: ``part`` is title, focus, audience or a section's id.

    ``start`` and ``end`` count within that part's text. ``before`` and ``after`` are what stands
    beside it. ``kept`` is the reason for keeping the words, empty while there is none.
    """

    hit: Hit
    part: str
    start: int
    end: int
    before: str
    after: str
    kept: str = ""

    @property
    def mark(self) -> str:
        """By which the hit is known until its sentence, or what stands beside it, changes."""
        return self.hit.mark

    @property
    def settled(self) -> bool:
        """Whether somebody gave a reason for keeping the words."""
        return bool(self.kept)

    @property
    def instead(self) -> str:
        """Words that can be put in its place with one press; empty where advice is all there is."""
        found = _QUOTED.search(self.hit.suggest)
        return found.group(1) if found else ""


@dataclass(frozen=True)
class PageReading:
    """What was found in a page. Nothing is released unless it is complete and settled."""

    identity: tuple[SeenHit, ...]
    language: tuple[SeenHit, ...]
    could_not_run: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every detector ran."""
        return not self.could_not_run

    @property
    def unsettled(self) -> tuple[SeenHit, ...]:
        """Hits that could identify somebody and were neither put right nor given a reason."""
        return tuple(one for one in self.identity if not one.settled)

    def marked(self, mark: str) -> SeenHit | None:
        """The hit with this mark, or none: its sentence has changed."""
        return next((one for one in (*self.identity, *self.language) if one.mark == mark), None)


def nested(hits: Sequence[SeenHit]) -> list[tuple[SeenHit, list[SeenHit]]]:
    """Each hit that stands in no other of these, with those that lie inside it.

    An address holds a postcode and a town: putting the whole of it right settles all three, so a
    page shows them as one; each still wants a reason of its own where the words are kept.
    """
    rows: list[tuple[SeenHit, list[SeenHit]]] = []
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if rows and hit.end <= rows[-1][0].end and hit.hit.text in rows[-1][0].hit.text:
            rows[-1][1].append(hit)
        else:
            rows.append((hit, []))
    return rows


def read_page(
    parts: Sequence[tuple[str, str]],
    *,
    register: Register,
    house: House,
    page_set: Sequence[Page] = (),
    kept: Mapping[str, str] | None = None,
) -> PageReading:
    """Reads the parts (id, text) of a page together. ``kept`` gives reasons by mark."""
    text, starts, at = "", {}, 0
    for part, words in parts:
        starts[part] = (at, at + len(words))
        text += words + _JOINT
        at = len(text)
    reading = wording.read(text, register=register, page_set=page_set, house=house)
    reasons = kept or {}

    def placed(hits: Iterable[Hit]) -> tuple[SeenHit, ...]:
        return tuple(_placed(hit, text, starts, reasons.get(hit.mark, "")) for hit in hits)

    missing = reading.could_not_run or (() if reading.complete else ("wording",))
    return PageReading(placed(reading.identity), placed(reading.language), tuple(missing))


def register_of(lines: Iterable[RegisteredName]) -> Register:
    """The case's identity register as the wording check takes it: one person for each relation."""
    people: dict[tuple[int | None, str, int], list[RegisteredName]] = {}
    for line in lines:
        # Names without somebody whom the case concerns are people of their own.
        own = 0 if line.concerns_id else line.pk
        people.setdefault((line.concerns_id, line.whose, own), []).append(line)
    return Register(tuple(_person(rows) for rows in people.values()))


def put_instead(text: str, hit: SeenHit) -> str:
    """The part's text with the suggestion in place of the hit, capital letter and all."""
    instead = hit.instead
    begins = hit.start == 0 or text[: hit.start].rstrip()[-1:] in ("", ".", "?", "!", "\n")
    if begins and instead:
        instead = instead[0].upper() + instead[1:]
    return text[: hit.start] + instead + text[hit.end :]


def _person(rows: Sequence[RegisteredName]) -> Registered:
    other: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.kind not in _NAMES:
            sort = row.kind.replace(" ", "-")
            other[sort] = (*other.get(sort, ()), row.text)
        if row.born_on:
            born = (day(row.born_on), f"{row.born_on:%d/%m/%Y}", f"{row.born_on:%d.%m.%y}")
            other["date-of-birth"] = (*other.get("date-of-birth", ()), *born)
    names = tuple(row.text for row in rows if row.kind in _NAMES)
    return Registered(names=names, relation=rows[0].whose, other=other)


def _placed(hit: Hit, text: str, starts: Mapping[str, tuple[int, int]], reason: str) -> SeenHit:
    part = next((name for name, (low, high) in starts.items() if low <= hit.start <= high), "")
    low, high = starts.get(part, (0, len(text)))
    end = min(hit.end, high)
    before, after = text[low : hit.start], text[end:high]
    return SeenHit(
        hit=hit,
        part=part,
        start=hit.start - low,
        end=end - low,
        before=_last_line(before),
        after=_first_words(after.split("\n", 1)[0]),
        kept=reason,
    )


def _first_words(line: str) -> str:
    return line if len(line) <= _CONTEXT else line[:_CONTEXT].rsplit(" ", 1)[0] + "…"


def _last_line(text: str) -> str:
    line = text.rsplit("\n", 1)[-1]
    return line if len(line) <= _CONTEXT else "…" + line[-_CONTEXT:].split(" ", 1)[-1]
