# ruff: noqa: E501
"""What the identity detectors find, kind by kind, and what they leave alone."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed import wording
from heed.wording.shapes import JIGSAW_KINDS, Kind


def found(text: str) -> list[tuple[str, str]]:
    reading = wording.read(text, names_model="off")
    assert reading.could_not_run == ("names-model",)
    return [(hit.kind.value, hit.text) for hit in reading.identity]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Her NHS number is 943 476 5919.", "nhs-number", "943 476 5919"),
        ("NHS no 943 476 5910, mistyped.", "nhs-number", "943 476 5910"),
        ("Records under 9434765919 were found.", "nhs-number", "9434765919"),
        ("UPN A123456789012 was sent.", "pupil-number", "A123456789012"),
        ("NI number AB 12 34 56 C for the form.", "national-insurance", "AB 12 34 56 C"),
        ("Passport number 533401372 was copied.", "passport", "533401372"),
        ("They moved to PL4 8QW in the night.", "postcode", "PL4 8QW"),
        ("They live at 14a Larch Road with a dog.", "address", "14a Larch Road"),
        ("Ring 07700 900123 after six.", "phone", "07700 900123"),
        ("Ring +44 7700 900123 after six.", "phone", "+44 7700 900123"),
        ("Write to t.okoro@larkrise.sch.uk today.", "email", "t.okoro@larkrise.sch.uk"),
        ("See www.larkrise-news.co.uk/story for more.", "url", "www.larkrise-news.co.uk/story"),
        ("On Snapchat he is misty_22 to friends.", "handle", "misty_22"),
        ("A grey car, WJ19 KFE, stood outside.", "vehicle", "WJ19 KFE"),
        ("The file is PLY-26-7K4M here.", "case-reference", "PLY-26-7K4M"),
        ("The court gave ZE22C00541 to it.", "case-reference", "ZE22C00541"),
        ("Crime reference 50/12345/24 was given.", "crime-reference", "50/12345/24"),
        ("It was on 14 March 2024 that he rang.", "date", "14 March 2024"),
        ("It was the 3rd of October when he rang.", "date", "the 3rd of October"),
        ("He was born on the ninth of May, two thousand and nine.", "birth-date", "the ninth of May, two thousand and nine"),
        ("A seven-year-old waited.", "age", "seven-year-old"),
        ("The boy (11) waited.", "age", "11"),
        ("Staff at Oakfield Primary School waited.", "school", "Oakfield Primary School"),
        ("They went to Meadow Lane Surgery again.", "surgery", "Meadow Lane Surgery"),
        ("He was taken to Derriford Hospital by car.", "hospital", "Derriford Hospital"),
        ("He slept on Bramble Ward for a week.", "ward", "Bramble Ward"),
        ("They lived in Bodmin for a year.", "place", "Bodmin"),
        ("The family prayed at Al-Noor Mosque weekly.", "faith-building", "Al-Noor Mosque"),
        ("Dad works for Pennant Foods Ltd at night.", "employer", "Pennant Foods Ltd"),
        ("We asked the headteacher of Larkrise to come.", "job-title", "the headteacher of Larkrise"),
        ("Mr P. Kaya came in.", "name", "Mr P. Kaya"),
        ("Yesterday Ngozi Okonjo rang us.", "name", "Ngozi Okonjo"),
        ("We rang zainab about the form.", "name", "zainab"),
        ("K.O. was seen at home.", "initials", "K.O."),
        ("She is the youngest of four brothers.", "siblings", "the youngest of four brothers"),
        ("She and her twin were seen.", "twins", "her twin"),
        ("He has Prader-Willi syndrome.", "condition", "Prader-Willi syndrome"),
        ("Her father is a firefighter and was away.", "parents-job", "Her father is a firefighter"),
        ("They were a Tigrinya-speaking family and new.", "background", "a Tigrinya-speaking family"),
        ("He was airlifted from the beach that day.", "event", "was airlifted from the beach"),
        ("She was the only wheelchair user in her class then.", "only-one", "the only wheelchair user in her class"),
        ("In March 2024 a child was hurt.", "time-and-place", "March 2024"),
    ],
)  # fmt: skip
def test_each_kind_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(k, w.removeprefix("On ")) for k, w in found(text)] or any(
        k == kind and words in w and len(w) <= len(words) + 10 for k, w in found(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Working Together 2023 asks agencies to learn with families.",
        "Under section 47 of the Children Act 1989 the police and health are asked.",
        "Children aged 11 to 15, and under 5s, were asked what helps.",
        "The 2-year-old check was offered to every family.",
        "The Designated Safeguarding Lead raised it with the Integrated Care Board.",
        "In the spring a child of primary-school age told a trusted adult.",
        "Hope is not a plan, and grace under pressure is not supervision.",
        "Devon and Cornwall Police and Plymouth City Council sent their returns.",
        "The DSLs and the LADO met; CAMHS and Ofsted wrote to the ICB.",
        "Mark each action with an owner, and say who will help if it slips.",
    ],
)
def test_words_of_learning_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_parts_of_a_sure_name_are_followed_through_the_text() -> None:
    text = "Job Penfold came late. Nobody asked Job why."
    assert found(text) == [("name", "Job Penfold"), ("name", "Job")]


def test_a_partnerships_own_words_are_no_hit() -> None:
    house = wording.House.from_data({"own_words": ["pscp@plymouth.gov.uk"]})
    text = "Write to pscp@plymouth.gov.uk with questions."
    assert wording.read(text, names_model="off").identity
    assert wording.read(text, names_model="off", house=house).identity == ()


def test_every_jigsaw_hit_says_it_counts_together() -> None:
    reading = wording.read("The twins, the youngest of five, were seen.", names_model="off")
    assert {hit.level for hit in reading.identity} == {wording.Level.COMBINED}
    assert {hit.kind for hit in reading.identity} <= JIGSAW_KINDS


def test_every_identity_hit_gives_a_reason_and_a_suggestion() -> None:
    text = "Mr Okoro, aged 7, of 4 Larch Road, Bodmin PL4 8QW, born 3 May 2011, a twin."
    for hit in wording.read(text, names_model="off").identity:
        assert hit.why.endswith(".")
        assert hit.suggest


PIECES = st.sampled_from(
    ["Amina", "Oakfield School", "3 May 2011", "ﬁ", "é", "é", "😀", "\u200b", "ﷺ", " ", "\n", "aged 7", "PL4 8QW", "Łukasz", "the twins", "ß"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=12), max_size=30))
@settings(max_examples=120, deadline=None)
def test_no_span_leaves_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    reading = wording.read(text, names_model="off")
    assert reading.could_not_run == ("names-model",)
    for hit in (*reading.identity, *reading.language):
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
    for span in (*reading.length.long_sentences, *reading.length.abbreviations):
        assert text[span.start : span.end] == span.text


def test_hostile_text_is_read_in_time_that_grows_with_its_length() -> None:
    import time

    chance = random.Random(7)
    ranges = [(32, 127), (0x80, 0x2FFF), (0x1F000, 0x1FFFF)]
    noise = "".join(chr(chance.randrange(*chance.choice(ranges))) for _ in range(8_000))
    text = (
        noise + "Aa " * 3_000 + "12 St " * 1_500 + "the only " * 900 + "a@" * 4_000 + "'\"(" * 3_000
    )
    began = time.process_time()
    reading = wording.read(text, names_model="off")
    assert reading.could_not_run == ("names-model",)
    assert time.process_time() - began < 8


def test_a_text_beyond_reading_is_not_released() -> None:
    reading = wording.read("a" * 2_000_001, names_model="off")
    assert reading.could_not_run == ("length-of-text",)
    assert not wording.releasable(reading)


def test_the_kinds_are_closed() -> None:
    together = wording.DIRECT_KINDS | wording.JIGSAW_KINDS | wording.LANGUAGE_KINDS
    assert together == frozenset(Kind)
    assert len(together) == len(wording.DIRECT_KINDS) + len(JIGSAW_KINDS) + len(
        wording.LANGUAGE_KINDS
    )
