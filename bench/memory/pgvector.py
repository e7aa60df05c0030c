"""The nearest in meaning by pgvector, beside Heed's own memory-mapped vectors: time and recall.

    .venv/bin/python -m tests.throwaway_postgres .venv/bin/python bench/memory/pgvector.py HOME [N]

HOME is one that `speed.py --home` filled on SQLite; N, how many of its vectors to use. Needs a
PostgreSQL that has the extension.
"""

import os
import sys
import time
from collections.abc import Callable

import numpy as np
import psycopg

ASKED = 40
LIMIT = 200


def main() -> None:
    """Prints how long each way takes to load and to answer, and its share of the nearest."""
    address = os.environ.pop("DATABASE_URL")
    from ground import prepare

    prepare(sys.argv[1])
    from heed.memory import meaning, vectors

    copy = vectors.current()
    if len(sys.argv) > 2:
        many = slice(int(sys.argv[2]))
        copy = vectors.Copy(copy.vectors[many], copy.sketches[many], copy.owners[many])
    stored = np.asarray(copy.vectors).astype(np.float32) / meaning.SCALE
    drawn = np.random.default_rng(1)
    # Questions near what is stored, as those of people are: a passage, a good deal altered.
    near = stored[drawn.choice(len(stored), ASKED)]
    noise = drawn.normal(size=near.shape).astype(np.float32)
    asked = near + noise / np.linalg.norm(noise, axis=1, keepdims=True)
    asked /= np.linalg.norm(asked, axis=1, keepdims=True)
    best = [set(np.argsort(-(stored @ one))[:LIMIT].tolist()) for one in asked]
    allowed = np.ones(int(copy.owners.max()) + 1, bool)
    truth = [{int(copy.owners[row]) for row in rows} for rows in best]

    def mapped(one: np.ndarray) -> set[int]:
        return set(vectors.nearest(copy, one, allowed, LIMIT))

    print(f"{len(stored):,} vectors")
    tell("mapped files", mapped, asked, truth)
    base = psycopg.connect(address, autocommit=True)
    base.execute("CREATE EXTENSION vector")
    base.execute("CREATE TABLE passages (entry int, meant halfvec(512))")
    began = time.perf_counter()
    with base.cursor().copy("COPY passages FROM STDIN") as sent:
        for owner, row in zip(copy.owners.tolist(), stored, strict=True):
            sent.write_row((owner, "[" + ",".join(f"{value:.4f}" for value in row) + "]"))
    print(f"loaded in {time.perf_counter() - began:.0f} s")

    def asked_of_postgres(one: np.ndarray) -> set[int]:
        vector = "[" + ",".join(f"{value:.4f}" for value in one) + "]"
        rows = base.execute(
            "SELECT entry FROM passages ORDER BY meant <#> %s::halfvec LIMIT %s", [vector, LIMIT]
        )
        return {owner for (owner,) in rows}

    tell("pgvector, exact", asked_of_postgres, asked, truth)
    began = time.perf_counter()
    base.execute("SET maintenance_work_mem = '512MB'")
    base.execute("CREATE INDEX ON passages USING hnsw (meant halfvec_ip_ops)")
    print(f"index built in {time.perf_counter() - began:.0f} s")
    base.execute(f"SET hnsw.ef_search = {LIMIT}")
    tell("pgvector, hnsw", asked_of_postgres, asked, truth)


def tell(
    name: str,
    search: Callable[[np.ndarray], set[int]],
    asked: np.ndarray,
    truth: list[set[int]],
) -> None:
    """Prints the middle and the slow end of one way, and its share of the true nearest."""
    taken, found = [], []
    for one, true in zip(asked, truth, strict=True):
        began = time.perf_counter()
        got = search(one)
        taken.append((time.perf_counter() - began) * 1000)
        found.append(len(got & true) / len(true))
    taken.sort()
    middle, slow = taken[len(taken) // 2], taken[int(0.95 * len(taken))]
    print(f"{name}: p50 {middle:.1f} ms, p95 {slow:.1f} ms, recall {sum(found) / len(found):.3f}")


if __name__ == "__main__":
    main()
