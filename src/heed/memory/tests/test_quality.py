"""What the search promises, on the half of the judged set that nothing was tuned on."""

import json
from collections import defaultdict
from math import log2
from pathlib import Path

import pytest

from heed.memory import operations, queries, understanding
from heed.memory.access import COMMAND_LINE

SET = Path(__file__).parents[4] / "bench" / "memory"


def gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:10]))


@pytest.mark.django_db
def test_the_held_out_half_is_answered_as_promised() -> None:
    for line in (SET / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        operations.remember(
            one["id"],
            kind="briefing",
            audience="public",
            title=one["title"],
            text=one["text"],
        )
    understanding.understand()
    figures: dict[str, list[float]] = defaultdict(list)
    for line in (SET / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        if asked["half"] != "held-out":
            continue
        hits = queries.search(COMMAND_LINE, asked["query"], limit=10).hits
        assert hits, asked["query"]
        answers: dict[str, int] = asked["answers"]
        reached = gain([answers.get(hit.entry.source_key, 0) for hit in hits])
        figures[asked["kind"]].append(reached / gain(sorted(answers.values(), reverse=True)))
    every = [one for some in figures.values() for one in some]
    assert sum(every) / len(every) >= 0.72
    assert sum(figures["short"]) / len(figures["short"]) >= 0.75
