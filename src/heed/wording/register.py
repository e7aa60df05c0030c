"""The identity register of one case: who must not be recognised, in whatever form.

A register is JSON: {"people": [{"names": ["Amina Yusuf"], "nicknames": ["Mimi"],
"relation": "child", "other": {"address": ["4 Larch Road"], "school": ["Oakfield Primary"],
"nhs-number": ["943 476 5919"]}}]}. A bare list of people, or of names, is read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Registered:
    """One person of the register.

    `names`: every full name the person goes by; `nicknames`: short and pet names; `relation`: who
    they are to the child, shown in the reason of a hit; `other`: further identifiers by sort
    (address, school, nhs-number, date-of-birth, ...), each found wherever it stands.
    """

    names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    relation: str = ""
    other: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """Everyone in the case whom no public word may name."""

    people: tuple[Registered, ...] = ()

    @classmethod
    def from_data(cls, data: Any) -> Register:
        """A register from parsed JSON. Raises ValueError, with a sentence, on a wrong shape."""
        if data is None:
            return cls()
        if isinstance(data, Mapping):
            data = data.get("people", data.get("register", data.get("names")))
            if data is None:
                raise ValueError('A register needs a list called "people".')
        if isinstance(data, str) or not isinstance(data, Iterable):
            raise ValueError("The people of a register are a list.")
        return cls(tuple(_person(entry) for entry in data))

    @classmethod
    def from_json(cls, text: str) -> Register:
        """A register from JSON text. Raises ValueError on what is not one."""
        return cls.from_data(json.loads(text))

    @classmethod
    def from_file(cls, path: str | Path) -> Register:
        """A register from a JSON file."""
        return cls.from_json(Path(path).read_text(encoding="utf-8"))


_NAME_KEYS = ("names", "name", "full_name", "aliases", "alias")
_NICKNAME_KEYS = ("nicknames", "nickname", "known_as")
_PLAIN_KEYS = (*_NAME_KEYS, *_NICKNAME_KEYS, "relation", "role", "other", "id")


def _person(entry: Any) -> Registered:
    if isinstance(entry, str):
        return Registered(names=(entry,))
    if isinstance(entry, Registered):
        return entry
    if not isinstance(entry, Mapping):
        raise ValueError("Each person of a register is a name or a set of fields.")
    other: dict[str, tuple[str, ...]] = {}
    inner = entry.get("other")
    loose = {key: value for key, value in entry.items() if key not in _PLAIN_KEYS}
    for sort, values in {**(inner if isinstance(inner, Mapping) else {}), **loose}.items():
        texts = _texts(values)
        if texts:
            other[str(sort).replace("_", "-")] = texts
    first, last = entry.get("first_name") or entry.get("forename"), entry.get("surname")
    last = last or entry.get("last_name")
    parts = tuple(part for part in (first, last) if isinstance(part, str))
    for key in ("first-name", "forename", "surname", "last-name"):
        other.pop(key, None)
    names = tuple(text for key in _NAME_KEYS for text in _texts(entry.get(key)))
    return Registered(
        names=names + ((" ".join(parts),) if parts else ()),
        nicknames=tuple(text for key in _NICKNAME_KEYS for text in _texts(entry.get(key))),
        relation=str(entry.get("relation") or entry.get("role") or ""),
        other=other,
    )


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, int) and not isinstance(value, bool):
        return (str(value),)
    if isinstance(value, Mapping):
        return tuple(text for item in value.values() for text in _texts(item))
    if isinstance(value, Iterable):
        return tuple(text for item in value for text in _texts(item))
    return ()
