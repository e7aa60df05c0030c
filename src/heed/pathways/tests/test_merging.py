from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.pathways.merging import MergeProblem, merge


def things(*ids: str) -> list[dict[str, Any]]:
    return [{"id": each, "name": each.upper()} for each in ids]


def ids(merged: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in merged]


def test_a_table_keeps_what_is_not_said() -> None:
    merged = merge({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"c": 4}})
    assert merged == {"a": {"b": 1, "c": 4}, "d": 3}


def test_a_known_entry_changes_only_what_it_says_and_keeps_its_place() -> None:
    base = [{"id": "a", "name": "A", "deep": [{"id": "x", "v": 1, "w": 1}]}, {"id": "b"}]
    over = [{"id": "a", "deep": [{"id": "x", "v": 2}]}]
    assert merge(base, over) == [
        {"id": "a", "name": "A", "deep": [{"id": "x", "v": 2, "w": 1}]},
        {"id": "b"},
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (None, ["a", "b", "c", "new"]),
        ("a", ["a", "new", "b", "c"]),
        ("start", ["new", "a", "b", "c"]),
        ("c", ["a", "b", "c", "new"]),
    ],
)
def test_a_new_entry_goes_where_it_says(after: str | None, expected: list[str]) -> None:
    new = {"id": "new"} | ({"after": after} if after else {})
    merged = merge(things("a", "b", "c"), [new])
    assert ids(merged) == expected
    assert {"id": "new"} in merged


def test_a_known_entry_can_move() -> None:
    assert ids(merge(things("a", "b", "c"), [{"id": "a", "after": "b"}])) == ["b", "a", "c"]


def test_an_entry_can_be_taken_away() -> None:
    assert ids(merge(things("a", "b"), [{"id": "a", "remove": True}])) == ["b"]


def test_a_list_without_ids_is_replaced_whole() -> None:
    assert merge({"rules": ["one", "two"]}, {"rules": ["three"]}) == {"rules": ["three"]}


def test_a_list_of_things_may_begin_in_the_pack_that_is_laid_over() -> None:
    assert merge({"things": []}, {"things": things("a")}) == {"things": things("a")}


@pytest.mark.parametrize(
    ("over", "path", "sentence"),
    [
        ([{"id": "z", "remove": True}], ("z", "remove"), 'there is no "z" to take away'),
        ([{"id": "a", "after": "z"}], ("a", "after"), 'there is no "z" for "a" to come after'),
        ([{"id": "a", "after": "a"}], ("a", "after"), 'there is no "a" for "a" to come after'),
        ([{"id": "a"}, {"id": "a"}], ("a",), 'the id "a" stands twice; give each its own'),
    ],
)
def test_what_cannot_be_done_is_said(
    over: list[dict[str, Any]], path: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(MergeProblem) as refusal:
        merge(things("a", "b"), over)
    assert (refusal.value.path, refusal.value.sentence) == (path, sentence)


names = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_an_empty_list_takes_everything_away() -> None:
    assert merge({"things": things("a", "b")}, {"things": []}) == {"things": []}


@given(names, names.filter(bool))
def test_nothing_is_lost_and_the_base_is_left_as_it_was(
    first: list[str], second: list[str]
) -> None:
    base, over = things(*first), [{"id": each, "name": "new"} for each in second]
    kept = [dict(each) for each in base]
    merged = merge(base, over)
    assert base == kept
    assert ids(merged) == first + [each for each in second if each not in first]
    assert merge(merged, over) == merged
