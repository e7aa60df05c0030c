"""The tables of findings, without a database."""

from enum import StrEnum

import pytest

from heed.findings.states import (
    EVIDENCE_WORDS,
    LEVEL_SHORT,
    LEVEL_WORDS,
    MOVES,
    POLARITY_WORDS,
    WORDS,
    EvidenceKind,
    FindingState,
    Level,
    Polarity,
)
from heed.memory.models import Polarity as Remembered


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (FindingState, WORDS),
        (Polarity, POLARITY_WORDS),
        (Level, LEVEL_WORDS),
        (Level, LEVEL_SHORT),
        (EvidenceKind, EVIDENCE_WORDS),
    ],
)
def test_each_has_a_word(kind: type[StrEnum], words: dict[StrEnum, str]) -> None:
    assert set(words) == set(kind)
    assert all(words.values())


def test_a_settled_finding_can_only_be_set_aside_and_one_set_aside_begins_anew() -> None:
    assert MOVES[FindingState.SETTLED] == {FindingState.SET_ASIDE}
    assert MOVES[FindingState.SET_ASIDE] == {FindingState.DRAFT}


def test_memory_knows_each_polarity() -> None:
    assert {str(one) for one in Polarity} == set(Remembered.values)
