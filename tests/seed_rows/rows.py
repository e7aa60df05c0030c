"""The capability rows of the five partnerships, and the tests that name them."""

import ast
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """One capability: its number, such as `S3.16`, its words, and whose page asks for it."""

    number: str
    words: str
    partnership: str


@dataclass(frozen=True)
class Shown:
    """A test that names a row: where it stands, what it is called and what it says of itself."""

    number: str
    file: str
    name: str
    says: str


def rows() -> list[Row]:
    """Every row, in order."""
    told = tomllib.loads((HERE / "rows.toml").read_text())
    return [
        Row(number, words, seed["partnership"])
        for seed in told.values()
        for number, words in seed["rows"].items()
    ]


def shown() -> list[Shown]:
    """Every test of this folder whose name begins with a row's number."""
    found = []
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.parse(path.read_text()).body:
            named = isinstance(node, ast.FunctionDef) and re.match(
                r"test_s(\d)_(\d+)_(\w+)", node.name
            )
            if isinstance(node, ast.FunctionDef) and named:
                says = " ".join((ast.get_docstring(node) or "").split())
                found.append(Shown(f"S{named[1]}.{named[2]}", path.name, node.name, says))
    return found
