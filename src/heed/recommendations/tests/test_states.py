"""The lanes and the moves, without a database."""

import pytest

from heed.recommendations.states import ACTION_MOVES, Delivery, Lane, lane


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], Lane.NOT_BEGUN),
        (["not_started"], Lane.NOT_BEGUN),
        (["not_started", "on_track"], Lane.UNDER_WAY),
        (["done", "not_started"], Lane.UNDER_WAY),
        (["done", "proven"], Lane.DELIVERED),
    ],
)
def test_the_lane_follows_the_actions(states: list[str], expected: Lane) -> None:
    assert lane(states) == expected


def test_only_what_is_done_can_be_proven() -> None:
    assert [s for s, to in ACTION_MOVES.items() if Delivery.PROVEN in to] == [Delivery.DONE]
