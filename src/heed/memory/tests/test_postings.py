from typing import Any

import numpy as np
import pytest

from heed.memory import postings
from heed.memory.models import Posting

pytestmark = pytest.mark.django_db


def stored() -> dict[tuple[str, int], int]:
    found = postings.look_up(set(Posting.objects.values_list("term", flat=True)))
    return {
        (term, int(one)): int(weight)
        for term, where in found.items()
        for one, weight in zip(where.ids, where.weights, strict=True)
    }


def test_what_is_written_is_read_again_across_blocks() -> None:
    postings.write(added={1: {"coat": 2}, 4095: {"coat": 1}, 4096: {"coat": 9}, 9000: {"hat": 255}})
    where = postings.look_up(["coat", "hat", "nowhere"])
    assert where["coat"].ids.tolist() == [1, 4095, 4096]
    assert where["coat"].weights.tolist() == [2, 1, 9]
    assert where["hat"].ids.tolist() == [9000]
    assert "nowhere" not in where


def test_random_changes_agree_with_a_plain_dictionary() -> None:
    drawn = np.random.default_rng(3)
    kept: dict[tuple[str, int], int] = {}
    for _ in range(12):
        added: dict[int, dict[str, int]] = {}
        removed: dict[int, list[str]] = {}
        for entry in drawn.choice(9000, 40, replace=False).tolist():
            terms = [f"t{number}" for number in drawn.choice(12, 4, replace=False)]
            if drawn.random() < 0.4:
                removed[entry] = terms
                for term in terms:
                    kept.pop((term, entry), None)
            else:
                added[entry] = {term: int(drawn.integers(1, 256)) for term in terms}
                kept.update({(term, entry): n for term, n in added[entry].items()})
        postings.write(added=added, removed=removed)
    assert stored() == kept


def test_a_term_without_entries_leaves_no_row() -> None:
    postings.write(added={7: {"coat": 1}})
    postings.write(removed={7: ["coat", "never-there"]})
    assert not Posting.objects.exists()


def test_one_statement_reads_every_term(statements: Any) -> None:
    postings.write(added={one: {"coat": 1, f"n{one}": 1} for one in range(1, 30)})
    with statements() as made:
        postings.look_up([f"n{one}" for one in range(1, 30)])
    made.at_most(1)


def test_lengths_are_kept_to_within_a_twelfth() -> None:
    for words in (1, 7, 60, 420, 5_000, 300_000):
        kept = float(postings.LENGTHS[postings.length_code(words)])
        assert abs(kept - words) <= max(1, words / 12)
