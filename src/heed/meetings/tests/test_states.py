"""The table of moves, and how a quorum is counted, without a database."""

import pytest

from heed.meetings.models import Attendance, Interest
from heed.meetings.queries import quoracy
from heed.meetings.states import MOVES, WORDS, InterestKind, MeetingState, Presence
from heed.pathways.shapes import Quorum

RULE = Quorum(at_least=2, sectors=("police", "education"), when_short="The chair says.")


@pytest.mark.parametrize("state", MeetingState)
def test_each_state_has_a_word(state: MeetingState) -> None:
    assert WORDS[state]


def test_a_meeting_that_was_held_or_cancelled_stays_so() -> None:
    assert MeetingState.HELD not in MOVES
    assert MeetingState.CANCELLED not in MOVES


def here(name: str, sector: str, *, counts: bool = True) -> Attendance:
    return Attendance(name=name, sector=sector, presence=Presence.PRESENT, counts=counts)


def test_it_is_quorate_with_enough_members_and_every_sector() -> None:
    found = quoracy([here("A", "police"), here("B", "education")], RULE)
    assert found.quorate
    assert found.sentence == "Quorate: 2 members here, 2 needed."


def test_a_missing_sector_is_named_and_what_may_still_be_done_is_said() -> None:
    found = quoracy([here("A", "police"), here("B", "police")], RULE)
    assert not found.quorate
    assert "Nobody speaks for schools" in found.sentence
    assert found.may_still == "The chair says."


def test_guests_and_apologies_do_not_count() -> None:
    away = here("B", "education")
    away.presence = Presence.APOLOGIES
    assert (
        quoracy([here("A", "police"), away, here("C", "education", counts=False)], RULE).present
        == 1
    )


def test_whoever_leaves_for_an_item_does_not_count_for_it_and_an_agencys_interest_stays() -> None:
    table = [here("A", "police"), here("B", "education")]
    personal = Interest(name="b", kind=InterestKind.PERSONAL)
    agency = Interest(name="A", kind=InterestKind.AGENCY)
    assert not quoracy(table, RULE, leaving=[personal]).quorate
    assert quoracy(table, RULE, leaving=[agency]).quorate
