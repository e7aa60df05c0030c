"""Reads packs from their folders, lays each over its base, and says plainly what is wrong."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as Folder
from typing import Any

from pydantic import ValidationError

from heed.pathways.agreement import bent_deadlines, disagreements
from heed.pathways.lines import Path, line_map
from heed.pathways.merging import MergeProblem, has_ids, merge
from heed.pathways.sentences import sentence_for
from heed.pathways.shapes import Pack

PACKS = Folder(__file__).parent / "packs"
LONGEST = 200_000
"""Characters of a partnership's own layer."""
MOST_STOPS = 100
"""Full stops of one line: a key in so many parts would take all memory to read."""
TOO_DEEP = "brackets or keys stand too deep in one another here"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a pack: where it is, and a sentence on how to put it right."""

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, {self.key or 'the whole file'}: {self.sentence}"


class PackError(Exception):
    """A pack cannot be used. `problems` says why, each with file, line, key and a sentence."""

    def __init__(self, pack: str, problems: Iterable[Problem]) -> None:
        self.pack = pack
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


Place = tuple[str, int]


@dataclass
class _Text:
    """What a folder says, and where it says it (by path, with ids for positions)."""

    data: dict[str, Any]
    places: dict[Path, Place]


def names() -> tuple[str, ...]:
    """The packs that come with Heed, by name."""
    return tuple(
        sorted(folder.name for folder in PACKS.iterdir() if (folder / "pack.toml").exists())
    )


@lru_cache(maxsize=32)
def load(name: str) -> Pack:
    """A pack that comes with Heed, laid over its base. Raises PackError."""
    if name not in names():
        known = ", ".join(names())
        raise PackError(
            name,
            [Problem(f"{name}/pack.toml", 1, "", f'there is no pack "{name}"; there are {known}')],
        )
    return load_folder(PACKS / name)


def load_folder(folder: Folder | str) -> Pack:
    """A pack read from a folder of TOML files, laid over its base. Raises PackError."""
    folder = Folder(folder)
    own = _read(folder)
    text = _over_base(folder.name, own)
    if own.data.get("id") not in (None, folder.name):
        raise PackError(
            folder.name,
            [_problem(own, ("id",), f'the id has to be the folder\'s name, "{folder.name}"')],
        )
    return _agreed(folder.name, _shaped(folder.name, text), text)


def load_text(content: str, *, label: str = "text") -> Pack:
    """A partnership's own layer, written as one TOML text, laid over its base. Raises PackError.

    ``label`` is what problems call the text. It has to have a base: law's deadlines stand there.
    """
    own = _Text({}, {(): (label, 1)})
    if len(content) > LONGEST:
        raise PackError(
            label,
            [Problem(label, 1, "", f"this is longer than {LONGEST:,} characters; shorten it")],
        )
    for number, line in enumerate(content.split("\n"), start=1):
        if line.count(".") > MOST_STOPS:
            raise PackError(label, [Problem(label, number, "", TOO_DEEP)])
    try:
        _take_in(own, label, label, content)
        if not own.data.get("base"):
            raise PackError(
                label, [_problem(own, ("base",), 'this is missing; write base = "england"')]
            )
        text = _over_base(label, own)
        return _agreed(label, _shaped(label, text), text)
    except RecursionError:
        raise PackError(label, [Problem(label, 1, "", TOO_DEEP)]) from None


def _over_base(name: str, own: _Text) -> _Text:
    base_name = own.data.get("base", "")
    if not base_name:
        _refuse_merge_words(name, own)
        return own
    if not isinstance(base_name, str) or base_name not in names() or name == base_name:
        raise PackError(
            name, [_problem(own, ("base",), f"there is no pack {base_name!r} to lay this over")]
        )
    base = _read(PACKS / base_name)
    if base.data.get("base"):
        raise PackError(
            name, [_problem(own, ("base",), f'"{base_name}" is itself laid over another pack')]
        )
    return _lay_over(name, base, own)


def from_data(data: Mapping[str, Any]) -> Pack:
    """A pack from its merged data, as it is stored. Raises PackError, all lines being 1.

    It agreed with itself when it was stored. A rule that came later must not make it unreadable.
    """
    return _shaped(str(data.get("id", "pack")), _Text(dict(data), {(): ("stored", 1)}))


def _read(folder: Folder) -> _Text:
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise PackError(
            folder.name, [Problem(str(folder), 1, "", "there are no .toml files in this folder")]
        )
    text = _Text({}, {(): (f"{folder.name}/{files[0].name}", 1)})
    for file in files:
        label = f"{folder.name}/{file.name}"
        _take_in(text, folder.name, label, file.read_text(encoding="utf-8"))
    return text


def _take_in(text: _Text, pack: str, label: str, content: str) -> None:
    data = _parsed(pack, label, content)
    lines = line_map(content)
    for key, value in data.items():
        if key in text.data:
            other, line = text.places[(key,)]
            sentence = f"this is also in {other}, line {line}; keep it in one file"
            raise PackError(pack, [Problem(label, lines.get((key,), 1), key, sentence)])
        text.data[key] = value
    for path, line in lines.items():
        if path:
            text.places[_by_id(data, path)] = (label, line)


def _parsed(pack: str, label: str, content: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content)
    except RecursionError:
        raise PackError(pack, [Problem(label, 1, "", TOO_DEEP)]) from None
    except ValueError as wrong:
        found = re.search(r"^(.*?)\s*\(at line (\d+)", str(wrong))
        line = int(found[2]) if found else len(content.splitlines())
        what = (found[1] if found else str(wrong)).rstrip(".").lower()
        key = _key_at(content, line)
        raise PackError(
            pack, [Problem(label, line, key, f"this is not written as TOML wants it: {what}")]
        ) from wrong


def _key_at(content: str, line: int) -> str:
    before = [(at, path) for path, at in line_map(content).items() if at <= line and path]
    return _spoken(max(before, key=lambda pair: (pair[0], len(pair[1])))[1]) if before else ""


def _lay_over(pack: str, base: _Text, own: _Text) -> _Text:
    try:
        data = merge(base.data, own.data)
    except MergeProblem as wrong:
        raise PackError(pack, [_problem(own, wrong.path, wrong.sentence)]) from wrong
    _leave_out_gone(base, own, data)
    return _Text(data, {**base.places, **own.places})


def _leave_out_gone(base: _Text, own: _Text, data: dict[str, Any]) -> None:
    """A group that a pack takes away leaves the base's lists of groups to hand to as well."""
    groups = [one for one in data.get("groups", []) if isinstance(one, dict)]
    gone = {one["id"] for one in base.data.get("groups", [])} - {one.get("id") for one in groups}
    if not gone:
        return
    data["groups"] = [
        {**one, "hands_to": [other for other in one["hands_to"] if other not in gone]}
        if "hands_to" in one and ("groups", one.get("id"), "hands_to") not in own.places
        else one
        for one in groups
    ]


