"""`heed demo`: an invented partnership to look around in, served on this machine."""

import argparse
import json
import shutil
import time
from datetime import date
from pathlib import Path
from typing import Any

from heed.command import environment, parsing, serving
from heed.command.parsing import Stop

KEPT = "demonstration.json"
MADE = ("heed.sqlite3", "heed.sqlite3-wal", "heed.sqlite3-shm", "papers", "mail", "memory", KEPT)


def add(commands: Any) -> None:
    """Describe the command."""
    demo = commands.add_parser(
        "demo",
        help="build the demonstration and serve it",
        description=(
            "Builds a demonstration in HEED_HOME and serves it: an invented partnership with\n"
            "three years of reviews, and a smaller one beside it. Everybody and everything in it\n"
            "is made up. It is built once, and keeps its date and what you do in it until --fresh."
        ),
    )
    demo.add_argument(
        "--today",
        type=parsing.day,
        metavar="DAY",
        help="the day on which a new one stands, such as 2026-11-23 (default: this day)",
    )
    demo.add_argument("--fresh", action="store_true", help="build it anew; what was there is lost")
    demo.add_argument("--no-serve", action="store_true", help="build it and stop")
    serving.add_options(demo, workers=1)
    demo.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build what is not built, print who can sign in, serve."""
    home = environment.home()
    if arguments.fresh:
        _clear(home)
    environment.tell("HEED_HOME", str(home))
    environment.tell("HEED_DEMO", "1")
    environment.tell("HEED_MAIL_HOST", "")
    serving.settle_address(arguments)
    if not arguments.no_serve:
        serving.refuse_taken(arguments.host, arguments.port)
    environment.ready()
    stands = _stands(home)
    today = _day(arguments, _kept(home) if stands else None)
    _stand_at(today)
    if not stands:
        _build(home, today)
        if not arguments.no_serve:
            # Building fills this process with what serving does not need: begin as a new one.
            environment.begin_again("demo", *serving.as_words(arguments))
    _tell(today)
    return 0 if arguments.no_serve else serving.serve(arguments)


def _kept(home: Path) -> date | None:
    """The day that a demonstration in a home keeps; None without one."""
    try:
        return date.fromisoformat(json.loads((home / KEPT).read_text())["today"])
    except (OSError, ValueError, KeyError):
        return None


def _clear(home: Path) -> None:
    """Take a demonstration away. Nothing but a demonstration is ever taken away."""
    if _kept(home) is None:
        return
    if environment.told("DATABASE_URL").startswith("postgres"):
        raise Stop("With PostgreSQL, make an empty database yourself, then run it without --fresh.")
    for name in MADE:
        gone = home / name
        if gone.is_dir():
            shutil.rmtree(gone)
        else:
            gone.unlink(missing_ok=True)


def _stands(home: Path) -> bool:
    """Prepare the home; whether a demonstration stands in it. Raises Stop where another Heed does.

    One is built whole or not at all, so whatever partnership is there says that one stands.
    """
    from heed.command.preparing import prepare

    prepare()
    from heed.partnership.models import Partnership

    stands = Partnership.objects.exists()
    if stands and _kept(home) is None:
        raise Stop(
            f"A Heed that is no demonstration stands in {home}: name another folder in HEED_HOME."
        )
    return stands


def _day(arguments: argparse.Namespace, kept: date | None) -> date:
    """The day that it keeps; for a new one the day that was asked for, else this one."""
    from heed import clock

    if kept is None:
        return arguments.today or clock.today()
    if arguments.today and arguments.today != kept:
        print(f"This demonstration keeps its day, {kept:%-d %B %Y}, until --fresh.")
    return kept


def _stand_at(today: date) -> None:
    """Let it be this day for this process and for those that serve."""
    from django.conf import settings

    settings.HEED_TODAY = today
    environment.tell("HEED_TODAY", today.isoformat())


def _build(home: Path, today: date) -> None:
    """Build it, through the operations that people use."""
    from django.conf import settings

    from heed.demo.build import build

    # Three years of email that was sent to nobody.
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    (home / KEPT).write_text(json.dumps({"today": today.isoformat()}))
    print("Building the demonstration (once).", flush=True)
    began = time.monotonic()
    build(today=today, progress=lambda _: None)
    print(f"Built in {time.monotonic() - began:.0f} seconds.", flush=True)


def _tell(today: date) -> None:
    """Print the address and who can sign in."""
    from django.conf import settings

    from heed.demo.people import sign_ins

    print(f"\nThe demonstration of {today:%-d %B %Y} is at {settings.HEED_ADDRESS}\n")
    print("Sign in there with one press, as:")
    partnership = ""
    for one in sign_ins():
        if one.partnership != partnership:
            partnership = one.partnership
            print(f"\n  {partnership}")
        print(f"    {one.name:<22} {one.persona}")
    print("\nEverybody in it is invented. Ctrl-C stops it.\n", flush=True)
