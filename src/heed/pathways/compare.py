"""What differs between two ways of working, in sentences."""

from collections.abc import Iterator
from typing import Any

from heed.pathways.merging import has_ids
from heed.pathways.shapes import Pack

OWN_NAMES = ("id", "name", "base")
"""What two packs never share, so that it is no difference worth telling."""


def compare(one: Pack, other: Pack) -> list[str]:
    """Every difference between two packs, in the order of the reference; empty when alike."""
    first, second = one.model_dump(mode="json"), other.model_dump(mode="json")
    names = (one.id, other.id) if one.id != other.id else ("the first", "the second")
    found: list[str] = []
    for key in first:
        if key not in OWN_NAMES:
            found += _between(first[key], second[key], (key,), names)
    return found


def _between(one: Any, other: Any, path: tuple[str, ...], names: tuple[str, str]) -> Iterator[str]:
    if one == other:
        return
    where = " › ".join(path)
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from _between(one.get(key), other.get(key), (*path, key), names)
    elif _listed(one) and _listed(other):
        yield from _by_id(one, other, path, names)
    elif isinstance(one, list) and isinstance(other, list):
        yield from _lines(one, other, where, names)
    else:
        yield f"{where}: {_said(one)} in {names[0]}, {_said(other)} in {names[1]}."


def _listed(value: Any) -> bool:
    return value == [] or has_ids(value)


def _by_id(
    one: list[Any], other: list[Any], path: tuple[str, ...], names: tuple[str, str]
) -> Iterator[str]:
    where = " › ".join(path)
    first = {entry["id"]: entry for entry in one}
    second = {entry["id"]: entry for entry in other}
    for key, entry in first.items():
        if key in second:
            yield from _between(entry, second[key], (*path, key), names)
        else:
            yield f"{where}: {_called(entry)} is in {names[0]}, not in {names[1]}."
    for key, entry in second.items():
        if key not in first:
            yield f"{where}: {_called(entry)} is in {names[1]}, not in {names[0]}."
    shared = [key for key in first if key in second]
    if shared != [key for key in second if key in first]:
        yield f"{where}: what both have comes in another order in {names[1]}."


def _lines(one: list[Any], other: list[Any], where: str, names: tuple[str, str]) -> Iterator[str]:
    if sorted(map(str, one)) == sorted(map(str, other)):
        yield f"{where}: the same, in another order in {names[1]}."
        return
    for this, that, has, lacks in ((one, other, *names), (other, one, names[1], names[0])):
        for line in this:
            if line not in that:
                yield f"{where}: {_said(line)} is in {has}, not in {lacks}."


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
