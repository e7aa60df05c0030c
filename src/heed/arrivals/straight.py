"""What others learnt, brought in without pages: by the command, and from feeds that are allowed.

Each row stands by itself, in a transaction of its own, and the same row again changes nothing: an
import that was stopped is run again and goes on where it was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from heed import clock
from heed.arrivals.columns import guess
from heed.arrivals.judging.learning import LearningJudge
from heed.arrivals.sheet import Sheet, read
from heed.arrivals.states import Holds
from heed.elsewhere import fetching, operations, queries
from heed.elsewhere.fetching import NotFetched
from heed.elsewhere.reading import documents
from heed.papers.checking import MOST, Unfit
from heed.partnership.models import Partnership
from heed.refusals import NotNow

RECORDS, FEED, FOLDER = "nspcc", "feed", "folder"
ENDINGS = {
    RECORDS: (".csv", ".xlsx", ".json"),
    FEED: (".json", ".xml", ".atom"),
    FOLDER: (".pdf", ".docx", ".docm", ".doc", ".zip"),
}
Told = Callable[[int, int], None]


@dataclass
class Tally:
    """What became of the rows. ``not_taken`` holds (where, sentence)."""

    became: dict[str, int] = field(default_factory=dict)
    not_taken: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many there were."""
        return sum(self.became.values()) + len(self.not_taken)

    @property
    def sentence(self) -> str:
        """All of it in a sentence."""
        found = [f"{count:,} {what}" for what, count in sorted(self.became.items())]
        return f"{self.rows:,} read: {', '.join([*found, f'{len(self.not_taken):,} not taken'])}."


def bring_files(
    house: Partnership, path: Path, *, kind: str, ours: bool = False, told: Told | None = None
) -> Tally:
    """Bring in a file, or every file of a folder; ``kind`` is RECORDS, FEED or FOLDER.

    ``ours``: what names nobody is our own older document.
    """
    tally = Tally()
    files = _files(path, kind)
    for number, one in enumerate(files, start=1):
        try:
            if one.stat().st_size > MOST:
                raise Unfit("It is larger than 10 MB. Part it in two.")
            sheet = _sheet(one, kind)
        except (Unfit, OSError) as fault:
            tally.not_taken.append((one.name, str(fault)))
        else:
            bring_sheet(house, sheet, tally, origin=one.name, ours=ours, where=f"{one.name}, ")
        if told:
            told(number, len(files))
    return tally


def bring_sheet(
    house: Partnership, sheet: Sheet, tally: Tally, *, origin: str, ours: bool, where: str = ""
) -> None:
    """Bring in the rows of one file, its columns matched by their names."""
    judge = LearningJudge(house, by=None, mapping=guess(Holds.LEARNING, sheet.head), completes=ours)
    for number, cells in sheet.rows:
        judged = judge.judge(cells)
        stops = [f"{one.column}: {one.sentence}" for one in judged.said if one.stops]
        if stops:
            tally.not_taken.append((f"{where}row {number}", " ".join(stops)))
            continue
        try:
            brought = operations.bring_in(
                house, by=None, incoming=judged.values["incoming"], origin=origin
            )
        except NotNow as refused:
            tally.not_taken.append((f"{where}row {number}", refused.sentence))
        else:
            tally.became[brought.what] = tally.became.get(brought.what, 0) + 1


def fetch_feeds(setting: str, *, only_due: bool = True) -> Iterator[str]:
    """Fetch the feeds that the setting allows, and say of each what came of it."""
    try:
        feeds = fetching.allowed(setting)
    except ValueError as fault:
        yield str(fault)
        return
    houses = {one.slug: one for one in Partnership.objects.all()}
    for slug, address in feeds:
        if slug not in houses:
            yield f"{address}: there is no partnership “{slug}”."
            continue
        source = queries.source(houses[slug], address)
        if only_due and not fetching.due(source):
            continue
        tally = Tally()
        try:
            came = fetching.fetch(source, feeds=feeds)
            if came.content:
                sheet = read(came.name, came.content, Holds.LEARNING)
                bring_sheet(houses[slug], sheet, tally, origin=address, ours=False)
            went = tally.sentence if came.content else "It is as it was."
            source.etag, source.fetched_at = came.etag, clock.now()
        except (NotFetched, Unfit) as fault:
            went = str(fault)
        source.went, source.tried_at = went[:300], clock.now()
        source.save()
        if tally.rows or not only_due or "not" in went:
            yield f"{address}: {went}"
            yield from (f"  {where}: {why}" for where, why in tally.not_taken)


def _files(path: Path, kind: str) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        one for one in path.rglob("*") if one.is_file() and one.suffix.lower() in ENDINGS[kind]
    )


def _sheet(path: Path, kind: str) -> Sheet:
    if kind == FOLDER and path.suffix.lower() != ".zip":
        told = documents.of_files([(path.name, path.read_bytes())])
        return Sheet(told.head, told.rows)
    return read(path.name, path.read_bytes(), Holds.LEARNING)
