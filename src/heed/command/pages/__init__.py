"""The reference pages of docs/, drawn from the code."""

from collections.abc import Iterator
from pathlib import Path

from heed.command.pages import checks, doors, moves
from heed.pathways.reference import render_reference

#: In a checkout; an installed Heed has none.
FOLDER = Path(__file__).parents[4] / "docs" / "reference"
CHECKS = FOLDER / "checks.toml"


def pages() -> Iterator[tuple[str, str]]:
    """Each page's file name and its text."""
    yield "states.md", moves.page()
    yield "access.md", doors.page()
    yield "packs.md", render_reference()
    yield "checks.md", checks.page(CHECKS)
