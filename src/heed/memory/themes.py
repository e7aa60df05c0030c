"""The sixty themes of learning: what they are called, what they mean, and which a text speaks of.

Plain Python over ``themes.yaml``. Suggesting a theme never decides it: a person does.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("themes.yaml")


@dataclass(frozen=True)
class Group:
    """A family of themes, such as "Working together"."""

    id: str
    label: str


@dataclass(frozen=True)
class Theme:
    """One theme: ``aliases`` are the other words that the field uses for it."""

    id: str
    label: str
    group: str
    definition: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """A theme that a text may speak of, and the words of the text that led to it."""

    theme: Theme
    words: tuple[str, ...]
    strength: float


@cache
def _book() -> tuple[tuple[Group, ...], dict[str, Theme]]:
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    groups = tuple(Group(**row) for row in data["groups"])
    themes = [Theme(**{**row, "aliases": tuple(row["aliases"])}) for row in data["themes"]]
    return groups, {theme.id: theme for theme in themes}


def groups() -> tuple[Group, ...]:
    """The eight groups, in the order in which they are shown."""
    return _book()[0]


def every() -> tuple[Theme, ...]:
    """All themes, in the order in which they are shown."""
    return tuple(_book()[1].values())


def find(theme_id: str) -> Theme | None:
    """The theme with this id, or none."""
    return _book()[1].get(theme_id)


@cache
def _by_any_name() -> dict[str, Theme]:
    named: dict[str, Theme] = {}
    for theme in every():
        for name in (theme.id, theme.label, *theme.aliases):
            named.setdefault(" ".join(name.lower().replace("-", " ").split()), theme)
    return named


def recognise(name: str) -> Theme | None:
    """The theme that somebody else's tag names: by id, label or alias, whatever its capitals."""
    return _by_any_name().get(" ".join(name.lower().replace("-", " ").split()))


def label(theme_id: str) -> str:
    """What a theme is called; an id that is no longer known answers itself."""
    theme = find(theme_id)
    return theme.label if theme else theme_id


def of_group(group_id: str) -> tuple[Theme, ...]:
    """The themes of one group."""
    return tuple(theme for theme in every() if theme.group == group_id)


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Grouped choices for a form field: (group label, [(theme id, theme label)])."""
    return [
        (group.label, [(theme.id, theme.label) for theme in of_group(group.id)])
        for group in groups()
    ]


def suggest(text: str, limit: int = 5) -> list[Suggestion]:
    """The themes a text seems to speak of, strongest first, each with the words that led to it.

    An alias outright counts for more than a hint, and a thing said twice for a little more than
    once. Nothing is suggested where no word of the text leads to it.
    """
    from heed.memory.lexicon import (
        lexicon,
    )  # its concepts name themes, so it reads this module first

    led: dict[str, dict[str, float]] = {}
    for found in lexicon().spot(text):
        for theme_id in found.themes:
            words = led.setdefault(theme_id, {})
            written = " ".join(found.written.split()).lower()
            words[written] = max(words.get(written, 0.0), found.strength)
    suggestions = [
        Suggestion(
            theme=theme,
            words=tuple(sorted(words, key=lambda written: -words[written])),
            strength=sum(words.values()),
        )
        for theme_id, words in led.items()
        if (theme := find(theme_id)) is not None
    ]
    suggestions.sort(key=lambda suggestion: -suggestion.strength)
    return suggestions[:limit]
