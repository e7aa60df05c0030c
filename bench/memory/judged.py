"""Runs the judged set through Heed's search, and through the peers with --peers.

    .venv/bin/python bench/memory/judged.py [--peers] [--half tune|held-out] [--each]

With DATABASE_URL naming a PostgreSQL database, Heed and ts_rank run there.
"""

import argparse
import json
import os
from collections import defaultdict

from ground import HERE, prepare
from measure import mean, ndcg


def main() -> None:
    """Prints nDCG@10 by half and kind of question, and how many questions found nothing."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--peers", action="store_true")
    words.add_argument("--half", choices=["tune", "held-out"], default="")
    words.add_argument("--each", action="store_true", help="a line for each question")
    asked = words.parse_args()
    prepare()
    from heed.memory import operations, queries, understanding
    from heed.memory.access import COMMAND_LINE

    documents = [json.loads(line) for line in (HERE / "documents.jsonl").open()]
    questions = [json.loads(line) for line in (HERE / "questions.jsonl").open()]
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

    def heed(question: str) -> list[str]:
        hits = queries.search(COMMAND_LINE, question, limit=10).hits
        return [hit.entry.external_id for hit in hits]

    searches = {"Heed": heed}
    if asked.peers:
        import peers

        broad = peers.fts5(documents, "OR")
        close = peers.meaning(documents)
        searches |= {
            "FTS5, OR": broad,
            "FTS5, AND": peers.fts5(documents, "AND"),
            "encoder": close,
            "OR + encoder": peers.fused(broad, close),
        }
        if os.environ["DATABASE_URL"].startswith("postgres"):
            searches["ts_rank, OR"] = peers.postgres(documents, os.environ["DATABASE_URL"])
    print(f"{'':14}{'half':10}{'short':>8}{'field':>8}{'apart':>8}{'all':>8}{'empty':>8}")
    for name, search in searches.items():
        for half in [asked.half] if asked.half else ["tune", "held-out"]:
            kinds = defaultdict(list)
            empty = 0
            for question in questions:
                if question["half"] != half:
                    continue
                order = search(question["query"])
                empty += not order
                gained = ndcg(order, question["answers"])
                kinds[question["kind"]].append(gained)
                if asked.each and name == "Heed":
                    print(f"  {gained:.2f}  {question['kind']:6} {question['query']}  {order[:4]}")
            every = [one for some in kinds.values() for one in some]
            figures = [mean(kinds[kind]) for kind in ("short", "field", "apart")] + [mean(every)]
            print(f"{name:14}{half:10}" + "".join(f"{one:8.3f}" for one in figures) + f"{empty:8}")


if __name__ == "__main__":
    main()
