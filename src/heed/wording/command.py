"""`heed wording check`: one text, or many as JSON lines. The output is a documented contract.

    heed wording check FILE|- [--register REGISTER.json] [--json]
    heed wording check FILE|- --jsonl

With --json: one hit a line. With --jsonl: each line in is {"id", "text", optional "register"}, each
line out {"id", "hits": [{start, end, kind, text, why, suggest, level, mark}], "complete",
"could_not_run"}, in the same order. Exit codes: 0 nothing found, 1 something found, 2 the check
could not be completed or the call was wrong. With --jsonl: 0, or 2 when any line was not complete.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any

from heed.wording.language import House
from heed.wording.reading import read
from heed.wording.register import Register
from heed.wording.shapes import Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of `heed wording check` to a parser."""
    parser.add_argument("file", metavar="FILE", help='the text to read, or "-" for standard input')
    parser.add_argument("--register", metavar="REGISTER.json", help="the case's identity register")
    parser.add_argument("--house", metavar="HOUSE.json", help="the partnership's house style")
    parser.add_argument("--json", action="store_true", help="one hit a line, as JSON")
    parser.add_argument("--jsonl", action="store_true", help="many texts, one JSON object a line")
    parser.add_argument("--language", action="store_true", help="language prompts as well")


def run(args: argparse.Namespace) -> int:
    """Runs the command; answers its exit code."""
    try:
        register = Register.from_file(args.register) if args.register else None
        house_data = json.loads(Path(args.house).read_text("utf-8")) if args.house else None
        house = House.from_data(house_data)
        with _opened(args.file) as source:
            if args.jsonl:
                return _many(source, sys.stdout, register, house, language=args.language)
            return _one(source.read(), register, house, args)
    except (OSError, ValueError) as problem:
        sys.stderr.write(f"heed wording check: {problem}\n")
        return 2


def _opened(file: str) -> AbstractContextManager[IO[str]]:
    return nullcontext(sys.stdin) if file == "-" else Path(file).open(encoding="utf-8")


def _one(text: str, register: Register | None, house: House, args: argparse.Namespace) -> int:
    reading = read(text, register=register, house=house, names_model="inside")
    hits = [*reading.identity, *(reading.language if args.language else ())]
    for hit in hits:
        if args.json:
            sys.stdout.write(json.dumps(hit.as_json(), ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(
                f"{hit.start}-{hit.end}  {hit.kind}  {hit.text!r}\n    {hit.why} {hit.suggest}\n"
            )
    if not reading.complete:
        sys.stderr.write(f"The check is not complete: {', '.join(reading.could_not_run)}.\n")
        return 2
    return 1 if hits else 0


def _many(
    source: IO[str], out: IO[str], register: Register | None, house: House, *, language: bool
) -> int:
    complete = True
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        answer = _answer(line, number, register, house, language=language)
        complete = complete and bool(answer["complete"])
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()
    return 0 if complete else 2


def _answer(
    line: str, number: int, register: Register | None, house: House, *, language: bool
) -> dict[str, Any]:
    identity: Any = None
    try:
        asked = json.loads(line)
        identity = asked.get("id", number)
        text = asked["text"]
        if not isinstance(text, str):
            raise ValueError("text is not a string")
        own = asked.get("register")
        people = Register.from_data(own) if own is not None else register
    except (ValueError, KeyError, AttributeError, TypeError) as problem:
        return {
            "id": identity,
            "hits": [],
            "complete": False,
            "could_not_run": [f"line {number}: {problem}"],
        }
    reading = read(text, register=people, house=house, names_model="inside")
    return _as_json(identity, reading, language=language)


def _as_json(identity: Any, reading: Reading, *, language: bool) -> dict[str, Any]:
    hits = [*reading.identity, *(reading.language if language else ())]
    return {
        "id": identity,
        "hits": [hit.as_json() for hit in hits],
        "complete": reading.complete,
        "could_not_run": list(reading.could_not_run),
    }
