"""What the tests of conventions read: the rooms, their files, and the import contract."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEED = ROOT / "src" / "heed"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = {
    contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]
}
#: Every room of the import contract, highest first.
LAYERS = [layer.strip("()") for layer in CONTRACTS["journey"]["layers"]]
#: The stages of a case's journey, in its order.
STAGES = LAYERS[LAYERS.index("library") : LAYERS.index("referrals") + 1][::-1]


def files(*endings: str, under: Path = HEED) -> Iterator[Path]:
    """Files with one of the endings, without caches, migrations or what others wrote."""
    for path in sorted(under.rglob("*")):
        if path.suffix in endings and not {"__pycache__", "migrations", "vendor"} & set(path.parts):
            yield path


def ours(*endings: str) -> Iterator[Path]:
    """The same, without the rooms' tests: what a running Heed uses."""
    return (path for path in files(*endings) if "tests" not in path.relative_to(HEED).parts)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a Python file."""
    return ast.parse(path.read_text(), str(path))


def room_of(path: Path) -> str:
    """The room that a file belongs to: `referrals` for `src/heed/referrals/views.py`."""
    return path.relative_to(HEED).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    """A file as a message names it."""
    return str(path.relative_to(ROOT))


def told(wrong: list[str], instead: str) -> None:
    """Fails with the places that break a convention, and what to do instead."""
    assert not wrong, "\n".join(["", *(f"  {place}" for place in wrong), "", instead])
