import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.memory.asked import ask

ODD = [
    "",
    " ",
    '"',
    "\"unclosed 'quotes",
    "*",
    "NEAR(a b)",
    "a AND NOT (b OR",
    "col:umn^2",
    "😀👩‍👧",
    "e\u0301\u0327\u0327",
    "\x00\x01",
    "سلامة الطفل",
    "-" * 5000,
    "x" * 100_000,
    "why " * 25_000,
    "'; DROP TABLE memory_entry; --",
    "%s %d {0}",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_question_can_be_asked(text: str) -> None:
    question = ask(text)
    assert len(question.text) <= 2_000
    assert sum(question.lean.values()) <= 1.0001


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    assert ask(text).terms is not None


def test_quoted_words_are_a_phrase() -> None:
    assert ask("found “was not brought” twice").phrases == (("wa", "not", "bring"),)


def test_other_words_for_a_word_are_asked_for_too() -> None:
    assert "dad" in ask("fathers").synonyms


def test_a_question_in_a_hurry_means_its_short_forms() -> None:
    assert "=pep" in ask("pep reviews").concepts
    assert "=it" in ask("IT").concepts
    assert "=it" not in ask("who did it").concepts


def test_a_question_leans_to_the_theme_it_speaks_of() -> None:
    assert max(ask("WNB").lean.items(), key=lambda one: one[1])[0] == "health-was-not-brought"
    assert "fathers-male-carers" in list(ask("nobody asked who her boyfriend was").lean)[:3]
