"""How the command reads what is typed, and how it answers what it cannot use: with one sentence."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn


class Stop(Exception):
    """The command cannot go on; the message is a sentence that says what to do. Exit code 2."""


class Help(argparse.RawDescriptionHelpFormatter):
    """Help with its descriptions as they are written, and room for the commands' names."""

    def __init__(self, prog: str, **values: Any) -> None:
        super().__init__(prog, max_help_position=30, **values)


class Parser(argparse.ArgumentParser):
    """Answers bad input with one sentence on standard error, and exit code 2."""

    def __init__(self, **values: Any) -> None:
        values.setdefault("formatter_class", Help)
        values.setdefault("allow_abbrev", False)
        super().__init__(**values)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where to read on."""
        sys.stderr.write(f"{self.prog}: {plainly(message)} See {self.prog} --help.\n")
        raise SystemExit(2)


def under(parser: Parser) -> Any:
    """Where the commands that stand under one are added."""
    return parser.add_subparsers(title="Commands", metavar="COMMAND", dest="which", required=True)


def plainly(message: str) -> str:
    """What argparse says, as a sentence."""
    if missing := re.match(r"the following arguments are required: (.*)", message):
        if missing[1] in ("COMMAND", "WHAT"):
            return "Say which of its commands."
        return f"Give {missing[1].replace(', ', ' and ')}."
    if unknown := re.match(r"unrecognized arguments: (.*)", message):
        return f"“{unknown[1]}” is not something it understands."
    named = re.match(r"argument (?P<name>[^:]*): (?P<rest>.*)", message, re.S)
    if not named:
        return _ended(message[:1].upper() + message[1:])
    name, rest = named["name"].split("/")[-1], named["rest"]
    if choice := re.match(r"invalid choice: '?(.*?)'? \(choose from (.*)\)", rest):
        return f"“{choice[1]}” is not one of {choice[2].replace(chr(39), '')}."
    if rest.startswith("expected"):
        return f"{name} needs a value."
    if wrong := re.match(r"invalid \S+ value: '(.*)'", rest):
        return f"“{wrong[1]}” cannot be used for {name}."
    if both := re.match(r"not allowed with argument (.*)", rest):
        return f"{name} and {both[1]} cannot be used together."
    return _ended(rest)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def port(text: str) -> int:
    """A port to listen on."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port: use a number from 1 to 65535.")
    return int(text)


def number(text: str) -> int:
    """A number of one or more."""
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 1000.")
    return int(text)


def day(text: str) -> date:
    """A day, as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a day: write it as 2026-11-23."
        ) from None


def path(text: str) -> Path:
    """A file or folder, its ~ opened out."""
    return Path(text).expanduser()


def email(text: str) -> str:
    """A work email address."""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not an email address.")
    return text
