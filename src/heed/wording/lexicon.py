"""The lists the identity detectors stand on, each read once from `lists/`.

Names and places are written in lower case without accents. A list that is missing or empty raises:
the check then says which detector could not run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from heed.wording.text import fold

_HERE = Path(__file__).parent / "lists"


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list, lower case and plain; `_` in a list stands for a space."""
    lines = (_HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = frozenset(
        fold(word.replace("_", " ")).lower()
        for line in lines
        if not line.startswith("#")
        for word in line.split()
    )
    if not found:
        raise ValueError(f"The list {name} is empty.")
    return found


_SUFFIXES = (("'s", ""), ("s'", "s"), ("'", ""))


def bare(word: str) -> str:
    """A word in lower case without a possessive ending."""
    low = word.lower()
    for ending, instead in _SUFFIXES:
        if low.endswith(ending):
            return low[: -len(ending)] + instead
    return low


def is_ordinary(word: str) -> bool:
    """Whether a dictionary of everyday English holds the word, whole or part by part."""
    known = words("ordinary")
    low = bare(word)
    if low in known or len(low) == 1:
        return True
    if "-" in low or "'" in low:
        parts = [part for part in low.replace("'", "-").split("-") if part]
        return all(part in known or part in cue("endings") or part.isdigit() for part in parts)
    return False


def is_forename(word: str) -> bool:
    """Whether the lists hold the word as a given name; of a double name, either part."""
    known = words("forenames")
    low = bare(fold(word))
    return low in known or any(part in known for part in low.split("-"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one list that are not remarks, folded and in lower case."""
    found = tuple(
        fold(line).lower().strip()
        for line in (_HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )
    if not found:
        raise ValueError(f"The list {name} is empty.")
    return found


@cache
def cue(name: str) -> frozenset[str]:
    """One of the lists of words around a name (`lists/cues.yaml`)."""
    data: dict[str, str] = yaml.safe_load((_HERE / "cues.yaml").read_text(encoding="utf-8"))
    return frozenset(str(data[name]).lower().split())


@cache
def cues(*names: str) -> frozenset[str]:
    """Several of the lists of words around a name, together."""
    return frozenset().union(*(cue(name) for name in names))
