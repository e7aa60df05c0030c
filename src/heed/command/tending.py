"""`heed tick` and `heed history`: what is due, and whether history is as it was written."""

import argparse
from typing import Any

from heed.command.parsing import under
from heed.command.starting import prepared


def add(commands: Any) -> None:
    """Describe the commands."""
    tick = commands.add_parser(
        "tick",
        help="do what is due; run it every five minutes",
        description=(
            "Writes the public library out where HEED_LIBRARY_FOLDER names a folder, seals what\n"
            "was added to history since the last seal, reads the meaning of what was remembered\n"
            "since and lets search go of what has ended, lets pauses begin and end on their days,\n"
            "fetches the feeds that HEED_FEEDS names, writes to those who follow the library,\n"
            "and clears sessions, codes and held posts that have ended, drafts of people without\n"
            "an account in which nothing was written for four weeks, and rows of spreadsheets\n"
            "brought in 90 days ago.\n"
            "Doing it twice changes nothing. Run it every five minutes: see docs/administrator.md."
        ),
    )
    tick.set_defaults(run=run_tick)
    history = commands.add_parser(
        "history",
        help="verify that history is as it was written",
        description="The record of who did or read what, and when.",
    )
    inside = under(history)
    verify = inside.add_parser(
        "verify",
        help="walk the seals and say what does not agree",
        description=(
            "Walks the chain of seals from the first entry. Exit code 0: everything agrees; 1: an\n"
            "entry was changed, added or taken away since it was sealed. Keep the head that it\n"
            "prints somewhere else, so that a shortened history shows."
        ),
    )
    verify.set_defaults(run=run_verify)


def run_tick(arguments: argparse.Namespace) -> int:
    """Do what is due, and say what was."""
    prepared()
    from django.conf import settings
    from django.core.management import call_command

    from heed.arrivals import jobs as arrivals
    from heed.arrivals import straight
    from heed.following import jobs as following
    from heed.history import operations as history
    from heed.library import jobs as library
    from heed.library.export import jobs as export
    from heed.memory import index, understanding
    from heed.partnership import operations as partnership
    from heed.referrals import operations as referrals
    from heed.reviews.dates import operations as dates

    # First: whatever is taken down has to be gone from the files, however long the rest may take.
    written = export.renew(settings.HEED_LIBRARY_FOLDER, settings.HEED_LIBRARY_ADDRESS)
    call_command("clearsessions")
    forgotten = partnership.forget_held_posts(by=None)
    partnership.forget_codes(by=None)
    drafts = referrals.clear_drafts(by=None)
    ended = library.let_go_of_ended()
    index.ready()
    read = understanding.understand()
    rows = arrivals.go_on()
    let_go = arrivals.forget()
    pauses = dates.begin_and_end_pauses(by=None)
    told = following.tell_who_is_due()
    feeds = list(straight.fetch_feeds(settings.HEED_FEEDS))
    seal = history.seal()
    done = [
        f"Let go of {forgotten} late posts that nobody asked for." if forgotten else "",
        f"Cleared {drafts} drafts that nobody finished." if drafts else "",
        f"Let search go of {ended} pages and modules that have ended." if ended else "",
        f"Read the meaning of {read} entries of memory." if read else "",
        f"Brought in {rows} rows that had waited since the work stopped." if rows else "",
        f"{pauses} cases began to wait or went on." if pauses else "",
        *feeds,
        f"Sent {told} emails to those who follow." if told else "",
        written,
        f"Let go of the rows of {let_go} spreadsheets, brought in long ago." if let_go else "",
        f"Sealed {seal.count} entries of history." if seal else "",
    ]
    print("\n".join(filter(None, done)) or "Nothing was due.")
    return 0


def run_verify(arguments: argparse.Namespace) -> int:
    """Verify history."""
    prepared()
    from heed.history import operations as history

    return 0 if history.verify(print) else 1
