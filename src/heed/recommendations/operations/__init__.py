"""Everything that changes a recommendation or an action."""

from heed.recommendations.operations.acting import (
    accept_evidence,
    add_evidence,
    check_in,
    move_date,
    plan_action,
    rewrite_action,
)
from heed.recommendations.operations.following import close, look, reopen
from heed.recommendations.operations.proposing import bring_in, propose, respond, rewrite, route
from heed.recommendations.operations.step import open_questions_of

__all__ = [
    "accept_evidence",
    "add_evidence",
    "bring_in",
    "check_in",
    "close",
    "look",
    "move_date",
    "open_questions_of",
    "plan_action",
    "propose",
    "reopen",
    "respond",
    "rewrite",
    "rewrite_action",
    "route",
]
