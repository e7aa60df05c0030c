"""Published pages side by side: what they tell together."""

from __future__ import annotations

import pytest

from heed import wording
from heed.wording import jigsaw
from heed.wording.shapes import Kind

FIRST = wording.Page("one", "A girl with Rett syndrome was not heard. She lived in a coastal town.")
SECOND = wording.Page(
    "two",
    "A child with Rett syndrome, whose mother is a magistrate, waited. In March 2024 she moved.",
)
OTHER = wording.Page("three", "How agencies share what they know. We met in March 2024.")


def test_pages_that_share_a_rare_fact_are_marked_on_both() -> None:
    answer = wording.check_set([FIRST, SECOND, OTHER])
    assert answer.complete
    assert set(answer.hits) == {"one", "two"}
    assert all(hit.kind is Kind.ACROSS_PAGES for hits in answer.hits.values() for hit in hits)
    assert "coastal town" in [hit.text for hit in answer.hits["one"]]
    assert "two" in answer.hits["one"][0].why


def test_pages_that_share_only_a_month_are_left_alone() -> None:
    assert wording.check_set([SECOND, OTHER]).hits == {}


def test_pages_that_share_a_pseudonym_and_add_up_are_marked() -> None:
    one = wording.Page("one", "We call the child Robin. Robin has cystic fibrosis.")
    two = wording.Page(
        "two", "The child, called Robin here, is one of twins. In May 2023 he moved."
    )
    assert set(wording.check_set([one, two]).hits) == {"one", "two"}


def test_a_new_page_is_read_beside_those_that_are_out() -> None:
    reading = wording.read(FIRST.text, page_set=[SECOND], names_model="off")
    assert Kind.ACROSS_PAGES in {hit.kind for hit in reading.identity}
    alone = wording.read(FIRST.text, names_model="off")
    assert Kind.ACROSS_PAGES not in {hit.kind for hit in alone.identity}


def test_a_page_that_some_may_not_read_is_never_named() -> None:
    closed = wording.Page("a-quiet-title", SECOND.text, named=False)
    hits = wording.check_set([FIRST, closed]).hits["one"]
    assert all("beside another page that has been released here," in hit.why for hit in hits)
    third = wording.Page("third", SECOND.text)
    both = wording.check_set([FIRST, closed, third]).hits["one"][0]
    assert "another published page (third) and another page that has been released" in both.why
    assert "quiet" not in f"{hits}{both}"


def test_the_mark_of_a_hit_changes_when_the_other_page_does() -> None:
    mark = wording.check_set([FIRST, SECOND]).hits["one"][0].mark
    renamed = wording.Page("four", SECOND.text)
    assert wording.check_set([FIRST, renamed]).hits["one"][0].mark != mark


def test_a_page_that_cannot_be_read_makes_the_answer_not_complete(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_text: object) -> object:
        raise RuntimeError("broken")

    monkeypatch.setattr(jigsaw, "months", broken)
    fresh = wording.Page("fresh", "A page that nobody has read before this test.")
    answer = wording.check_set([fresh])
    assert not answer.complete
    assert answer.could_not_run == ("page-set:fresh",)
    closed = wording.Page("a-quiet-title", fresh.text, named=False)
    assert wording.check_set([closed]).could_not_run == ("page-set",)
    assert not wording.read("Any words.", page_set=[fresh], names_model="off").complete
