"""``heed memory import``, ``search``, ``similar``, ``read`` and ``rebuild``. See docs/memory.md.

Nothing of the database is imported before a command runs, so that ``heed --help`` stays quick.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``memory`` and what stands under it; each sets ``run``, which gives the exit code."""
    memory = commands.add_parser(
        "memory", help="what is already known: take it in, search it, find what is like it"
    )
    under = memory.add_subparsers(required=True, metavar="WHAT")
    taking = under.add_parser("import", help="take learning from a file, one JSON object a line")
    taking.add_argument("file", type=Path, help="a .jsonl file: id, title, text and more")
    taking.add_argument(
        "--partnership",
        metavar="SLUG",
        default="",
        help="whose people find the lines that name no partnership of this machine",
    )
    taking.add_argument(
        "--words-only",
        action="store_true",
        help="make it found by words; leave its meaning to `heed tick` or `heed memory read`",
    )
    taking.set_defaults(run=run_import)
    search = under.add_parser(
        "search",
        help="search what is known",
        description=(
            "Searches over every audience but a case's own and a forum's, best answers first.\n"
            "With --queries, one line of JSON for each question: qid, docs (ids) and ms.\n"
            "Exit code 0; 1 where some lines were no questions; 2 without anything to ask."
        ),
    )
    search.add_argument("question", nargs="?", default=None, help="in any words")
    search.add_argument("--queries", type=Path, help="a .jsonl file of questions: id, query")
    search.add_argument("--limit", type=int, default=10, help="how many answers (10)")
    search.add_argument("--json", action="store_true", help="answer as JSON")
    search.set_defaults(run=run_search)
    similar = under.add_parser("similar", help="earlier learning close to a text, with its effect")
    similar.add_argument("file", type=Path, help="a text file; - for standard input")
    similar.add_argument("--limit", type=int, default=10)
    similar.add_argument("--json", action="store_true", help="answer as JSON")
    similar.set_defaults(run=run_similar)
    reading = under.add_parser("read", help="read the meaning of entries that have none yet")
    reading.set_defaults(run=run_read)
    rebuild = under.add_parser("rebuild", help="read every entry's words anew")
    rebuild.set_defaults(run=run_rebuild)


def run_import(arguments: argparse.Namespace) -> int:
    """Takes a file in; 0 when every line was taken, 1 when some were not, 2 if it cannot begin."""
    _set_up()
    from heed.memory import importing, understanding
    from heed.partnership.models import Partnership

    if not arguments.file.is_file():
        return _refuse(f"There is no file {arguments.file}.")
    houses = {one.slug: one for one in Partnership.objects.order_by("slug")}
    if arguments.partnership and arguments.partnership not in houses:
        known = f"there is {', '.join(houses)}" if houses else "there is none yet"
        return _refuse(f"No partnership here is called “{arguments.partnership}”: {known}.")
    report = importing.take(
        arguments.file, told=_progress("Words"), host=houses.get(arguments.partnership)
    )
    for number, sentence in report.remarks:
        _say(f"Line {number}: {sentence}")
    for number, sentence in report.refused:
        _say(f"Line {number} was not taken: {sentence}")
    _say(
        f"{report.read:,} lines read: {report.added:,} added, {report.renewed:,} renewed,"
        f" {report.unchanged:,} as they were, {len(report.refused):,} not taken."
    )
    if report.nobodys and houses:
        _say(
            f"{report.nobodys:,} of them, for a partnership's people, name none of those here:"
            " nobody who signs in finds them. Import the file again with --partnership and one of"
            f" {', '.join(houses)}."
        )
    if not arguments.words_only:
        read = understanding.understand(told=_progress("Meaning"))
        _say(f"{read:,} read for their meaning.")
    return 1 if report.refused else 0


