"""The whole reading: what it finds in one text, and when it refuses to answer for one."""

from __future__ import annotations

import pytest

from heed import wording
from heed.wording import places

REGISTER = wording.Register.from_data(
    {"people": [{"names": ["Amina Yusuf"], "nicknames": ["Mimi"], "relation": "child"}]}
)


def test_a_text_with_nothing_to_find_is_releasable() -> None:
    reading = wording.read(
        "The group met to think about how agencies share what they know.", names_model="inside"
    )
    assert reading.identity == ()
    assert reading.complete
    assert wording.releasable(reading)


def test_a_broken_detector_is_named_and_nothing_is_released(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_text: object) -> object:
        raise RuntimeError("list is missing")

    monkeypatch.setattr(places, "find", broken)
    reading = wording.read("The group met.", names_model="inside")
    assert reading.could_not_run == ("places",)
    assert not reading.complete
    assert not wording.releasable(reading)


def test_a_mark_lasts_until_the_sentence_or_its_neighbours_change() -> None:
    text = "One. Amina came in. Two."
    mark = wording.read(text, register=REGISTER, names_model="inside").identity[0].mark
    assert (
        wording.read("One.  Amina came in.\nTwo.", register=REGISTER, names_model="inside")
        .identity[0]
        .mark
        == mark
    )
    assert (
        wording.read("One. Amina came out. Two.", register=REGISTER, names_model="inside")
        .identity[0]
        .mark
        != mark
    )
    assert (
        wording.read("Other. Amina came in. Two.", register=REGISTER, names_model="inside")
        .identity[0]
        .mark
        != mark
    )


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    text = "😀 Zofia Wójcik and Аminа came."
    reading = wording.read(text, register=REGISTER, names_model="inside")
    assert [text[hit.start : hit.end] for hit in reading.identity] == ["Zofia Wójcik", "Аminа"]
    assert [hit.text for hit in reading.identity] == ["Zofia Wójcik", "Аminа"]
