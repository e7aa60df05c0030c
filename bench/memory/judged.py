"""Runs the judged sets through Heed's search, and through the peers with --peers.

    .venv/bin/python bench/memory/judged.py [--peers] [--set tune|held-out|a|b] [--each]

With DATABASE_URL naming a PostgreSQL database, Heed and ts_rank run there.
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ground import HERE, prepare
from measure import mean, ndcg

FOLDERS = {"own": HERE, "a": HERE / "strangers" / "a", "b": HERE / "strangers" / "b"}
NOT_LOOKED_INTO = ("held-out", "b")
KINDS = ("short", "field", "apart")
Search = Callable[[str], list[str]]


def main() -> None:
    """Prints nDCG@10 by set and kind of question, and how many questions found nothing."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--peers", action="store_true")
    words.add_argument("--set", choices=["tune", "held-out", "a", "b"], default="")
    words.add_argument("--each", action="store_true", help="a line a question, of tune and a")
    asked = words.parse_args()
    prepare()
    print(f"{'':14}{'set':10}" + "".join(f"{one:>8}" for one in (*KINDS, "all", "empty")))
    for name, folder in FOLDERS.items():
        halves = [one for one in _halves(name) if asked.set in ("", one)]
        if not halves:
            continue
        documents = _read(folder / "documents.jsonl")
        questions = _read(folder / "questions.jsonl")
        for title, search in _searches(documents, peers=asked.peers).items():
            for half in halves:
                chosen = [one for one in questions if one.get("half", half) == half]
                each = asked.each and title == "Heed" and half not in NOT_LOOKED_INTO
                _report(title, half, search, chosen, each=each)


def _halves(name: str) -> list[str]:
    return ["tune", "held-out"] if name == "own" else [name]


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _searches(documents: list[dict[str, Any]], *, peers: bool) -> dict[str, Search]:
    searches = {"Heed": _heed(documents)}
    if peers:
        import peers as others

        broad = others.fts5(documents, "OR")
        close = others.meaning(documents)
        searches |= {
            "FTS5, OR": broad,
            "FTS5, AND": others.fts5(documents, "AND"),
            "encoder": close,
            "OR + encoder": others.fused(broad, close),
        }
        if os.environ["DATABASE_URL"].startswith("postgres"):
            searches["ts_rank, OR"] = others.postgres(documents, os.environ["DATABASE_URL"])
    return searches


def _heed(documents: list[dict[str, Any]]) -> Search:
    from heed.memory import operations, queries, understanding
    from heed.memory.access import COMMAND_LINE
    from heed.memory.models import Entry

    for key in list(Entry.objects.values_list("source_key", flat=True)):
        operations.forget(key)
    for one in documents:
        operations.remember(
            f"bench/{one['id']}",
            kind="briefing",
            audience="public",
            title=one["title"],
            text=one["text"],
            external_id=one["id"],
        )
    understanding.understand()

    def search(question: str) -> list[str]:
        hits = queries.search(COMMAND_LINE, question, limit=10).hits
        return [hit.entry.external_id for hit in hits]

    return search


def _report(
    title: str, half: str, search: Search, questions: list[dict[str, Any]], *, each: bool
) -> None:
    kinds = defaultdict(list)
    empty = 0
    for question in questions:
        order = search(question["query"])
        empty += not order
        gained = ndcg(order, question["answers"])
        kinds[question["kind"]].append(gained)
        if each:
            print(f"  {gained:.2f}  {question['kind']:6} {question['query']}  {order[:4]}")
    every = [one for some in kinds.values() for one in some]
    figures = [mean(kinds[kind]) for kind in KINDS] + [mean(every)]
    print(f"{title:14}{half:10}" + "".join(f"{one:8.3f}" for one in figures) + f"{empty:8}")


if __name__ == "__main__":
    main()
