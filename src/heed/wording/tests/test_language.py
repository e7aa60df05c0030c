"""Words that judge: each entry fires on its example, and quotations and law are passed over."""

from __future__ import annotations

import pytest

from heed import wording
from heed.wording import language
from heed.wording.shapes import LANGUAGE_KINDS
from heed.wording.text import Text


def prompts(text: str, house: wording.House | None = None) -> list[str]:
    return [one.kind.value for one in language.find(Text(text), house or wording.House())]


@pytest.mark.parametrize("entry", language.entries(), ids=lambda entry: entry.id)
def test_each_entry_speaks_up_on_its_own_example(entry: wording.Entry) -> None:
    assert entry.pattern.search(entry.example)
    assert entry.kind in LANGUAGE_KINDS
    assert entry.why
    assert entry.suggest


@pytest.mark.parametrize(
    "text",
    [
        'She said, "They failed to ring me back."',
        "The letter read 'nobody engaged with us'.",
        "> The nurse failed to refer the family.",
        "The Domestic Violence Disclosure Scheme was explained.",
        "A placement order was made by the court.",
        "Victim Support met the family.",
        "A Local Child Safeguarding Practice Review is a case review.",
    ],
)
def test_quotations_and_terms_of_law_are_passed_over(text: str) -> None:
    assert prompts(text) == []


def test_an_apostrophe_is_no_quotation() -> None:
    assert "practitioner-blame" in prompts("The nurse's team failed to refer the child's mother.")


def test_criticism_that_names_an_agency_is_a_prompt() -> None:
    assert "agency-criticism" in prompts("The police were slow to reply.")
    assert "agency-criticism" not in prompts("The police replied within a day.")


def test_a_house_style_switches_entries_off_and_adds_its_own() -> None:
    house = wording.House.from_data(
        {
            "off": ["disclosed"],
            "added": [
                {
                    "id": "tick-box",
                    "pattern": r"\btick-?box\b",
                    "kind": "vague",
                    "why": "W.",
                    "suggest": "S.",
                }
            ],
        }
    )
    text = "She disclosed it; the form was a tick-box."
    assert prompts(text) == ["evidence"]
    assert prompts(text, house) == ["vague"]


def test_a_house_entry_that_is_not_complete_is_refused() -> None:
    with pytest.raises(ValueError, match="not complete"):
        wording.House.from_data({"added": [{"id": "x", "pattern": "("}]})
    with pytest.raises(ValueError, match="language"):
        wording.House.from_data(
            {"added": [{"id": "x", "pattern": "a", "kind": "name", "why": "w", "suggest": "s"}]}
        )


def test_language_never_holds_a_release() -> None:
    reading = wording.read("The nurse failed to refer.", names_model="inside")
    assert reading.language
    assert wording.releasable(reading)


def test_soft_words_give_language_alone() -> None:
    hits = wording.soft_words("Mr Okoro failed to refer.")
    assert [hit.kind.value for hit in hits] == ["practitioner-blame"]
