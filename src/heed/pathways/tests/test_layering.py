"""The layer of a pack, laid over its base, is the pack again, also as TOML."""

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.pathways import packs
from heed.pathways.layering import layer_of
from heed.pathways.merging import merge
from heed.pathways.shapes import Pack
from heed.pathways.toml_text import toml_text

england = packs.load("england")
WORDS = st.text(st.characters(codec="utf-8"), max_size=160)
VALUES = st.recursive(
    WORDS | st.booleans() | st.integers(-(2**40), 2**40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(WORDS, VALUES, max_size=5))
@settings(deadline=None)
def test_whatever_is_written_is_read_again(data: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(data)) == data


def again(pack: Pack) -> Pack:
    return packs.load_text(toml_text(layer_of(pack, england)))


@pytest.mark.parametrize("name", [name for name in packs.names() if name != "england"])
def test_the_layer_of_a_pack_gives_the_pack(name: str) -> None:
    pack = packs.load(name)
    assert again(pack) == pack


def test_a_layer_says_only_what_differs() -> None:
    words = {**england.words, "lfer": "look together"}
    here = england.model_copy(update={"id": "here", "name": "Here", "words": words})
    assert layer_of(here, england) == {
        "id": "here",
        "name": "Here",
        "base": "england",
        "words": {"lfer": "look together"},
    }


def test_the_base_itself_gets_a_name_of_its_own() -> None:
    layer = layer_of(england, england, id="saltmarsh", name="Saltmarsh")
    assert layer == {"id": "saltmarsh", "name": "Saltmarsh", "base": "england"}


IDS = [each.id for each in england.referral.not_for]


@given(st.lists(st.sampled_from([*IDS, "new_one", "new_two"]), unique=True, max_size=8))
@settings(deadline=None)
def test_any_order_any_gap_and_any_addition_can_be_said(order: list[str]) -> None:
    base = json.loads(england.model_dump_json())
    known = {each["id"]: each for each in base["referral"]["not_for"]}
    wanted = [known.get(one, {"id": one, "text": "T", "instead": "I"}) for one in order]
    data = {**base, "id": "here", "referral": {**base["referral"], "not_for": wanted}}
    pack = Pack.model_validate(data)
    layer = layer_of(pack, england)
    merged = merge(base, tomllib.loads(toml_text(layer)))
    assert [each["id"] for each in merged["referral"]["not_for"]] == order
    assert Pack.model_validate({**merged, "base": ""}) == pack


def test_one_thing_that_moves_is_one_line_in_the_layer() -> None:
    gates = england.referral.not_for
    moved = england.referral.model_copy(update={"not_for": (*gates[1:], gates[0])})
    here = england.model_copy(update={"id": "here", "referral": moved})
    assert layer_of(here, england)["referral"] == {
        "not_for": [{"id": gates[0].id, "after": gates[-1].id}]
    }


def test_what_no_layer_can_say_is_refused_with_a_sentence() -> None:
    asks = list(england.referral.asks)
    at = next(n for n, ask in enumerate(asks) if ask.when)
    asks[at] = asks[at].model_copy(update={"when": None})
    referral = england.referral.model_copy(update={"asks": tuple(asks)})
    with pytest.raises(ValueError, match="cannot be left empty"):
        layer_of(england.model_copy(update={"id": "here", "referral": referral}), england)
