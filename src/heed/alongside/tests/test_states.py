"""What can follow what, and that everything has its words."""

from heed.alongside import states
from heed.alongside.states import COMPLAINT_MOVES, PROCESS_MOVES, REQUEST_MOVES
from heed.pathways import packs


def test_everything_has_its_words() -> None:
    for kind, words in (
        (states.ProcessKind, states.PROCESS_WORDS),
        (states.Hold, states.HOLD_WORDS),
        (states.Hold, states.HOLD_SHORT),
        (states.Hold, states.HOLD_HINTS),
        (states.About, states.ABOUT_WORDS),
        (states.Relation, states.RELATION_WORDS),
        (states.Outcome, states.OUTCOME_WORDS),
        (states.Lead, states.LEAD_WORDS),
    ):
        assert set(kind) == set(words)


def test_nothing_is_shut_for_good() -> None:
    for moves in (PROCESS_MOVES, REQUEST_MOVES, COMPLAINT_MOVES):
        assert all(moves.values()), "What was closed by mistake can be opened again."
        assert {to for following in moves.values() for to in following} <= set(moves)


def test_what_a_referrer_can_say_has_a_kind_of_its_own() -> None:
    for name in packs.names():
        asked = [one for one in packs.load(name).referral.asks if one.id == "processes"]
        choices = {choice.id for one in asked for choice in one.choices} - {"none"}
        assert choices <= set(states.SAID_AS), f"{name}: say in states.SAID_AS what each one is"
