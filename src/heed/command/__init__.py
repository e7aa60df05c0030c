"""The `heed` command: sets Heed up, serves it, and looks after what it keeps."""

import sys
from collections.abc import Sequence

from heed.command import (
    archives,
    demonstration,
    drawing,
    inspecting,
    people,
    rooms,
    serving,
    starting,
    tending,
)
from heed.command.parsing import Parser, Stop

DESCRIPTION = """\
Heed carries learning reviews from referral to the difference they made.

This command sets Heed up, serves it, and looks after what it keeps. HEED_HOME says where
that is (without it: .heed in your home folder). docs/administrator.md tells the rest."""


def parser(words: Sequence[str] = ()) -> Parser:
    """Every command with its help. Only the command that ``words`` names is loaded whole."""
    heed = Parser(prog="heed", description=DESCRIPTION)
    commands = heed.add_subparsers(title="Commands", metavar="COMMAND", dest="command")
    starting.add(commands)
    people.add(commands)
    serving.add(commands)
    demonstration.add(commands)
    tending.add(commands)
    inspecting.add(commands)
    archives.add(commands)
    rooms.add(commands, words)
    drawing.add(commands)
    return heed


def run(words: Sequence[str]) -> int:
    """Run one command; gives its exit code. Bad input: one sentence on standard error, and 2."""
    heed = parser(words)
    if not words:
        heed.print_help()
        return 2
    arguments = heed.parse_args(words)
    try:
        if before := getattr(arguments, "before", None):
            before()
        answer: int = arguments.run(arguments)
    except Stop as stop:
        print(f"heed {arguments.command}: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141
    except Exception as fault:
        if _refusal(fault):
            print(f"heed {arguments.command}: {fault}", file=sys.stderr)
            return 2
        raise
    return answer


def _refusal(fault: Exception) -> bool:
    from heed.refusals import Refusal

    return isinstance(fault, Refusal)
