"""How fast the search is as memory grows: import, meaning, and the time that a question takes.

    nice .venv/bin/python bench/memory/speed.py 10000 [--home DIR]

With --home what was made is kept, and used again. DATABASE_URL may name a PostgreSQL database.
"""

import argparse
import random
import resource
import time

import documents
from ground import prepare
from measure import percentile

BROAD = [
    "children and families known to services",
    "learning for professionals about the plan",
    "what school and police knew",
    "a baby and his mother at home",
    "the worker asked and nobody wrote it down",
    "risk in the family",
    "child",
    "health visitor and school nurse and police and social worker and GP",
]
SELECTIVE = [
    "methadone locked box",
    "prepayment meter",
    "sextortion",
    "insulin at noon",
    "passport wedding July",
    "WNB",
    "CP-IS upgrade",
    "retinal bleeding ICON",
]


def main() -> None:
    """Prints how long each stage took, and how long questions take (p50 and p95)."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("count", type=int)
    words.add_argument("--home", default="")
    words.add_argument("--times", type=int, default=12, help="how often each question is asked")
    words.add_argument("--words-only", action="store_true")
    asked = words.parse_args()
    home = prepare(asked.home)
    from heed.memory import importing, queries, understanding, vectors
    from heed.memory.access import COMMAND_LINE
    from heed.memory.models import Posting

    path = home / f"made-{asked.count}.jsonl"
    if not path.exists():
        documents.write(path, asked.count)
    began = time.perf_counter()
    report = importing.take(path)
    took = time.perf_counter() - began
    print(f"words: {report.added:,} added, {report.unchanged:,} as they were, {took:.0f} s")
    if not asked.words_only:
        began = time.perf_counter()
        read = understanding.understand()
        print(f"meaning: {read:,} read, {time.perf_counter() - began:.0f} s")
    began = time.perf_counter()
    queries.search(COMMAND_LINE, "warm up")
    print(f"first question: {time.perf_counter() - began:.1f} s")
    print(f"postings: {Posting.objects.count():,}; vectors: {len(vectors.current().owners):,}")
    drawn = random.Random(1)
    invented = [
        word
        for one in documents.made(50, seed=7)
        for word in one["text"].split()
        if drawn.random() < 0.01
    ]
    for name, questions in (("broad", BROAD), ("selective", SELECTIVE)):
        taken = []
        for turn in range(asked.times):
            for question in questions:
                # Never twice the same, so that nothing is remembered from the last time.
                text = f"{question} {invented[turn % len(invented)]}"
                began = time.perf_counter()
                queries.search(COMMAND_LINE, text)
                taken.append((time.perf_counter() - began) * 1000)
        print(
            f"{name}: p50 {percentile(taken, 0.5):.1f} ms, p95 {percentile(taken, 0.95):.1f} ms,"
            f" most {max(taken):.1f} ms"
        )
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
