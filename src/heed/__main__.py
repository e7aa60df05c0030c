"""The `heed` command: sets up, serves and looks after Heed."""

import os
import sys
from collections.abc import Sequence

from heed import sqlite  # noqa: F401  before Django loads its own


def main(words: Sequence[str] | None = None) -> int:
    """Run one subcommand; gives the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.settings")
    os.umask(0o077)
    words = list(sys.argv[1:] if words is None else words)
    if words[:1] == ["manage"]:  # Django's own commands, for developers
        from django.core.management import execute_from_command_line

        execute_from_command_line(["heed manage", *words[1:]])
        return 0
    from heed.command import run

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main())
