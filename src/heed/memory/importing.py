"""Takes learning from a file, one JSON object a line, into memory: many thousands at a time.

Each line stands by itself: one that cannot be taken is reported with its number and the reason, and
the rest go on. Lines are taken in batches, each whole or not at all; run again, an import passes
over what it has already taken, so that it goes on where it was stopped.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date as day
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from django.db import transaction

from heed.memory import index, operations, postings, themes
from heed.memory.models import Audience, Entry, EntryTheme, Kind
from heed.memory.processes import Crew
from heed.memory.reading import read_words
from heed.partnership.models import Partnership

AT_ONCE = 2_048
LONGEST_TEXT = 1_000_000
MOST_TOLD = 1_000


class NotTaken(ValueError):
    """This line cannot be taken; the message says why."""


@dataclass
class Report:
    """What became of a file's lines. ``refused`` and ``remarks`` hold (line number, sentence).

    ``nobodys``: lines for a partnership's people that belong to none of this machine's.
    """

    read: int = 0
    added: int = 0
    renewed: int = 0
    unchanged: int = 0
    nobodys: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class _Line:
    number: int
    values: dict[str, Any]
    theme_ids: list[str]
    remarks: list[str]


@dataclass(frozen=True)
class _Houses:
    """The partnerships of this machine, and whose a line is that names none of them."""

    named: Mapping[str, Partnership]
    host: Partnership | None

    def whose(self, named: Any, audience: str) -> tuple[Partnership | None, bool]:
        """Whose a line is, and whether it names that one (or there is no other to name)."""
        if not isinstance(named, str):
            raise NotTaken("its “partnership” is not a name.")
        ours = self.named.get(named.strip().lower())
        if ours is None and audience == Audience.PARTNERSHIP:
            return self.host, False
        return ours, ours is not None


def take(
    path: Path,
    *,
    told: Callable[[int, int], None] | None = None,
    size_of_batch: int = AT_ONCE,
    host: Partnership | None = None,
) -> Report:
    """Takes a file of lines; ``told`` hears of progress, in bytes read of the file's bytes.

    A line for a partnership's people that names no partnership of this machine is found by the
    people of ``host``: without it, of the only partnership that there is.
    """
    report = Report()
    size = path.stat().st_size
    partnerships = _partnerships(host)
    index.ready()
    with path.open("rb") as file, Crew(many=size > 2_000_000) as crew:
        waiting: tuple[list[_Line], Future[list[Any]]] | None = None
        for lines in _batches(file, size_of_batch, report, partnerships):
            new = _not_yet_known(lines, report)
            counted = crew.submit(
                read_words, [(one.values["title"], one.values["text"]) for one in new]
            )
            if waiting:
                _keep(*waiting, report)
            waiting = new, counted
            if told:
                told(file.tell(), size)
        if waiting:
            _keep(*waiting, report)
    return report


def _batches(
    file: BinaryIO, size: int, report: Report, partnerships: _Houses
) -> Iterator[list[_Line]]:
    numbered = enumerate(iter(file.readline, b""), start=1)
    while some := list(islice(numbered, size)):
        lines: dict[str, _Line] = {}
        for number, raw in some:
            if not raw.strip():
                continue
            report.read += 1
            try:
                line = _read(number, raw, partnerships)
            except NotTaken as refusal:
                _tell(report.refused, number, str(refusal))
            else:
                ours = line.values["partnership"]
                if ours is None and line.values["audience"] == Audience.PARTNERSHIP:
                    report.nobodys += 1
                for remark in line.remarks:
                    _tell(report.remarks, number, remark)
                lines[line.values["source_key"]] = line
        yield list(lines.values())


def _tell(told: list[tuple[int, str]], number: int, sentence: str) -> None:
    if len(told) < MOST_TOLD:
        told.append((number, sentence))
    elif len(told) == MOST_TOLD:
        told.append((number, "and further lines after it."))


def _read(number: int, raw: bytes, partnerships: _Houses) -> _Line:
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotTaken("it is not UTF-8 text.") from None
    except ValueError:
        raise NotTaken("it is not JSON.") from None
    if not isinstance(row, dict):
        raise NotTaken("it is not a JSON object.")
    remarks: list[str] = []
    text = _text(row, "text", LONGEST_TEXT)
    title = _text(row, "title", 10_000)
    if len(title) > 300:
        remarks.append("its title is longer than 300 characters; the rest was left off.")
    audience = row.get("audience") or Audience.PARTNERSHIP
    if audience not in (Audience.PUBLIC, Audience.PARTNERSHIP):
        raise NotTaken(f"its audience “{audience}” is neither “public” nor “partnership”.")
    named = row.get("partnership") or ""
    ours, its_own = partnerships.whose(named, audience)
    values = {
        "source_key": f"import/{_id(row)}"[:200],
        "external_id": _id(row),
        "title": title[:300],
        "text": text,
        "kind": _kind(row, other=bool(named.strip()) and not its_own),
        "audience": Audience(audience),
        "partnership": ours,
        "partnership_name": "" if its_own else named.strip()[:120],
        "date": _date(row),
        "url": _url(row, remarks),
    }
    return _Line(number, values, _themes(row, remarks), remarks)


def _id(row: Mapping[str, Any]) -> str:
    value = row.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise NotTaken("it has no “id”.")
    if len(str(value)) > 190:
        raise NotTaken("its “id” is longer than 190 characters.")
    return str(value).strip()


def _text(row: Mapping[str, Any], name: str, longest: int) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise NotTaken(f"it has no “{name}”.")
    if len(value) > longest:
        raise NotTaken(f"its “{name}” is longer than {longest:,} characters.")
    return value.replace("\x00", "").strip()


def _kind(row: Mapping[str, Any], *, other: bool) -> Kind:
    if row.get("kind") is None:
        return Kind.OTHER_PARTNERSHIP if other else Kind.NATIONAL
    try:
        return Kind(row["kind"])
    except ValueError:
        known = ", ".join(Kind.values)
        raise NotTaken(f"its kind “{row['kind']}” is not one of: {known}.") from None


def _date(row: Mapping[str, Any]) -> day | None:
    value = row.get("date")
    if value in (None, ""):
        return None
    try:
        return day.fromisoformat(str(value)[:10])
    except ValueError:
        raise NotTaken(f"its date “{value}” is not written like 2026-04-03.") from None


def _url(row: Mapping[str, Any], remarks: list[str]) -> str:
    value = row.get("url") or ""
    if isinstance(value, str) and len(value) <= 500:
        if not value or value.startswith(("https://", "http://")):
            return value
        remarks.append("its address begins with neither https:// nor http://; taken without it.")
    else:
        remarks.append("its address is not one of at most 500 characters; taken without it.")
    return ""


def _themes(row: Mapping[str, Any], remarks: list[str]) -> list[str]:
    named = row.get("themes") or []
    if isinstance(named, str):
        named = [named]
    if not isinstance(named, list):
        raise NotTaken("its “themes” is not a list.")
    known = []
    for name in named:
        theme = themes.recognise(str(name))
        if theme is None:
            remarks.append(f"its theme “{name}” is not known; taken without it.")
        else:
            known.append(theme.id)
    return list(dict.fromkeys(known))


def _partnerships(host: Partnership | None) -> _Houses:
    """Partnerships by slug and by name; under "" the only one there is, if there is one."""
    every = list(Partnership.objects.all())
    named = {key.lower(): one for one in every for key in (one.slug, one.name, one.short_name)}
    named.pop("", None)
    if len(every) == 1:
        named[""] = every[0]
        host = host or every[0]
    return _Houses(named, host)


def _not_yet_known(lines: list[_Line], report: Report) -> list[_Line]:
    """The lines to be added; those known already are renewed where they changed."""
    known = dict(
        Entry.objects.filter(
            source_key__in=[one.values["source_key"] for one in lines]
        ).values_list("source_key", "digest")
    )
    new = []
    for one in lines:
        key = one.values["source_key"]
        if key not in known:
            new.append(one)
        elif known[key] == operations.digest(one.values, one.theme_ids, []):
            report.unchanged += 1
        else:
            values = {name: value for name, value in one.values.items() if name != "source_key"}
            operations.remember(key, themes=one.theme_ids, **values)
            report.renewed += 1
    return new


@transaction.atomic
def _keep(lines: list[_Line], weighed: "Future[list[Any]]", report: Report) -> None:
    postings.hold()
    entries = Entry.objects.bulk_create(
        [
            Entry(**one.values, digest=operations.digest(one.values, one.theme_ids, []))
            for one in lines
        ],
        batch_size=500,
    )
    EntryTheme.objects.bulk_create(
        [
            EntryTheme(entry=entry, theme=theme)
            for entry, one in zip(entries, lines, strict=True)
            for theme in one.theme_ids
        ],
        batch_size=500,
    )
    postings.write(
        added={
            entry.pk: postings.entry_terms(entry, one.theme_ids, [], words)
            for entry, one, words in zip(entries, lines, weighed.result(), strict=True)
        }
    )
    report.added += len(entries)
