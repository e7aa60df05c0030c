"""What a thing of the way of working says, as lines that a person reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heed.casework.way.asks import Ask
from heed.pathways.shapes import Pack


@dataclass(frozen=True)
class Said:
    """One key as it stands: what it is called, and its lines."""

    label: str
    lines: tuple[str, ...]


def shown_asks(asks: Sequence[Ask], thing: Mapping[str, Any], pack: Pack) -> list[Said]:
    """What is said of a thing, by the questions that its form asks; what is empty is left out."""
    found = []
    for ask in asks:
        if ask.only is not None and not ask.only(dict(thing)) and ask.kind == "labels":
            continue
        lines = _lines(ask, thing, pack)
        if lines:
            found.append(Said(ask.label, tuple(lines)))
    return found


def _lines(ask: Ask, thing: Mapping[str, Any], pack: Pack) -> list[str]:
    value: Any = thing
    for step in ask.key.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    if value in (None, "", []):
        return []
    if isinstance(value, bool):
        return ["Yes" if value else "No"]
    if ask.kind == "labels":
        return [one["label"] for one in value]
    if ask.choices is not None:
        known = dict(ask.choices(pack))
        ids = value if isinstance(value, list) else [value]
        return [known.get(one) or str(one) for one in ids]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def brief(thing: Mapping[str, Any]) -> str:
    """What people look for in a list of entries: how long, how often, how many words."""
    if "starts_from" in thing:
        unit = str(thing["unit"]).replace("_", " ")
        least = f"{thing['earliest']} to " if thing["earliest"] else ""
        return f"{least}{thing['length']} {unit}"
    if thing.get("meets_every_weeks"):
        return f"every {thing['meets_every_weeks']} weeks"
    if "heading" in thing and thing.get("words"):
        return f"{thing['words']} words"
    return "needed" if thing.get("required") and "kind" in thing else ""
