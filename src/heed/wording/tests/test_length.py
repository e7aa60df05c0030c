"""Length and plainness: counts, budgets, long sentences and abbreviations."""

from __future__ import annotations

from heed.wording import length
from heed.wording.text import Text


def test_words_and_reading_time() -> None:
    notes = length.notes(Text("word " * 400), {}, {})
    assert notes.words == 400
    assert notes.reading_seconds == 120


def test_each_section_is_held_against_its_own_budget() -> None:
    text = Text("# What worked\none two three\n\n# What we learned\none two\n")
    notes = length.notes(text, {"What worked": 2, "what we learned": 5}, {})
    assert [(s.name, s.words, s.over) for s in notes.sections] == [
        ("What worked", 3, 1),
        ("What we learned", 2, 0),
    ]
    assert notes.over == 1


def test_a_budget_for_the_whole_text() -> None:
    assert length.notes(Text("one two three"), {"": 2}, {}).over == 1


def test_a_long_sentence_is_shown_with_its_count() -> None:
    text = "It was " + "very " * 30 + "long. It was short."
    notes = length.notes(Text(text), {}, {})
    assert [span.note.split()[0] for span in notes.long_sentences] == ["33"]
    assert notes.sentences == 2


def test_an_abbreviation_is_offered_its_full_form_once() -> None:
    notes = length.notes(
        Text("The MASH met. The MASH met again. The XQZT met."), {}, {"XQZT": "x q"}
    )
    assert [(span.text, "hub" in span.note) for span in notes.abbreviations] == [
        ("MASH", True),
        ("XQZT", False),
    ]


def test_an_abbreviation_explained_in_brackets_is_left_alone() -> None:
    text = "The multi-agency safeguarding hub (MASH) met. The MASH met again."
    assert length.notes(Text(text), {}, {}).abbreviations == ()


def test_sentences_do_not_end_at_titles_or_initials() -> None:
    assert len(Text("Dr. P. Kaya came. She left.").sentences) == 2
