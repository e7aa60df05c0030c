"""The states of a page and the checklist, without a database."""

import pytest

from heed.briefings.states import (
    BEING_WRITTEN,
    CHECKLIST,
    MOVES,
    NOT_YET_RELEASED,
    WORDS,
    BriefingState,
    Item,
    question,
)


def test_every_state_can_be_reached_and_has_a_word() -> None:
    reached = {BriefingState.DRAFT}
    while True:
        more = {to for one in reached for to in MOVES.get(one, ())} - reached
        if not more:
            break
        reached |= {BriefingState(one) for one in more}
    assert reached == set(BriefingState) == set(WORDS)


def test_nothing_is_released_that_was_not_signed_off() -> None:
    assert [one for one, to in MOVES.items() if BriefingState.RELEASED in to] == [
        BriefingState.SIGNED_OFF
    ]


def test_words_change_only_before_the_group_has_them() -> None:
    assert {BriefingState.DRAFT, BriefingState.CHANGES_ASKED} == BEING_WRITTEN
    assert BriefingState.RELEASED not in NOT_YET_RELEASED


def test_the_checklist_asks_each_item_once_and_a_second_person_for_identity() -> None:
    assert [one.item for one in CHECKLIST] == list(Item)
    assert [one.item for one in CHECKLIST if one.second_person] == [Item.IDENTITY]


def test_only_identity_and_proceedings_can_hold_a_release() -> None:
    """Privacy and statutory truth may block; elsewhere it is "go ahead, because"."""
    holding = {one.item for one in CHECKLIST for answer in one.answers if answer.holds}
    assert holding == {Item.IDENTITY, Item.PROCEEDINGS}


def test_an_item_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        question("weather")
