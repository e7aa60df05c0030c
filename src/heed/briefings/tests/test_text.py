from hypothesis import given
from hypothesis import strategies as st

from heed.briefings.text import Block, Item, blocks, clean, count_words, lines, minutes


def test_an_empty_line_parts_paragraphs_and_a_broken_line_does_not() -> None:
    assert blocks("One line\nof a paragraph.\n\nAnother.") == (
        Block("text", (Item("", "One line of a paragraph."),)),
        Block("text", (Item("", "Another."),)),
    )


def test_dashes_make_points_with_a_short_first_sentence_as_their_lead() -> None:
    assert blocks("- Quiet is information. It was recorded as settling in.\n• One alone.") == (
        Block(
            "points",
            (
                Item("Quiet is information.", "It was recorded as settling in."),
                Item("", "One alone."),
            ),
        ),
    )


def test_a_long_first_sentence_is_not_a_lead() -> None:
    (block,) = blocks(f"- {'word ' * 40}end. And more.")
    assert block.items[0].lead == ""


def test_numbers_make_a_numbered_list_even_with_empty_lines_between() -> None:
    (block,) = blocks("1. Who?\n\n2) What?\n\n3. When?")
    assert block.kind == "questions"
    assert [item.rest for item in block.items] == ["Who?", "What?", "When?"]


def test_a_line_after_points_is_a_paragraph_and_an_indented_one_goes_on() -> None:
    kinds = [
        (block.kind, len(block.items)) for block in blocks("- one\n  more of one\n- two\nAfter.")
    ]
    assert kinds == [("points", 2), ("text", 1)]
    assert blocks("- one\n  more of one")[0].items[0].rest == "one more of one"


def test_a_minus_in_a_sentence_is_not_a_point() -> None:
    assert blocks("-5 degrees")[0].kind == "text"
    assert blocks("3.5 hours")[0].kind == "text"


def test_marks_that_reorder_or_hide_text_are_taken_out() -> None:
    assert clean("a\u202eb\u2066c\x00d") == "abcd"
    assert clean("e\u0301") == "é"
    assert clean("one\r\ntwo\rthree") == "one\ntwo\nthree"


def test_in_a_section_for_points_every_line_is_one() -> None:
    (block,) = blocks("First. And why.\n- Second\n  goes on\n\n3. Third", "points")
    assert [item.whole for item in block.items] == ["First. And why.", "Second goes on", "Third"]
    assert block.items[0].lead == "First."


def test_questions_are_lines_without_their_numbers() -> None:
    assert lines("1. Who?\nWhat?\n\n- When?") == ("Who?", "What?", "When?")


@given(st.text())
def test_any_text_keeps_its_letters_through_blocks(text: str) -> None:
    shown = "".join(item.whole for block in blocks(text) for item in block.items)
    kept = [letter for letter in clean(text) if letter.isalpha()]
    assert [letter for letter in shown if letter.isalpha()] == kept


def test_words_are_runs_with_a_letter_or_digit() -> None:
    assert count_words("- One, two – three.", "4 more") == 5


def test_reading_takes_at_least_a_minute() -> None:
    assert minutes(0) == 1
    assert minutes(330) == 3
