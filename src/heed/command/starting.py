"""`heed init` and `heed partnership add`: from an empty home to a first coordinator."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from heed.command import environment, parsing
from heed.command.parsing import Stop, under

if TYPE_CHECKING:
    from heed.command.opening import Details

QUESTIONS = (
    ("name", "Name of the partnership, in full", "", ""),
    ("short_name", "Short name, for its address and emails", "such as Harrowmere", ""),
    ("prefix", "Letters that begin its references", "two to four capitals, such as HAR", ""),
    ("mailbox", "The partnership's mailbox", "it stands on every page", ""),
    ("authority", "Local authority", "the rest can be added later", ""),
    ("telephone", "Telephone of the partnership's office", "may be empty", "-"),
    ("front_door", "Whom to telephone when a child is in danger now", "may be empty", "-"),
    ("pack", "Way of working to begin with", "heed pack check lists them", "england"),
)


def add(commands: Any) -> None:
    """Describe the commands."""
    init = commands.add_parser(
        "init",
        help="prepare the database; ask for the partnership and its first coordinator",
        description=(
            "Prepares the database, styles and scripts in HEED_HOME, then asks for the\n"
            "partnership's details and its first coordinator. Run it again after each new\n"
            "version of Heed: it brings the database up to date and asks nothing twice.\n"
            "Where nobody is at the terminal it asks nothing."
        ),
    )
    init.add_argument(
        "--no-input", action="store_true", help="ask nothing: prepare the database and stop"
    )
    init.set_defaults(run=run_init)
    partnership = commands.add_parser(
        "partnership",
        help="add a partnership, or list them",
        description="One Heed serves several partnerships; nothing of one is seen in another.",
    )
    inside = under(partnership)
    new = inside.add_parser("add", help="add a partnership", description="Adds a partnership.")
    new.add_argument("--name", required=True, help="its name in full")
    new.add_argument("--short-name", required=True, help="for its address and emails")
    new.add_argument("--prefix", required=True, help="two to four capitals that begin references")
    new.add_argument("--mailbox", required=True, type=parsing.email, help="its shared mailbox")
    new.add_argument("--authority", default="", help="a local authority that it covers")
    new.add_argument("--telephone", default="", help="its office")
    new.add_argument("--front-door", default="", help="whom to telephone when a child is in danger")
    new.add_argument("--pack", default="england", help="way of working (default: england)")
    new.set_defaults(run=run_add)
    inside.add_parser(
        "list", help="list the partnerships", description="Lists the partnerships."
    ).set_defaults(run=run_list)


def run_init(arguments: argparse.Namespace) -> int:
    """Prepare the home; ask for a partnership where there is none yet."""
    environment.ready()
    from django.conf import settings

    from heed.command.preparing import prepare

    prepare()
    print(f"Prepared: {settings.HEED_HOME}")
    if arguments.no_input:
        return 0
    from heed.partnership.models import Partnership

    if Partnership.objects.exists():
        print("A partnership stands here already. To add another: heed partnership add --help")
        return 0
    if not sys.stdin.isatty():
        # A script prepares a home in which nobody works yet: a memory to search, a restore.
        print("There is nobody to ask here. For a partnership: heed partnership add --help")
        return 0
    return _ask_for_partnership()


def run_add(arguments: argparse.Namespace) -> int:
    """Add a partnership from the options."""
    prepared()
    from heed.command.opening import Details, open_partnership

    names = [name for name, *_ in QUESTIONS]
    partnership = open_partnership(Details(**{name: getattr(arguments, name) for name in names}))
    print(f"{partnership.name} is at /{partnership.slug}/.")
    print(f"Next: heed people add --partnership {partnership.slug} --name … --email …")
    return 0


def run_list(arguments: argparse.Namespace) -> int:
    """List the partnerships."""
    prepared()
    from heed.partnership.models import Partnership

    for one in Partnership.objects.all():
        print(f"{one.slug}\t{one.prefix}\t{one.name}")
    return 0


def prepared() -> None:
    """Read the settings; raise Stop unless the database is up to date."""
    environment.ready()
    from heed.command.preparing import pending

    if pending():
        raise Stop("The database is not prepared: run heed init --no-input.")


def _ask_for_partnership() -> int:
    from heed.command.opening import open_partnership
    from heed.command.people import welcome

    print("\nThe partnership. Every answer can be changed later.\n")
    partnership = None
    while partnership is None:
        details = _details()
        try:
            partnership = open_partnership(details)
        except Stop as stop:
            print(f"\n{stop}\n")
    print("\nThe first coordinator.\n")
    name = ask("Name", "", "")
    address = ask("Work email", "", "", parsing.email)
    welcome(partnership, name=name, email=address, kind="coordinator")
    print("\nThen: heed serve")
    return 0


def _details() -> "Details":
    from heed.command.opening import Details

    answers = {}
    for key, words, hint, otherwise in QUESTIONS:
        check = parsing.email if key == "mailbox" else str
        answers[key] = ask(words, hint, otherwise, check)
    return Details(**answers)


def ask(words: str, hint: str, otherwise: str, check: Callable[[str], str] = str) -> str:
    """One question, until its answer can be used. ``otherwise`` “-” means that it may be empty."""
    shown = f"{words} ({hint})" if hint else words
    default = f" [{otherwise}]" if otherwise not in ("", "-") else ""
    while True:
        try:
            answer = input(f"{shown}{default}: ").strip()
        except EOFError:
            raise Stop("The questions were not answered: nothing was added.") from None
        if not answer:
            if otherwise:
                return otherwise.removeprefix("-")
            print("  This one is needed.")
            continue
        try:
            return check(answer)
        except argparse.ArgumentTypeError as fault:
            print(f"  {fault}")
