"""The table of moves, and what the limbs together come to, without a database."""

import pytest

from heed.decisions.states import BEING_WRITTEN, MOVES, WORDS, DecisionState, Incident, incident


@pytest.mark.parametrize("state", DecisionState)
def test_each_state_has_a_word(state: DecisionState) -> None:
    assert WORDS[state]


def test_a_record_is_put_right_only_by_reopening_it() -> None:
    assert MOVES[DecisionState.RECORDED] == {DecisionState.REOPENED}
    assert DecisionState.RECORDED not in BEING_WRITTEN


@pytest.mark.parametrize(
    ("answers", "comes_to"),
    [
        (["yes", "yes"], Incident.YES),
        (["yes", "not_known"], Incident.UNSURE),
        (["not_known", "not_known"], Incident.UNSURE),
        (["yes", "no"], Incident.NO),
        (["not_known", "no"], Incident.NO),
        ([], Incident.UNSURE),
    ],
)
def test_what_the_limbs_come_to(answers: list[str], comes_to: Incident) -> None:
    assert incident(answers) == comes_to
