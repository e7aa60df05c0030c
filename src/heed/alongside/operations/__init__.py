"""Everything that changes what runs alongside a case."""

from heed.alongside.operations.areas import WRITTEN as REQUEST_WRITTEN
from heed.alongside.operations.areas import (
    answer_request,
    change_request,
    draft_letter,
    invite_guest,
    reopen_request,
    request_of_area,
)
from heed.alongside.operations.complaints import (
    acknowledge,
    answer_complaint,
    hand_to,
    receive_complaint,
    take_up_again,
    withdraw_complaint,
)
from heed.alongside.operations.family import NOT_NOW, SAY_WHY, support_family
from heed.alongside.operations.processes import (
    change_process,
    clear,
    end_process,
    enter_process,
    hold_again,
    look_at,
    take_in,
    take_up_process,
)
from heed.alongside.said import Said

__all__ = [
    "NOT_NOW",
    "REQUEST_WRITTEN",
    "SAY_WHY",
    "Said",
    "acknowledge",
    "answer_complaint",
    "answer_request",
    "change_process",
    "change_request",
    "clear",
    "draft_letter",
    "end_process",
    "enter_process",
    "hand_to",
    "hold_again",
    "invite_guest",
    "look_at",
    "receive_complaint",
    "reopen_request",
    "request_of_area",
    "support_family",
    "take_in",
    "take_up_again",
    "take_up_process",
    "withdraw_complaint",
]
