"""Writes plain data as TOML that a person likes to read, which `tomllib` cannot.

Only what packs hold: text, whole numbers, true and false, lists, and tables of them. Reading the
text again gives the same data.
"""

import re
from textwrap import wrap
from typing import Any

WIDE = 100
INLINE = ("choices", "when", "lines")
"""Small things that stand on one line each, where they belong."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\b": "\\b", "\f": "\\f", "\r": "\\r"}
_SPACED = re.compile(r"[^\s]+(?: [^\s]+)*")


def toml_text(data: dict[str, Any]) -> str:
    """The data as a TOML text. Values that TOML has no word for (None) raise TypeError."""
    lines: list[str] = []
    _table(data, (), lines)
    return "\n".join(lines).strip("\n") + "\n"


def _table(data: dict[str, Any], path: tuple[str, ...], lines: list[str]) -> None:
    within = {}
    for key, value in data.items():
        if _is_own_table(key, value):
            within[key] = value
        else:
            lines.append(f"{_key(key)} = {_value(value)}")
    for key, value in within.items():
        here = (*path, key)
        for one in value if isinstance(value, list) else [value]:
            head = ".".join(_key(part) for part in here)
            lines += ["", f"[[{head}]]" if isinstance(value, list) else f"[{head}]"]
            _table(one, here, lines)


def _is_own_table(key: str, value: Any) -> bool:
    if key in INLINE:
        return False
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, dict) for one in value)
    return isinstance(value, dict)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _line(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_flat(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        flat = "[" + ", ".join(_flat(one) for one in value) + "]"
        if len(flat) <= WIDE - 20 and not any(isinstance(one, dict) for one in value):
            return flat
        return "[\n" + "".join(f"    {_flat(one)},\n" for one in value) + "]"
    raise TypeError(f"TOML has no word for {value!r}")


def _flat(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, list):
        return "[" + ", ".join(_flat(one) for one in value) + "]"
    return _value(value)


def _text(value: str) -> str:
    """A short text on its line; a long one in lines that join into one again."""
    if len(value) <= WIDE or not _SPACED.fullmatch(value):
        return _line(value)
    lines = wrap(_escaped(value), WIDE - 2, break_long_words=False, break_on_hyphens=False)
    return '"""\n' + " \\\n".join(lines) + '"""'


def _line(value: str) -> str:
    return f'"{_escaped(value)}"'


def _escaped(value: str) -> str:
    return "".join(
        _ESCAPES.get(letter) or ("\\n" if letter == "\n" else letter)
        if letter in _ESCAPES or letter == "\n" or (letter >= " " and letter != "\x7f")
        else f"\\u{ord(letter):04x}"
        for letter in value
    )
