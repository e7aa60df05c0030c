"""Towards which themes a text leans by its meaning, judged by the lexicon's own phrases.

Every alias, phrase and hint of the lexicon is a point; a text leans to the themes whose points are
nearest. The points are encoded once for each lexicon and kept as a file in Heed's home.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from django.conf import settings

from heed.memory import meaning, themes
from heed.memory.lexicon import TALK, lexicon, sayings

SHARPNESS, FLOOR, SPAN = 16.0, 0.25, 0.35
ENTRY_SHARPNESS = 20.0
MOST = 8


@dataclass(frozen=True)
class Points:
    """The lexicon's phrases as unit vectors, ordered by theme; ``starts`` is where each begins."""

    ids: tuple[str, ...]
    vectors: np.ndarray
    starts: np.ndarray


def _phrases() -> dict[str, list[str]]:
    said = {theme.id: [theme.label, theme.definition] for theme in themes.every()}
    for theme_id, phrase, _ in sayings():
        said[theme_id].append(phrase.replace(" + ", " "))
    for theme_id, talk in yaml.safe_load(TALK.read_text(encoding="utf-8")).items():
        said[theme_id] += talk
    return {theme_id: list(dict.fromkeys(phrases)) for theme_id, phrases in said.items()}


@cache
def points() -> Points:
    """The points, from the file in Heed's home; made there first where it is not (two seconds)."""
    said = _phrases()
    name = f"points-{meaning.MODEL}-{lexicon().version}.npy"
    path = Path(settings.HEED_HOME) / "memory" / name
    count = sum(map(len, said.values()))
    try:
        packed = np.load(path)
    except (OSError, ValueError):
        packed = np.empty((0, meaning.SIZE), np.int8)
    if packed.shape != (count, meaning.SIZE):
        made = meaning.encode([phrase for phrases in said.values() for phrase in phrases])
        packed = meaning.unpack(meaning.pack(made))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.npy")
        np.save(part, packed)
        part.replace(path)
    starts = np.cumsum([0, *(len(phrases) for phrases in said.values())][:-1])
    vectors = packed.astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Points(tuple(said), vectors, starts)


def _nearness(vectors: np.ndarray) -> np.ndarray:
    """For each vector and theme, the mean closeness of the theme's two nearest points."""
    here = points()
    close = vectors @ here.vectors.T
    first = np.maximum.reduceat(close, here.starts, axis=1)
    each = np.diff(np.append(here.starts, close.shape[1]))
    others = np.where(close == np.repeat(first, each, axis=1), -1.0, close)
    second = np.maximum.reduceat(others, here.starts, axis=1)
    return (first + second) / 2


def of_question(vector: np.ndarray) -> dict[str, float]:
    """The themes a question leans to, the nearest near 1, and less where none is near."""
    near = _nearness(vector[None, :])[0]
    top = float(near.max())
    sure = min(max((top - FLOOR) / SPAN, 0.0), 1.0)
    lean = np.exp((near - top) * SHARPNESS) * sure
    return _most(lean)


def of_entry(vectors: np.ndarray) -> dict[str, float]:
    """The themes a stored text leans to, by its nearest passage; the foremost is 1."""
    near = _nearness(vectors.astype(np.float32) / meaning.SCALE).max(axis=0)
    return _most(np.exp((near - near.max()) * ENTRY_SHARPNESS))


def _most(lean: np.ndarray) -> dict[str, float]:
    order: Iterable[int] = np.argsort(-lean)[:MOST]
    return {points().ids[at]: float(lean[at]) for at in order if lean[at] > 0.02}