def run_search(arguments: argparse.Namespace) -> int:
    """Answers one question, or a file of them one line each."""
    _set_up()
    if arguments.queries is not None:
        return _answer_many(arguments.queries, arguments.limit)
    if arguments.question is None:
        return _refuse("Say what to search for, or name a file with --queries.")
    from heed.memory import queries
    from heed.memory.access import COMMAND_LINE

    results = queries.search(COMMAND_LINE, arguments.question, limit=arguments.limit)
    if arguments.json:
        _say(
            json.dumps(
                [
                    {
                        "id": hit.entry.external_id or hit.entry.source_key,
                        "title": hit.entry.title,
                        "score": hit.score,
                        "snippet": hit.snippet.text,
                    }
                    for hit in results.hits
                ],
                ensure_ascii=False,
                indent=2,
            )
        )
        return 0
    if results.note:
        _say(results.note + "\n")
    for hit in results.hits:
        _say(f"{hit.entry.title}\n  {hit.snippet.text}\n")
    _say(f"{results.total_in_words} found.")
    return 0


def _answer_many(path: Path, limit: int) -> int:
    from heed.memory import queries
    from heed.memory.access import COMMAND_LINE

    if not path.is_file():
        return _refuse(f"There is no file {path}.")
    queries.search(COMMAND_LINE, "warm up", limit=1)
    wrong = 0
    for number, raw in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
            asked, text = row["id"], str(row["query"])
        except (ValueError, KeyError, TypeError):
            sys.stderr.write(f"Line {number} is not a question with an id and a query.\n")
            wrong += 1
            continue
        began = time.perf_counter()
        hits = queries.search(COMMAND_LINE, text, limit=limit).hits
        took = (time.perf_counter() - began) * 1000
        docs = [hit.entry.external_id or hit.entry.source_key for hit in hits]
        _say(json.dumps({"qid": asked, "docs": docs, "ms": round(took, 2)}, ensure_ascii=False))
    return 1 if wrong else 0


def run_similar(arguments: argparse.Namespace) -> int:
    """The earlier learning closest to a text."""
    _set_up()
    from heed.memory import recurrence
    from heed.memory.access import COMMAND_LINE

    if str(arguments.file) == "-":
        text = sys.stdin.read()
    elif arguments.file.is_file():
        text = arguments.file.read_text(encoding="utf-8", errors="replace")
    else:
        return _refuse(f"There is no file {arguments.file}.")
    found = recurrence.similar(COMMAND_LINE, text, limit=arguments.limit)
    if arguments.json:
        rows: list[dict[str, Any]] = [
            {
                "id": one.entry.external_id or one.entry.source_key,
                "title": one.entry.title,
                "score": one.score,
                "how_close": one.how_close,
                "snippet": one.snippet.text,
                "effect": one.entry.get_effect_display() if one.entry.effect else None,
            }
            for one in found
        ]
        _say(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        effect = f" {one.entry.get_effect_display()}." if one.entry.effect else ""
        _say(f"{one.entry.title} ({one.how_close}).{effect}\n  {one.snippet.text}\n")
    if not found:
        _say("Nothing earlier comes close.")
    return 0


def run_read(arguments: argparse.Namespace) -> int:
    """Reads the meaning of entries that have none yet."""
    _set_up()
    from heed.memory import understanding

    _say(f"{understanding.understand(told=_progress('Meaning')):,} read for their meaning.")
    return 0


def run_rebuild(arguments: argparse.Namespace) -> int:
    """Reads every entry's words anew."""
    _set_up()
    from heed.memory import index

    _say(f"{index.rebuild():,} entries read anew.")
    return 0


def _set_up() -> None:
    import django

    django.setup()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 2


def _progress(what: str) -> Callable[[int, int], None]:
    """Tells of progress on standard error: a line at every hundredth, with the time left."""
    began = time.monotonic()
    told = -1

    def tell(done: int, of: int) -> None:
        nonlocal told
        percent = 100 * done // of if of else 100
        if percent == told:
            return
        told = percent
        passed = time.monotonic() - began
        left = passed * (of - done) / done if done else 0.0
        end = "\n" if done >= of else "\r" if sys.stderr.isatty() else "\n"
        sys.stderr.write(f"{what}: {percent} in 100, about {_minutes(left)} left.{end}")
        sys.stderr.flush()

    return tell


def _minutes(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 90 else f"{round(seconds / 60)} min"
