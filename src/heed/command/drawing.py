"""`heed reference`: draws the reference pages of docs/ from the code, or says which are stale."""

import argparse
import sys
from pathlib import Path
from typing import Any

from heed.command import environment
from heed.command.parsing import Stop


def add(commands: Any) -> None:
    """Describe the command."""
    reference = commands.add_parser(
        "reference",
        help="draw the reference pages of docs/ (for developers)",
        description=(
            "Draws docs/reference/ from the code: states and their moves, who may do what, the\n"
            "keys of a pack, the checks that Heed is held to."
        ),
    )
    which = reference.add_mutually_exclusive_group()
    which.add_argument("--write", action="store_true", help="write the pages (the default)")
    which.add_argument(
        "--check", action="store_true", help="write nothing; exit code 1 where a page is stale"
    )
    reference.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Draw the pages, or hold them against the code."""
    environment.ready()
    from heed.command.pages import FOLDER, pages

    if not FOLDER.is_dir():
        raise Stop("The reference pages are drawn in a checkout of Heed; this is none.")
    stale = [name for name, text in pages() if not _holds(FOLDER / name, text)]
    if not arguments.check:
        for name, text in pages():
            if name in stale:
                (FOLDER / name).write_text(text, encoding="utf-8")
                print(f"Drew docs/reference/{name}")
        return 0
    for name in stale:
        print(f"docs/reference/{name} is not what the code says: heed reference", file=sys.stderr)
    return 1 if stale else 0


def _holds(page: Path, text: str) -> bool:
    return page.is_file() and page.read_text(encoding="utf-8") == text