def _refuse_merge_words(pack: str, own: _Text) -> None:
    for path in own.places:
        if len(path) > 2 and path[-1] in ("remove", "after"):
            raise PackError(
                pack,
                [_problem(own, path, f'"{path[-1]}" only makes sense in a pack that has a base')],
            )


def _shaped(pack: str, text: _Text) -> Pack:
    try:
        shaped = Pack.model_validate(text.data)
    except ValidationError as wrong:
        problems = [
            _problem(text, _by_id(text.data, tuple(error["loc"])), sentence_for(error))
            for error in wrong.errors(include_url=False)
        ]
        raise PackError(pack, problems) from wrong
    return shaped


def _agreed(name: str, pack: Pack, text: _Text) -> Pack:
    told = [*disagreements(pack)]
    if pack.base:
        told += bent_deadlines(pack, load(pack.base))
    if told:
        raise PackError(name, [_problem(text, path, sentence) for path, sentence in told])
    return pack


def _by_id(data: Any, path: Path) -> Path:
    """The same path with an entry's id in the place of its position, where it has one."""
    named: list[str | int] = []
    for step in path:
        inner: Any = None
        spoken: str | int = step
        if isinstance(step, int) and isinstance(data, list | tuple) and step < len(data):
            inner = data[step]
            if has_ids(list(data)):
                spoken = inner["id"]
        elif isinstance(data, dict):
            inner = data.get(step)
        named.append(spoken)
        data = inner
    return tuple(named)


def _problem(text: _Text, path: Path, sentence: str) -> Problem:
    known = path
    while known and known not in text.places:
        known = known[:-1]
    file, line = text.places[known]
    return Problem(file, line, _spoken(path), sentence)


def _spoken(path: Path) -> str:
    return " › ".join(str(step + 1) if isinstance(step, int) else step for step in path)
