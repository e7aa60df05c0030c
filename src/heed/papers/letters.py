"""Which letters the fonts inside the renderer (typst) can draw. Plain Python.

Those fonts draw Latin (Polish and Yoruba with every mark), Greek, Cyrillic, Hebrew, Arabic and
Devanagari; they have no Chinese, no Gurmukhi, no emoji. A tagged PDF may not hold a letter without
a shape, so each one is found beforehand and printed as a small square, and the editor says which.
"""

import json
import unicodedata
from typing import Any

import typst

FONTS = typst.Fonts(include_system_fonts=False)
"""The fonts in the package and no others: a page is as long here as on any other machine."""

STAND_IN = "□"

PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))
"""Everyday and accented Latin letters, which the body font draws without asking."""

_PROBE = b"""
#let faces = (
  "Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern", "New Computer Modern Math",
)
#context {
  let shape(face, letter) = measure(text(
    font: face, fallback: false, size: 100pt, top-edge: "bounds", bottom-edge: "bounds", letter,
  ))
  let empty = faces.map(face => shape(face, "\\u{10FFFF}"))
  let has(letter) = faces.enumerate().any(((at, face)) => shape(face, letter) != empty.at(at))
  [#metadata(json(bytes(sys.inputs.letters)).map(has)) <drawn>]
}
"""

_known: dict[str, bool] = {}


def undrawable(text: str) -> set[str]:
    """The letters of `text` that no font here has a shape for."""
    unknown = sorted(set(text) - PLAIN - _known.keys())
    if unknown:
        compiler = typst.Compiler(
            _PROBE,
            font_paths=FONTS,
            ignore_system_fonts=True,
            sys_inputs={"letters": json.dumps(unknown)},
        )
        drawn = json.loads(compiler.query("<drawn>", field="value", one=True))
        _known.update(zip(unknown, drawn, strict=True))
    return {letter for letter in set(text) - PLAIN if not _known[letter]}


def stand_in(text: str) -> tuple[str, set[str]]:
    """The text with what cannot be drawn stood in for, and which letters those were.

    Marks that only join others (in emoji of several people) go without a square of their own.
    """
    gone = undrawable(text)
    silent = {letter for letter in gone if _has_no_shape(letter)}
    if not gone:
        return text, set()
    table = {ord(letter): "" if letter in silent else STAND_IN for letter in gone}
    return text.translate(table), gone - silent


def only_plain(data: Any) -> Any:
    """The same JSON with a square for every letter that is not everyday Latin: the last resort."""
    if isinstance(data, dict):
        return {key: only_plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [only_plain(value) for value in data]
    if isinstance(data, str):
        return "".join(letter if letter in PLAIN else STAND_IN for letter in data)
    return data


def without(data: Any, letters: str) -> Any:
    """The same JSON with a square for this run of letters, wherever it stands."""
    if isinstance(data, dict):
        return {key: without(value, letters) for key, value in data.items()}
    if isinstance(data, list):
        return [without(value, letters) for value in data]
    return data.replace(letters, STAND_IN) if isinstance(data, str) else data


def _has_no_shape(letter: str) -> bool:
    """A mark that joins, hides or tints its neighbours and is nothing by itself."""
    return (
        unicodedata.category(letter) == "Cf"
        or 0xFE00 <= ord(letter) <= 0xFE0F
        or 0x1F3FB <= ord(letter) <= 0x1F3FF
    )


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is of a script read from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def break_long_words(text: str, longest: int = 40) -> str:
    """Lets a run without spaces (an address, a key held down) break, so that it stays on paper."""
    words = text.split(" ")
    if max(map(len, words), default=0) <= longest:
        return text
    return " ".join(
        word
        if len(word) <= longest
        else "\u200b".join(word[at : at + longest] for at in range(0, len(word), longest))
        for word in words
    )
