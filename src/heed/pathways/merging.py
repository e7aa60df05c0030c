"""How a pack is laid over its base. The rules are told in `docs/packs.md`.

- A table is merged key by key; a key that is not said keeps the base's value.
- A list whose entries have an `id` is merged by id. An entry with a known id changes only what it
  says; one with a new id is added. `remove = true` takes the entry away.
- The base's order stays. A new entry goes to the end, or behind the entry that `after = "id"`
  names; `after = "start"` puts it first. A known entry with `after` moves.
- Any other list is replaced whole; an empty list takes everything away.
"""

from typing import Any

from heed.pathways.lines import Path

START = "start"


class MergeProblem(Exception):
    """A pack asks for something of its base that cannot be done."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence


def merge(base: Any, over: Any, path: Path = ()) -> Any:
    """The value that `over` makes of `base`. Neither is changed.

    The path names keys, and ids where the step is into a list of things with ids.
    """
    if isinstance(over, dict):
        under = base if isinstance(base, dict) else {}
        merged = dict(under)
        for key, value in over.items():
            merged[key] = merge(under.get(key), value, (*path, key))
        return merged
    if has_ids(over) and (base is None or base == [] or has_ids(base)):
        return _merge_by_id(base or [], over, path)
    return over


def has_ids(value: Any) -> bool:
    """Whether this is a list of things with ids."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, dict) and isinstance(entry.get("id"), str) for entry in value)
    )


def _merge_by_id(base: list[Any], over: list[Any], path: Path) -> list[Any]:
    entries: dict[str, Any] = {}
    for entry in base:
        entries[entry["id"]] = entry
    seen: set[str] = set()
    for entry in over:
        name = entry["id"]
        here = (*path, name)
        if name in seen:
            raise MergeProblem(here, f'the id "{name}" stands twice; give each its own')
        seen.add(name)
        if entry.get("remove") is True:
            if name not in entries:
                raise MergeProblem((*here, "remove"), f'there is no "{name}" to take away')
            del entries[name]
            continue
        plain = {key: value for key, value in entry.items() if key not in ("remove", "after")}
        entries[name] = merge(entries.get(name), plain, here)
        if "after" in entry:
            entries = _placed(entries, name, entry["after"], (*here, "after"))
    return list(entries.values())


def _placed(entries: dict[str, Any], name: str, after: str, path: Path) -> dict[str, Any]:
    if after != START and (after not in entries or after == name):
        raise MergeProblem(path, f'there is no "{after}" for "{name}" to come after')
    moved = entries.pop(name)
    placed: dict[str, Any] = {name: moved} if after == START else {}
    for key, value in entries.items():
        placed[key] = value
        if key == after:
            placed[name] = moved
    return placed
