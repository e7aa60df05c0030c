"""The table of moves, the parts of the day and times of day, without a database."""

from datetime import datetime, time

import pytest

from heed import clock
from heed.learning_events.agenda import AgendaPart, family_hours, suggested, times_of
from heed.learning_events.states import AHEAD, ANSWER_WORDS, MOVES, WORDS, Answer, EventState
from heed.learning_events.times import NotATime, read_time
from heed.pathways import packs

BEGINS = datetime(2026, 12, 3, 9, 30, tzinfo=clock.LONDON)


@pytest.mark.parametrize("state", EventState)
def test_each_state_has_a_word(state: EventState) -> None:
    assert WORDS[state]


@pytest.mark.parametrize("answer", Answer)
def test_each_answer_has_a_word(answer: Answer) -> None:
    assert ANSWER_WORDS[answer]


def test_an_event_that_is_over_stays_as_it_is() -> None:
    assert set(MOVES) == AHEAD
    assert EventState.PLANNED not in MOVES[EventState.INVITED]


def test_an_event_can_be_held_though_nobody_was_invited_through_heed() -> None:
    assert EventState.HELD in MOVES[EventState.PLANNED]


def test_each_part_begins_when_the_one_before_it_ends() -> None:
    parts = [AgendaPart("a", "Welcome", 15), AgendaPart("b", "Story", 35)]
    times = [(one.begins.time(), one.ends.time()) for one in times_of(parts, BEGINS)]
    assert times == [(time(9, 30), time(9, 45)), (time(9, 45), time(10, 20))]


def test_the_family_is_asked_for_its_own_parts_only() -> None:
    parts = [AgendaPart("a", "Welcome", 15), AgendaPart("b", "Their words", 20, family=True)]
    hours = family_hours(parts, BEGINS)
    assert hours is not None
    assert [one.time() for one in hours] == [time(9, 45), time(10, 5)]
    assert family_hours(parts[:1], BEGINS) is None


def test_the_family_joins_no_part_unless_it_is_planned() -> None:
    words = packs.load("plymouth").event
    assert not [part for part in suggested(words, family=False) if part.family]
    assert [part.id for part in suggested(words, family=True) if part.family] == ["family_words"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9", time(9)),
        ("9am", time(9)),
        ("9.30", time(9, 30)),
        ("9:30 AM", time(9, 30)),
        ("0930", time(9, 30)),
        ("2 pm", time(14)),
        ("2", time(14)),
        ("1.15", time(13, 15)),
        ("02:00", time(2)),
        ("14:05", time(14, 5)),
        ("12pm", time(12)),
        ("12am", time(0)),
        ("midday", time(12)),
        ("١٢:٠٠", time(12)),
    ],
)
def test_times_are_read_as_people_write_them(written: str, meant: time) -> None:
    assert read_time(written) == meant


@pytest.mark.parametrize("written", ["", "soon", "25:00", "9:75", "14pm", "half nine"])
def test_what_is_no_time_is_explained(written: str) -> None:
    with pytest.raises(NotATime, match="time"):
        read_time(written)
