"""What differs between two ways of working, in sentences and as rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from heed.pathways.merging import has_ids
from heed.pathways.shapes import Pack

OWN_NAMES = ("id", "name", "base")
"""What two packs never share, so that it is no difference worth telling."""
NOT_THERE = "Not there"


@dataclass(frozen=True)
class Difference:
    """One difference: where, what the first says and what the other says, and the sentence."""

    path: tuple[str, ...]
    first: str
    other: str
    sentence: str

    @property
    def where(self) -> str:
        """The place as people read it."""
        return " › ".join(self.path).replace("_", " ").capitalize()


def compare(one: Pack, other: Pack) -> list[str]:
    """Every difference between two packs, in the order of the reference; empty when alike."""
    return [each.sentence for each in differences(one, other)]


def differences(one: Pack, other: Pack) -> list[Difference]:
    """The same, each with what both say."""
    first, second = one.model_dump(mode="json"), other.model_dump(mode="json")
    names = (one.id, other.id) if one.id != other.id else ("the first", "the second")
    found: list[Difference] = []
    for key in first:
        if key not in OWN_NAMES:
            found += _between(first[key], second[key], (key,), names)
    return found


def _between(
    one: Any, other: Any, path: tuple[str, ...], names: tuple[str, str]
) -> Iterator[Difference]:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from _between(one.get(key), other.get(key), (*path, key), names)
    elif _listed(one) and _listed(other):
        yield from _by_id(one, other, path, names)
    elif isinstance(one, list) and isinstance(other, list):
        yield from _lines(one, other, path, names)
    else:
        said = f"{_said(one)} in {names[0]}, {_said(other)} in {names[1]}."
        yield _difference(path, _said(one), _said(other), said)


def _difference(path: tuple[str, ...], first: str, other: str, said: str) -> Difference:
    return Difference(path, first, other, f"{' › '.join(path)}: {said}")


def _only(path: tuple[str, ...], what: str, names: tuple[str, str], *, first: bool) -> Difference:
    has, lacks = names if first else names[::-1]
    said = f"{what} is in {has}, not in {lacks}."
    return _difference(path, what if first else NOT_THERE, NOT_THERE if first else what, said)


def _listed(value: Any) -> bool:
    return value == [] or has_ids(value)


def _by_id(
    one: list[Any], other: list[Any], path: tuple[str, ...], names: tuple[str, str]
) -> Iterator[Difference]:
    first = {entry["id"]: entry for entry in one}
    second = {entry["id"]: entry for entry in other}
    for key, entry in first.items():
        if key in second:
            yield from _between(entry, second[key], (*path, key), names)
        else:
            yield _only(path, _called(entry), names, first=True)
    for key, entry in second.items():
        if key not in first:
            yield _only(path, _called(entry), names, first=False)
    shared = [key for key in first if key in second]
    then = [key for key in second if key in first]
    if shared != then:
        said = f"what both have comes in another order in {names[1]}."
        yield _difference(path, ", ".join(shared), ", ".join(then), said)


def _lines(
    one: list[Any], other: list[Any], path: tuple[str, ...], names: tuple[str, str]
) -> Iterator[Difference]:
    if sorted(map(str, one)) == sorted(map(str, other)):
        said = f"the same, in another order in {names[1]}."
        yield _difference(path, _said(one), _said(other), said)
        return
    for this, that, first in ((one, other, True), (other, one, False)):
        for line in this:
            if line not in that:
                yield _only(path, _said(line), names, first=first)


def _called(entry: dict[str, Any]) -> str:
    for key in ("name", "label", "title", "heading", "text", "question"):
        if entry.get(key):
            return f"{entry['id']} ({_said(entry[key])})"
    return str(entry["id"])


def _said(value: Any) -> str:
    if value is None or value in ("", []):
        return "nothing"
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_said(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_said(inner) for inner in value)
    return str(value)
