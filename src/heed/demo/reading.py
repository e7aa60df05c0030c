"""Reads the demonstration's content from its TOML files."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from heed.demo.shapes import Beside, CaseStory, Everyday, Library, Partnership, Person, World

CONTENT = Path(__file__).parent / "content"


def worlds() -> tuple[World, ...]:
    """Every partnership of the demonstration; the one people are shown first comes first."""
    return (world("ellermouth"), world("fallowdale"))


@cache
def world(slug: str) -> World:
    """One partnership: `partnership.toml`, `people.toml`, and a file for each case.

    With `layer.toml` it works in a way of its own; `beside.toml` tells what happens beside, and
    `library.toml` what stands in the library beside the pages of its reviews.

    A case's key is its file's name without the number that keeps the files in order.
    """
    home = CONTENT / slug
    return World(
        partnership=Partnership(**_read(home / "partnership.toml")),
        people=tuple(Person(**person) for person in _read(home / "people.toml")["people"]),
        cases=tuple(_case(path) for path in sorted(home.glob("*/*.toml"))),
        layer=(home / "layer.toml").read_text("utf-8") if (home / "layer.toml").exists() else "",
        beside=Beside(**_read(home / "beside.toml")) if (home / "beside.toml").exists() else None,
        library=Library(**_read(home / "library.toml")),
    )


@cache
def everyday() -> Everyday:
    """What groups write when there is little to say."""
    return Everyday(**_read(CONTENT / "everyday.toml"))


def _case(path: Path) -> CaseStory:
    key = path.stem.partition("-")[2]
    try:
        return CaseStory(key=key, **_read(path))
    except ValueError as wrong:
        raise ValueError(f"{path.relative_to(CONTENT)}: {wrong}") from wrong


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
