"""How fast the search is as memory grows: import, meaning, and the time that a question takes.

    nice .venv/bin/python bench/memory/speed.py 10000 [--home DIR] [--peers]

With --home what was made is kept, and used again. DATABASE_URL may name a PostgreSQL database.
With --peers the same questions go, in turn with Heed's, to FTS5 (words joined by OR) and to the
encoder compared with every passage; the ratios count where the machine is not quiet.
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

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
    words.add_argument("--peers", action="store_true")
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
    searches: dict[str, Callable[[str], object]] = {
        "Heed": lambda text: queries.search(COMMAND_LINE, text)
    }
    if asked.peers:
        searches |= _peers(path)
    drawn = random.Random(1)
    invented = [
        word
        for one in documents.made(50, seed=7)
        for word in one["text"].split()
        if drawn.random() < 0.01
    ]
    for name, questions in (("broad", BROAD), ("selective", SELECTIVE)):
        _report(name, _asked(searches, questions, invented, asked.times))
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def _peers(path: Path) -> dict[str, Callable[[str], object]]:
    """FTS5 over the same documents, and the encoder against every passage that Heed keeps."""
    import numpy as np
    import peers

    from heed.memory import meaning, vectors

    with path.open(encoding="utf-8") as file:
        made = [json.loads(line) for line in file]
    kept = vectors.current().vectors

    def brute(text: str) -> object:
        vector = meaning.encode([text])[0]
        close = np.concatenate(
            [
                kept[start : start + 65_536].astype(np.float32) @ vector
                for start in range(0, len(kept), 65_536)
            ]
        )
        return np.argpartition(-close, 100)[:100]

    return {"FTS5, OR": peers.fts5(made, "OR"), "encoder": brute}


def _asked(
    searches: dict[str, Callable[[str], object]],
    questions: list[str],
    invented: list[str],
    times: int,
) -> dict[str, list[tuple[float, float]]]:
    """Of each search, the milliseconds on the clock and of a core that each question took."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in searches}
    for turn in range(times):
        for question in questions:
            for number, (name, search) in enumerate(searches.items()):
                # Never twice the same, so that nothing is remembered from the last time.
                text = f"{question} {invented[(turn + 31 * number) % len(invented)]}"
                began, core = time.perf_counter(), time.process_time()
                search(text)
                taken[name].append(
                    ((time.perf_counter() - began) * 1000, (time.process_time() - core) * 1000)
                )
    return taken


def _report(title: str, taken: dict[str, list[tuple[float, float]]]) -> None:
    heeds = percentile([core for _, core in taken["Heed"]], 0.5)
    for name, each in taken.items():
        clock, core = [one for one, _ in each], [one for _, one in each]
        ratio = percentile(core, 0.5) / heeds
        print(
            f"{title:10}{name:10} p50 {percentile(clock, 0.5):7.1f}  p95"
            f" {percentile(clock, 0.95):7.1f}  most {max(clock):7.1f} ms; of a core p50"
            f" {percentile(core, 0.5):7.1f}  p95 {percentile(core, 0.95):7.1f}; {ratio:.2f} of"
            " Heed's"
        )


if __name__ == "__main__":
    main()
