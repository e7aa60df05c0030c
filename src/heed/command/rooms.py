"""What rooms offer on the command line: `heed pack`, `wording`, `memory` and `library`."""

import argparse
from collections.abc import Sequence
from typing import Any

from heed.command import environment, library
from heed.command.parsing import Parser, under
from heed.command.starting import prepared
from heed.library.export import command as export
from heed.memory import command as memory


def add(commands: Any, words: Sequence[str]) -> None:
    """Describe the commands; the room that takes long to load, only when ``words`` name it."""
    _add_pack(commands)
    which = words[0] if words else ""
    wording = commands.add_parser(
        "wording",
        help="check a text for what could identify somebody",
        description="Reads what people write. It advises; a person decides.",
    )
    if which == "wording":
        _add_wording(wording)
    memory.add_to(commands)
    commands.choices["memory"].set_defaults(before=prepared)
    _add_library(commands)


def _add_pack(commands: Any) -> None:
    pack = commands.add_parser(
        "pack",
        help="check and compare ways of working",
        description="A pack says as data how a partnership works: docs/packs.md.",
    )
    inside = under(pack)
    check = inside.add_parser(
        "check",
        help="say whether a pack can be used",
        description="Says what is wrong in a pack, with file, line and key (then exit code 1).",
    )
    check.add_argument("pack", nargs="?", default="", help="a folder or a name (default: all)")
    check.set_defaults(run=_run_pack, ask=lambda command, a: command.check(a.pack))
    compare = inside.add_parser(
        "compare", help="say how two packs differ", description="Says how two packs differ."
    )
    compare.add_argument("one", help="a folder or a name")
    compare.add_argument("other", help="a folder or a name")
    compare.set_defaults(run=_run_pack, ask=lambda command, a: command.compare(a.one, a.other))
    reference = inside.add_parser(
        "reference",
        help="print every key that a pack may have",
        description="Prints the page of every key that a pack may have.",
    )
    reference.add_argument("--to", default="", metavar="FILE", help="write it to a file instead")
    reference.set_defaults(run=_run_pack, ask=lambda command, a: command.reference(a.to))


def _add_library(commands: Any) -> None:
    parser = commands.add_parser(
        "library",
        help="write the public library out as files; bring in what others learnt",
        description="What is published for everyone, and what others published.",
    )
    parser.set_defaults(before=prepared)
    inside = under(parser)
    export.add_to(inside)
    library.add_to(inside)


def _run_pack(arguments: argparse.Namespace) -> int:
    environment.ready()
    from heed.pathways import command

    lines, code = arguments.ask(command, arguments)
    print("\n".join(lines))
    return int(code)


def _add_wording(wording: Parser) -> None:
    from heed.wording import command

    check = under(wording).add_parser(
        "check",
        help="find what could identify or blame somebody",
        description=command.__doc__,
    )
    command.add_arguments(check)
    check.set_defaults(run=command.run)
