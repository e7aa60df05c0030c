"""The page of rows says what the tests say."""

from tests.seed_rows.draw import PAGE, drawn
from tests.seed_rows.rows import rows, shown


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text() == drawn(), "Draw it again: python -m tests.seed_rows.draw"


def test_each_test_names_a_row_and_begins_with_its_words() -> None:
    words = {row.number: row.words for row in rows()}
    wrong = [
        f"{one.file}: {one.name}"
        for one in shown()
        if not one.says.startswith(words.get(one.number, "no such row"))
    ]
    assert not wrong, "Begin its docstring with the row's own words: " + ", ".join(wrong)
