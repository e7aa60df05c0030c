"""What the search promises, on what nothing was tuned on: half of our own set, and a stranger's."""

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
@pytest.mark.parametrize(
    "held_out", [SET, SET / "strangers" / "b"], ids=["our own", "a stranger's"]
)
def test_what_nothing_was_tuned_on_is_answered_as_promised(held_out: Path) -> None:
    for line in (held_out / "documents.jsonl").read_text(encoding="utf-8").splitlines():
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
    for line in (held_out / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        if asked.get("half", "held-out") != "held-out":
            continue
        hits = queries.search(COMMAND_LINE, asked["query"], limit=10).hits
        assert hits, asked["query"]
        answers: dict[str, int] = asked["answers"]
        reached = gain([answers.get(hit.entry.source_key, 0) for hit in hits])
        figures[asked["kind"]].append(reached / gain(sorted(answers.values(), reverse=True)))
    every = [one for some in figures.values() for one in some]
    assert sum(every) / len(every) >= 0.72
    assert sum(figures["short"]) / len(figures["short"]) >= 0.75
