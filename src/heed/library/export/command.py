"""``heed library export DIR``: the public library as files. See docs/publishing.md.

Nothing of the database is imported before the command runs, so that ``heed --help`` stays quick.
"""

import argparse
import sys
from pathlib import Path
from typing import Any


def add_to(under: Any) -> None:
    """Adds ``export`` under ``heed library``."""
    export = under.add_parser(
        "export",
        help="write the public library as files that any web host serves",
        description=(
            "Writes every public page, list, feed and PDF into a folder that any web host serves.\n"
            "Run it every half hour or less, so that what is withdrawn is soon gone there too:\n"
            "what did not change is not touched, and readers never see a half-written folder."
        ),
    )
    export.add_argument(
        "folder", type=Path, metavar="DIR", help="a folder: new, empty, or written so before"
    )
    export.add_argument(
        "--base-url",
        default="",
        metavar="URL",
        help="where it will be read, for feeds and the table (without it, neither is made)",
    )
    export.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exports; 2 with a sentence where the folder cannot be written."""
    from heed.library.export.site import Site
    from heed.library.export.writing import CannotWrite, write

    base = arguments.base_url
    if base and not base.startswith(("https://", "http://")):
        sys.stderr.write("heed library export: --base-url begins with https:// or http://.\n")
        return 2
    site = Site(base)
    try:
        report = write(arguments.folder.expanduser(), _told(site))
    except CannotWrite as refused:
        sys.stderr.write(f"heed library export: {refused}\n")
        return 2
    sys.stdout.write(
        f"{report.files:,} files in {arguments.folder}: {report.changed:,} new or changed, "
        f"{report.gone:,} gone.\n"
    )
    return 0


def _told(site: Any) -> Any:
    """The files, with how far it is on standard error where somebody watches."""
    for number, one in enumerate(site.drawn(), 1):
        if sys.stderr.isatty() and number % 50 == 0:
            sys.stderr.write(f"\r{number:,} of about {len(site):,} files")
        yield one
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
