"""``heed library export DIR`` and ``verify DIR``: the library as files. See docs/publishing.md.

Nothing of the database is imported before the command runs, so that ``heed --help`` stays quick.
"""

import argparse
import sys
from pathlib import Path
from typing import Any


def add_to(under: Any) -> None:
    """Adds ``export`` and ``verify`` under ``heed library``."""
    export = under.add_parser(
        "export",
        help="write the public library as files that any web host serves",
        description=(
            "Writes every public page, list, feed, paper and recording into a folder that any web\n"
            "host serves. Run it every half hour or less, so that what is withdrawn is soon gone\n"
            "there too: what did not change is not touched, and readers never see a half-written\n"
            "folder. Exit code 1: something could not be drawn and was left out; it is named."
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
    export.add_argument(
        "--from-disk",
        action="store_true",
        help="for readers without a server: links name each page's file",
    )
    export.set_defaults(run=run)
    verify = under.add_parser(
        "verify",
        help="say what in such a folder, or a copy of it, is not as it was written",
        description=(
            "Compares every file with its sum. Exit code 0: all is as it was written; 1: what is\n"
            "missing, changed or added is named. Hold the sum that it prints against the one that\n"
            "the export printed: then the list of sums was not changed either."
        ),
    )
    verify.add_argument("folder", type=Path, metavar="DIR", help="the folder, or a copy of it")
    verify.set_defaults(run=run_verify)


def run(arguments: argparse.Namespace) -> int:
    """Exports; 1 where something was left out, 2 where the folder cannot be written."""
    from heed.library.export.site import Site
    from heed.library.export.writing import CannotWrite, write

    base = arguments.base_url
    if base and not base.startswith(("https://", "http://")):
        sys.stderr.write("heed library export: --base-url begins with https:// or http://.\n")
        return 2
    site = Site(base, from_disk=arguments.from_disk)
    try:
        report = write(arguments.folder.expanduser(), _told(site))
    except CannotWrite as refused:
        sys.stderr.write(f"heed library export: {refused}\n")
        return 2
    sys.stdout.write(
        f"{report.files:,} files in {arguments.folder}: {report.changed:,} new or changed, "
        f"{report.gone:,} gone.\nThe sum of all sums: {report.sum}\n"
    )
    left_out = (*site.left_out, *report.left_out)
    for one in left_out:
        sys.stderr.write(f"Left out: {one}\n")
    return 1 if left_out else 0


def run_verify(arguments: argparse.Namespace) -> int:
    """Verifies; 1 where something differs, 2 where the folder holds no export."""
    from heed.library.export.writing import NoExport, differences

    try:
        told, total = differences(arguments.folder.expanduser())
    except NoExport as refused:
        sys.stderr.write(f"heed library verify: {refused}\n")
        return 2
    for one in told:
        sys.stdout.write(f"{one}\n")
    if not told:
        sys.stdout.write(f"All is as it was written.\nThe sum of all sums: {total}\n")
    return 1 if told else 0


def _told(site: Any) -> Any:
    """The files, with how far it is on standard error where somebody watches."""
    for number, one in enumerate(site.drawn(), 1):
        if sys.stderr.isatty() and number % 50 == 0:
            sys.stderr.write(f"\r{number:,} of about {len(site):,} files")
        yield one
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
