"""Changing one thing of a way of working: what a form on the settings page does to the text.

A place is named as in a problem's key, with dots: ``groups.review``, ``referral.asks``,
``returns.sections.story.questions``. An entry of a list is named by its id.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from heed.pathways import packs
from heed.pathways.layering import layer_of
from heed.pathways.queries import NATIONAL
from heed.pathways.shapes import Pack
from heed.pathways.toml_text import toml_text


class NoSuchPlace(LookupError):
    """A pack has nothing of that name."""


def at(data: Any, place: str) -> Any:
    """What stands at a place of a pack's plain data. Raises NoSuchPlace."""
    for step in place.split("."):
        if isinstance(data, list):
            data = next((one for one in data if one.get("id") == step), None)
        else:
            data = data.get(step) if isinstance(data, dict) else None
        if data is None:
            raise NoSuchPlace(place)
    return data


def text_with(pack: Pack, change: Callable[[dict[str, Any]], None], *, partnership: Any) -> str:
    """The partnership's own layer once ``change`` was made to the pack's plain data.

    Raises PackError when the pack would no longer be sound.
    """
    data = pack.model_dump(mode="json")
    change(data)
    changed = packs.from_data(data)
    try:
        layer = layer_of(
            changed, packs.load(pack.base or NATIONAL), id=partnership.slug, name=partnership.name
        )
    except ValueError as wrong:
        raise packs.PackError("text", [packs.Problem("text", 1, "", str(wrong))]) from wrong
    text = toml_text(layer)
    packs.load_text(text)
    return text


def set_values(place: str, values: Mapping[str, Any]) -> Callable[[dict[str, Any]], None]:
    """Says other values at a place. A key may lead inside: ``quorum.at_least``."""

    def change(data: dict[str, Any]) -> None:
        for key, value in values.items():
            *steps, last = [*filter(None, place.split(".")), *key.split(".")]
            (at(data, ".".join(steps)) if steps else data)[last] = value

    return change


def add_entry(place: str, entry: Mapping[str, Any]) -> Callable[[dict[str, Any]], None]:
    """Adds an entry at the end of a list."""

    def change(data: dict[str, Any]) -> None:
        at(data, place).append(dict(entry))

    return change


def take_away(place: str) -> Callable[[dict[str, Any]], None]:
    """Takes an entry out of its list."""
    listed, _, name = place.rpartition(".")

    def change(data: dict[str, Any]) -> None:
        entries = at(data, listed)
        entries[:] = [one for one in entries if one["id"] != name]

    return change


def move(place: str, *, up: bool) -> Callable[[dict[str, Any]], None]:
    """Moves an entry one place up or down its list; at the end it stays."""
    listed, _, name = place.rpartition(".")

    def change(data: dict[str, Any]) -> None:
        entries = at(data, listed)
        here = next(n for n, one in enumerate(entries) if one["id"] == name)
        there = here - 1 if up else here + 1
        if 0 <= there < len(entries):
            entries[here], entries[there] = entries[there], entries[here]

    return change


def new_id(words: str, taken: set[str], *, joint: str = "_") -> str:
    """An id for something new, made of its first words, that is not taken yet."""
    found = re.findall(r"[a-z0-9]+", words.lower().replace("'", "").replace("’", ""))
    stem = joint.join(found)[:40].rstrip(joint) or "new"
    if not stem[0].isalpha():
        stem = f"n{joint}{stem}"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}{joint}{number}", number + 1
    return name
