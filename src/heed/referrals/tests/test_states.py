"""The table of moves, without a database."""

import pytest

from heed.referrals.states import BEING_WRITTEN, MOVES, WORDS, ReferralState


@pytest.mark.parametrize("state", ReferralState)
def test_each_state_has_a_word(state: ReferralState) -> None:
    assert WORDS[state]


def test_a_decided_or_withdrawn_referral_stays_as_it_is() -> None:
    assert ReferralState.ANSWERED not in MOVES
    assert ReferralState.WITHDRAWN not in MOVES


def test_a_referral_that_is_asked_for_more_can_be_written_again() -> None:
    assert ReferralState.MORE_ASKED in MOVES[ReferralState.SENT]
    assert ReferralState.MORE_ASKED in BEING_WRITTEN
    assert ReferralState.SENT not in BEING_WRITTEN
