import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.memory.stems import stem
from heed.memory.words import is_common, plain, root, roots, sentences

# Pairs that Porter's description of the algorithm gives as examples.
PORTER = """caresses caress|ponies poni|cats cat|agreed agre|plastered plaster|motoring motor
sing sing|conflated conflat|troubled troubl|sized size|hopping hop|falling fall|hissing hiss
failing fail|filing file|happy happi|sky sky|relational relat|conditional condit|rational ration
radicalli radic|predication predic|operator oper|feudalism feudal|decisiveness decis
hopefulness hope|callousness callous|formaliti formal|sensitiviti sensit|triplicate triplic
formative form|electrical electr|goodness good|revival reviv|allowance allow|inference infer
adjustable adjust|defensible defens|irritant irrit|replacement replac|adoption adopt
communism commun|activate activ|effective effect|probate probat|rate rate|cease ceas
controll control|roll roll"""


@pytest.mark.parametrize("pair", PORTER.replace("\n", "|").split("|"))
def test_a_stem_is_porters(pair: str) -> None:
    word, expected = pair.split()
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("behavior", "behaviour"),
        ("recognize", "recognise"),
        ("organizations", "organisations"),
        ("neighbors", "neighbours"),
        ("pediatrician", "paediatrician"),
        ("brought", "bring"),
        ("children", "child"),
        ("hidden", "hide"),
        ("Siân", "sian"),
        ("CHILD’S", "child"),
        ("didn't", "didnt"),
        ("teeth", "tooth"),
        ("assessing", "assessments"),
    ],
)
def test_two_ways_of_writing_a_word_are_one(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mother", "father"), ("laboratory", "labour"), ("universe", "nursery"), ("men", "menu")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_words_of_other_scripts_are_kept() -> None:
    assert roots("خطر على الطفل") == ["خطر", "على", "الطفل"]


def test_words_that_carry_nothing_are_known_however_they_are_written() -> None:
    assert is_common("Wasn’t")
    assert is_common("she'd")
    assert is_common("they’re")
    assert not is_common("nobody")
    assert not is_common("shed")


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert all(roots(text))
    assert all(piece.strip() for piece in sentences(text))


def test_a_word_without_end_is_cut() -> None:
    assert len(plain("a" * 100_000)) == 40
