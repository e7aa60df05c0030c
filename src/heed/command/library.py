"""`heed library import` and `heed library fetch`: what others learnt comes in."""

import argparse
import sys
from pathlib import Path
from typing import Any

from heed.command.parsing import Stop
from heed.command.starting import prepared


def add_to(inside: Any) -> None:
    """Describe the commands, among those of `heed library`."""
    bring = inside.add_parser(
        "import",
        help="bring in national records, a feed from a file, or a folder of documents",
        description=(
            "Brings in what others learnt, for people who sign in; nothing of it is public before\n"
            "two people have shown its title. The same again changes nothing, so that an import\n"
            "which was stopped is run again. Exit code 1: some rows were not taken; each is named\n"
            "with the reason."
        ),
    )
    bring.add_argument("path", type=Path, help="a file, or a folder of them")
    bring.add_argument(
        "--as", dest="kind", required=True, choices=["nspcc", "feed", "folder"], help="what it is"
    )
    bring.add_argument("--partnership", default="", help="whose memory takes it in")
    bring.add_argument("--ours", action="store_true", help="what names nobody is our own")
    bring.set_defaults(run=run_import)
    fetch = inside.add_parser(
        "fetch",
        help="fetch the feeds that HEED_FEEDS names",
        description="Fetches the feeds that HEED_FEEDS names, and no other address.",
    )
    fetch.set_defaults(run=run_fetch)


def run_import(arguments: argparse.Namespace) -> int:
    """Bring in a file or a folder; 1 where some rows were not taken."""
    prepared()
    from heed.arrivals import straight
    from heed.partnership.models import Partnership

    if not arguments.path.exists():
        raise Stop(f"There is no {arguments.path}.")
    houses = Partnership.objects.all()
    if arguments.partnership:
        houses = houses.filter(slug=arguments.partnership)
    if len(houses) != 1:
        raise Stop("Name one partnership with --partnership: heed partnership list shows them.")
    tally = straight.bring_files(
        houses[0], arguments.path, kind=arguments.kind, ours=arguments.ours, told=_progress
    )
    for where, why in tally.not_taken:
        print(f"{where} was not taken: {why}")
    print(tally.sentence)
    return 1 if tally.not_taken else 0


def run_fetch(arguments: argparse.Namespace) -> int:
    """Fetch every feed that is allowed, now."""
    prepared()
    from django.conf import settings

    from heed.arrivals import straight
    from heed.elsewhere import fetching

    if not settings.HEED_FEEDS:
        raise Stop("HEED_FEEDS names no feed: see docs/administrator.md.")
    try:
        fetching.allowed(settings.HEED_FEEDS)
    except ValueError as fault:
        raise Stop(str(fault)) from None
    for line in straight.fetch_feeds(settings.HEED_FEEDS, only_due=False):
        print(line)
    return 0


def _progress(done: int, of: int) -> None:
    end = "\n" if done >= of else "\r" if sys.stderr.isatty() else "\n"
    sys.stderr.write(f"{done:,} of {of:,} files.{end}")
