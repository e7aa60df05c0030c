from datetime import date
from typing import Any

import pytest

from heed.memory import operations, queries, understanding
from heed.memory.access import COMMAND_LINE
from heed.memory.models import Entry
from heed.memory.queries import Filters, search
from heed.memory.tests.factories import TEXT, make_entry
from heed.memory.tests.test_asked import ODD
from tests.houses import House

pytestmark = pytest.mark.django_db


def keys(question: str, reader: Any = None, **said: Any) -> list[str]:
    return [hit.entry.source_key for hit in search(reader, question, **said).hits]


@pytest.fixture
def shelf() -> None:
    make_entry("coat")
    make_entry(
        "brothers",
        title="The rest of the family",
        text="Her two younger brothers were in the flat and nobody spoke with them.",
        themes=["unseen-children"],
        date=date(2024, 5, 3),
        age_band="4 to 6 years",
        agencies=["school", "police"],
    )
    make_entry(
        "clinic",
        title="Eight letters",
        text="A boy missed eight appointments at the eye clinic. He was five.",
        date=date(2025, 2, 1),
        kind="guidance",
    )
    make_entry(
        "dads",
        title="Asking dads",
        text="Midwives now invite fathers by name, and write to them at their own address.",
        polarity="strength",
    )


def test_word_forms_and_slips_are_found(shelf: None) -> None:
    for question in ("inviting", "invitation to fathers", "fahters", "apointments missed"):
        assert keys(question)[0] in ("dads", "clinic"), question


def test_a_word_of_every_day_is_no_slip(shelf: None) -> None:
    assert not search(None, "she could not be bothered with dads").note
    assert search(None, "the fahters of teh family").note


def test_the_fields_words_find_what_says_it_otherwise(shelf: None) -> None:
    assert keys("WNB")[0] == "clinic"
    assert keys("hidden men")[0] == "dads"
    assert keys("unseen siblings")[0] == "brothers"
    assert keys("nobody talked to the little brother")[0] == "brothers"


def test_meaning_finds_what_shares_no_word(shelf: None) -> None:
    make_entry("well", title="Bread", text="The loaves were baked before sunrise every morning.")
    understanding.understand()
    assert keys("pastries from the oven at dawn")[0] == "well"
    assert "nearest in meaning" in search(None, "zzqx").note
    assert not search(None, "hidden men").note


def test_quoted_words_must_stand_side_by_side(shelf: None) -> None:
    assert keys('"eye clinic"') == ["clinic"]
    otherwise = search(None, '"clinic eye"')
    assert "side by side" in otherwise.note
    assert otherwise.hits


def test_no_question_is_without_an_answer_while_there_is_any(shelf: None) -> None:
    for question in ODD:
        assert search(None, question).hits, question[:30]


def test_an_empty_memory_answers_with_nothing() -> None:
    assert search(None, "anything").hits == []
    assert search(None, "anything", facets=True).total_in_words == "0"


def test_filters_narrow(shelf: None) -> None:
    assert keys("home", filters=Filters(kind="guidance")) == ["clinic"]
    assert keys("home", filters=Filters(theme="unseen-children")) == ["brothers"]
    assert keys("home", filters=Filters(year=2024, agency="police")) == ["brothers"]
    assert keys("home", filters=Filters(polarity="strength")) == ["dads"]
    assert keys("home", filters=Filters(age_band="4 to 6 years")) == ["brothers"]
    assert keys("home", filters=Filters(year=1999)) == []


def test_facets_count_what_was_found(shelf: None) -> None:
    facets = {one.name: one for one in search(None, "", facets=True).facets}
    assert [(one.value, one.count) for one in facets["theme"].choices] == [("unseen-children", 1)]
    assert {one.value for one in facets["agency"].choices} == {"school", "police"}
    assert {one.label: one.count for one in facets["kind"].choices}["Guidance"] == 1


def test_a_snippet_marks_what_answered_and_escapes_the_rest() -> None:
    make_entry(
        "odd", title="T", text="<script>x</script> " + "filler " * 80 + "a hungry child. End"
    )
    found = search(None, "hungry children").hits[0].snippet
    assert "<mark>hungry</mark>" in found.html
    assert found.text.startswith("… ")
    whole = search(None, "script").hits[0].snippet
    assert "<script>" not in whole.html
    assert "&lt;" in whole.html


def test_pages_of_results_do_not_overlap(shelf: None) -> None:
    first, second = keys("", limit=2), keys("", limit=2, offset=2)
    assert len({*first, *second}) == 4


def test_the_count_is_capped(shelf: None) -> None:
    assert queries.Results(hits=[], total=1_000, more=True).total_in_words == "1,000+"
    assert search(None, "").total == 4


def test_a_search_takes_the_same_few_statements_for_one_and_for_thirty(
    here: House, statements: Any
) -> None:
    make_entry("one", themes=["neglect"])
    understanding.understand()
    counts = []
    for _ in range(2):
        search(here.coordinator, "coat")
        with statements() as made:
            search(here.coordinator, "coat", limit=30, facets=True)
        made.at_most(10)
        counts.append(len(made))
        for number in range(30):
            make_entry(f"coat-{number}", themes=["neglect"], agencies=["school"])
        understanding.understand()
    assert counts[0] == counts[1]


def test_remembering_again_renews_and_saying_the_same_changes_nothing() -> None:
    first = make_entry("k", themes=["neglect"])
    assert make_entry("k", themes=["neglect"]).pk == first.pk
    renewed = make_entry("k", text="A kettle on the landing.", themes=["missing"])
    assert renewed.pk == first.pk
    assert Entry.objects.count() == 1
    assert keys("kettle") == ["k"]
    assert keys("coat", filters=Filters(theme="neglect")) == []
    assert keys("kettle", filters=Filters(theme="missing")) == ["k"]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="not the id of a theme"):
        make_entry("k", themes=["gardening"])
    with pytest.raises(ValueError, match="names no case"):
        make_entry("k", audience="case")
    assert not operations.forget("never-there")


def test_the_command_line_reads_text_as_it_is(shelf: None) -> None:
    assert search(COMMAND_LINE, "coat").hits[0].snippet.text == TEXT
