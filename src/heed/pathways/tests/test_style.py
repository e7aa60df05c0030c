"""House style: a pack's own say on words that judge."""

import pytest

from heed import wording
from heed.partnership.models import Partnership
from heed.pathways import packs, style
from heed.pathways.shapes import Pack
from heed.wording import House
from heed.wording.language import entries

HOUSE = Partnership(name="Saltmarsh Partnership", short_name="Saltmarsh", mailbox="a@salt.example")
TEXT = "The nurse failed to refer. He was an absconder. Two absconders came back."


def pack(language: str) -> Pack:
    return packs.load_text(f'id = "here"\nname = "Here"\nbase = "england"\n{language}')


def house(language: str) -> House:
    return style.house_of(HOUSE, pack(language))


def said(language: str) -> dict[str, tuple[str, str]]:
    hits = wording.soft_words(TEXT, house(language))
    return {hit.text: (hit.kind.value, hit.suggest) for hit in hits}


def test_a_prompt_is_switched_off() -> None:
    assert any("failed to" in words for words in said(""))
    off = said('[[language]]\nid = "failed-to"\noff = true\n')
    assert not any(suggest.startswith("Say what happened") for _, suggest in off.values())


def test_a_prompt_is_given_another_suggestion_and_keeps_its_reason() -> None:
    told = wording.soft_words(
        TEXT, house('[[language]]\nid = "failed-to"\ninstead = "“did not find a way to”"\n')
    )
    hit = next(one for one in told if one.text == "failed to")
    assert hit.suggest == "“did not find a way to”"
    assert hit.why == next(e.why for e in entries() if e.id == "failed-to")


def test_a_prompt_of_its_own_finds_whole_words_and_their_endings() -> None:
    told = said(
        '[[language]]\nid = "absconder"\nphrases = ["absconder*"]\nwhy = "A label."\n'
        'instead = "“was missing”"\nlevel = "avoid"\n'
    )
    assert told["absconder"] == ("house-style", "“was missing”")
    assert "absconders" in told


def test_what_a_phrase_holds_is_never_a_pattern() -> None:
    own = house(
        '[[language]]\nid = "odd"\nphrases = ["(a+)+$", "c++ club", "a*a*a*a*a*a*a*"]\n'
        'why = "W."\ninstead = "I."\n'
    )
    assert not wording.soft_words("a" * 5000 + "!", own)
    assert [hit.text for hit in wording.soft_words("The C++  club met.", own)] == ["C++  club"]
    assert [hit.text for hit in wording.soft_words("(a+)+$", own)] == ["(a+)+$"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ('id = "nothing-such"\noff = true', 'there is no prompt "nothing-such" to switch off'),
        ('id = "failed-to"', "this changes nothing"),
        ('id = "own"\nphrases = ["x"]\nwhy = "W."', 'needs "instead"'),
        ('id = "own"\nwhy = "W."\ninstead = "I."', 'needs "phrases"'),
        ('id = "agency-criticism"\nwhy = "W."', "can be switched off, but not changed"),
        ('id = "own"\nphrases = ["…"]\nwhy = "W."\ninstead = "I."', "has no letter to look for"),
    ],
)
def test_a_prompt_that_cannot_be_followed_is_refused(language: str, sentence: str) -> None:
    with pytest.raises(packs.PackError, match=r"text, line [4-6], language") as refusal:
        pack(f"[[language]]\n{language}\n")
    assert sentence in str(refusal.value)


def test_the_partnerships_own_words_are_passed_over() -> None:
    assert house("").own_words == ("Saltmarsh Partnership", "Saltmarsh", "a@salt.example")
