"""Everything that changes a toolkit: sharing it, writing its modules, agreeing to them."""

from heed.toolkit.operations.agreeing import agree, ask_for_change, take_back
from heed.toolkit.operations.sharing import (
    answer_invitation,
    begin_toolkit,
    change_toolkit,
    invite,
    leave,
    own_toolkit,
    show_others,
)
from heed.toolkit.operations.writing import (
    add_paper,
    begin_change,
    begin_module,
    drop_paper,
    keep_words,
    let_go_of_reason,
    save_module,
    send,
)

__all__ = [
    "add_paper",
    "agree",
    "answer_invitation",
    "ask_for_change",
    "begin_change",
    "begin_module",
    "begin_toolkit",
    "change_toolkit",
    "drop_paper",
    "invite",
    "keep_words",
    "leave",
    "let_go_of_reason",
    "own_toolkit",
    "save_module",
    "send",
    "show_others",
    "take_back",
]
