"""Everything that changes a page: writing it, agreeing it, releasing it."""

from heed.briefings.operations.agreeing import (
    ask_for_change,
    comment,
    reopen,
    send_to_group,
    settle_comment,
    sign_off,
    take_back,
)
from heed.briefings.operations.releasing import (
    change_address,
    look_again,
    release,
    settle,
    withdraw,
)
from heed.briefings.operations.writing import (
    begin_page,
    choose_themes,
    keep_words,
    let_go_of_reason,
    save_page,
)

__all__ = [
    "ask_for_change",
    "begin_page",
    "change_address",
    "choose_themes",
    "comment",
    "keep_words",
    "let_go_of_reason",
    "look_again",
    "release",
    "reopen",
    "save_page",
    "send_to_group",
    "settle",
    "settle_comment",
    "sign_off",
    "take_back",
    "withdraw",
]
