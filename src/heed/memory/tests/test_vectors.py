import numpy as np
import pytest
from django.db import transaction

from heed.memory import meaning, vectors
from heed.memory.models import Meaning

pytestmark = pytest.mark.django_db


def unit(seed: int, rows: int = 1) -> np.ndarray:
    made = np.random.default_rng(seed).normal(size=(rows, meaning.SIZE)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def keep(entry: int, seed: int, rows: int = 1) -> Meaning:
    packed = meaning.pack(unit(seed, rows))
    return Meaning.objects.create(entry=entry, model=meaning.MODEL, vectors=packed)


def everyone(size: int = 100) -> np.ndarray:
    return np.ones(size, bool)


def test_the_nearest_of_its_passages_speaks_for_an_entry() -> None:
    keep(3, 1, rows=4)
    keep(5, 2)
    found = vectors.nearest(vectors.current(), unit(1, 4)[2], everyone(), 5)
    assert next(iter(found)) == 3
    assert found[3] == pytest.approx(1, abs=0.02)


def test_those_not_allowed_are_passed_over() -> None:
    keep(3, 1)
    keep(5, 2)
    allowed = everyone()
    allowed[3] = False
    assert list(vectors.nearest(vectors.current(), unit(1)[0], allowed, 5)) == [5]
    assert list(vectors.nearest(vectors.current(), unit(1)[0], np.zeros(2, bool), 5)) == []


def test_closeness_is_told_of_the_entries_asked_for() -> None:
    keep(3, 1)
    keep(5, 2)
    assert list(vectors.closeness(vectors.current(), unit(1)[0], np.array([5, 77]))) == [5]


def test_the_copy_follows_what_is_added_renewed_and_forgotten() -> None:
    keep(3, 1)
    assert vectors.current().owners.tolist() == [3]
    keep(5, 2)
    Meaning.objects.filter(entry=3).update(vectors=None)
    keep(3, 9, rows=2)
    copy = vectors.current()
    assert copy.owners.tolist() == [0, 5, 3, 3]
    assert not np.asarray(copy.vectors)[0].any()
    Meaning.objects.filter(entry=5).update(vectors=None)
    Meaning.objects.create(entry=5, model=meaning.MODEL, vectors=None)
    assert vectors.current().owners.tolist() == [0, 0, 3, 3]


def test_a_copy_of_what_was_rolled_back_is_made_anew() -> None:
    keep(3, 1)
    vectors.current()
    with transaction.atomic():
        keep(5, 2)
        assert vectors.current().owners.tolist() == [3, 5]
        transaction.set_rollback(True)
    keep(7, 3)
    assert vectors.current().owners.tolist() == [3, 7]


def test_a_copy_that_was_lost_is_made_anew() -> None:
    keep(3, 1)
    vectors.current()
    vectors.forget_copies()
    assert vectors.current().owners.tolist() == [3]


def test_nothing_new_costs_one_statement(statements: object) -> None:
    keep(3, 1)
    vectors.current()
    with statements() as made:  # type: ignore[operator]
        vectors.current()
    made.at_most(1)


def test_of_many_the_signs_leave_the_nearest_in(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = unit(4, 3_000)
    Meaning.objects.bulk_create(
        Meaning(entry=at + 1, model=meaning.MODEL, vectors=meaning.pack(drawn[at : at + 1]))
        for at in range(len(drawn))
    )
    asked = drawn[17] + 0.6 * unit(8)[0]
    asked /= np.linalg.norm(asked)
    whole = vectors.nearest(vectors.current(), asked, everyone(4_000), 5)
    monkeypatch.setattr(vectors, "EXACT_UP_TO", 100)
    monkeypatch.setattr(vectors, "CANDIDATES", 150)
    quick = vectors.nearest(vectors.current(), asked, everyone(4_000), 5)
    assert next(iter(quick)) == 18
    assert len(quick.keys() & whole.keys()) >= 3
