"""Anyone in the case's own register is found, in whatever form the name is written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed import wording
from heed.wording import registered
from heed.wording.register import Register
from heed.wording.text import Text

PEOPLE = [
    ("Amina", "Yusuf"),
    ("Oluwaseun", "Adeyemi"),
    ("Małgorzata", "Wójcik"),
    ("Siobhán", "O'Sullivan"),
    ("Nguyễn", "Hoàng"),
    ("Mei-Ling", "Cheung"),
    ("Abdirahman", "Warsame"),
    ("Łukasz", "Dąbrowski"),
    ("Zainab", "Al-Masri"),
    ("Kavitha", "Sivanathan"),
    ("Caoimhe", "McDonagh"),
    ("Thiago", "Gonçalves"),
]
SENTENCES = [
    "The worker met {} at home.",
    "{} was asked what would help.",
    "Nobody had spoken to {}, who waited.",
    'A teacher wrote: "{} seemed tired."',
    "A note said ({}) and no more.",
]
CYRILLIC = str.maketrans("aeopcxy", "аеорсху")


def spans(text: str, register: Register) -> list[tuple[int, int]]:
    ready = Text(text)
    return [ready.back(one.start, one.end) for one in registered.find(ready, register)]


def is_covered(text: str, form: str, register: Register) -> bool:
    start = text.index(form)
    end = start + len(form)
    return any(low <= start and high >= end for low, high in spans(text, register))


def forms(first: str, last: str) -> dict[str, str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", first) if not unicodedata.combining(c))
    return {
        "full": f"{first} {last}",
        "forename": first,
        "surname": last,
        "small letters": f"{first} {last}".lower(),
        "capitals": f"{first} {last}".upper(),
        "surname first": f"{last}, {first}",
        "initial and surname": f"{first[0]}. {last}",
        "initials": f"{first[0]}.{last[0]}.",
        "without accents": plain,
        "decomposed accents": unicodedata.normalize("NFD", first),
        "look-alike letters": first.translate(CYRILLIC),
        "invisible letters": "\u200b".join(first),
        "soft hyphens": first[:3] + "\u00ad" + first[3:],
        "wide letters": "".join(
            chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in first
        ),
        "spaced out": " ".join(first.replace("-", "")),
        "dotted out": ".".join(first.replace("-", "")),
        "split by a hyphen": first[:2] + "-" + first[2:],
        "split at the line's end": first[:3] + "-\n" + first[3:],
        "letters doubled": first[:2] + first[1:],
        "two letters swapped": first[:2] + first[3] + first[2] + first[4:],
        "joined": f"{first}{last}".replace("'", "").replace("-", ""),
    }


FORMS = sorted(forms(*PEOPLE[0]))


@given(
    person=st.sampled_from(PEOPLE),
    form=st.sampled_from(FORMS),
    sentence=st.sampled_from(SENTENCES),
)
@settings(max_examples=400, deadline=None)
def test_any_registered_name_in_any_form_is_found(
    person: tuple[str, str], form: str, sentence: str
) -> None:
    written = forms(*person)[form]
    register = Register.from_data({"people": [{"names": [" ".join(person)]}]})
    assert is_covered(sentence.format(written), written, register)


def test_possessives_are_found_without_the_ending() -> None:
    register = Register.from_data(["Amina Yusuf"])
    text = "Amina's bag and Yusuf's coat."
    assert [text[a:b] for a, b in spans(text, register)] == ["Amina", "Yusuf"]


def test_pet_names_of_a_registered_name_are_found() -> None:
    register = Register.from_data(["Elizabeth Penrose"])
    assert is_covered("We saw Lizzie today.", "Lizzie", register)


def test_brothers_and_sisters_beside_each_other_stay_two_hits() -> None:
    register = Register.from_data(["Amina Yusuf", "Bilal Yusuf"])
    text = "She lives with Amina, Bilal and a cat."
    assert [text[a:b] for a, b in spans(text, register)] == ["Amina", "Bilal"]


@pytest.mark.parametrize("text", ["I am in a meeting.", "A hope that grew.", "It may be so."])
def test_everyday_words_are_not_taken_for_a_name(text: str) -> None:
    register = Register.from_data(["Amina Hope", "May Sol"])
    assert spans(text, register) == []


def test_other_identifiers_of_the_register_are_found() -> None:
    register = Register.from_data(
        {"people": [{"names": ["A B"], "school": "Oakfield Primary", "nhs_number": "943 476 5919"}]}
    )
    text = "At Oakfield  Primary, number 9434765919."
    assert [text[a:b] for a, b in spans(text, register)] == ["Oakfield  Primary", "9434765919"]


def test_the_reason_says_who_it_is() -> None:
    register = Register.from_data({"people": [{"names": ["Amina Yusuf"], "relation": "child"}]})
    hit = wording.read("Amina came.", register=register, names_model="off").identity[0]
    assert hit.kind is wording.Kind.REGISTERED
    assert "child" in hit.why


@pytest.mark.parametrize("data", [{"persons": []}, {"people": 3}, {"people": [7]}, {"people": "A"}])
def test_a_register_of_the_wrong_shape_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"register|people|person"):
        Register.from_data(data)
