"""Where each key of a TOML file stands, which `tomllib` does not say.

Only what packs need: keys, dotted keys, tables and arrays of tables. A value inside an array or an
inline table is found at the key that begins it.
"""

import re

Path = tuple[str | int, ...]

_KEY = re.compile(
    r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=(.*)$"""
)
_HEADER = re.compile(r"^\s*(\[\[|\[)\s*(.+?)\s*\]{1,2}\s*(?:#.*)?$")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)""")


def line_map(text: str) -> dict[Path, int]:
    """The line, counted from 1, on which each key path of a TOML text begins.

    A path is made of keys and, for arrays of tables, positions counted from 0.
    """
    lines: dict[Path, int] = {(): 1}
    table: Path = ()
    counts: dict[Path, int] = {}
    value = _OpenValue()
    for number, line in enumerate(text.splitlines(), start=1):
        if value.is_open:
            value.read(line)
            continue
        header = _HEADER.match(line)
        if header:
            table = _table(_parts(header[2]), header[1] == "[[", counts)
            for depth in range(1, len(table) + 1):
                lines.setdefault(table[:depth], number)
            continue
        key = _KEY.match(line)
        if key:
            path = table
            for part in _parts(key[1]):
                path = (*path, part)
                lines.setdefault(path, number)
            value = _OpenValue()
            value.read(key[2])
    return lines


def _parts(dotted: str) -> list[str]:
    return [a or b or c for a, b, c in _PART.findall(dotted)]


def _table(parts: list[str], is_array: bool, counts: dict[Path, int]) -> Path:
    path: Path = ()
    for position, part in enumerate(parts):
        path = (*path, part)
        if position == len(parts) - 1 and is_array:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


class _OpenValue:
    """Reads a value line by line, until its strings and brackets are closed."""

    def __init__(self) -> None:
        self.quote = ""
        self.depth = 0

    @property
    def is_open(self) -> bool:
        return bool(self.quote) or self.depth > 0

    def read(self, line: str) -> None:
        at = 0
        while at < len(line):
            if self.quote:
                at = self._inside_string(line, at)
            elif line.startswith(('"""', "'''"), at):
                self.quote, at = line[at : at + 3], at + 3
            elif line[at] in "\"'":
                self.quote, at = line[at], at + 1
            elif line[at] == "#":
                break
            else:
                self.depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(line[at], 0)
                at += 1
        if len(self.quote) == 1:  # a one-line string cannot go on; tomllib will have said so
            self.quote = ""

    def _inside_string(self, line: str, at: int) -> int:
        if self.quote[0] == '"' and line[at] == "\\":
            return at + 2
        if line.startswith(self.quote, at):
            end = at + len(self.quote)
            self.quote = ""
            return end
        return at + 1
