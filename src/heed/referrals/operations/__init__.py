"""Everything that changes a referral."""

from heed.referrals.operations.people import add_subject, change_subject, remove_subject
from heed.referrals.operations.sending import (
    ask_more,
    send_referral,
    tell_outcome,
    withdraw_referral,
)
from heed.referrals.operations.writing import (
    add_paper,
    answer,
    note_agreement,
    say_whom_it_is_about,
    start_referral,
    take_out_paper,
)

__all__ = [
    "add_paper",
    "add_subject",
    "answer",
    "ask_more",
    "change_subject",
    "note_agreement",
    "remove_subject",
    "say_whom_it_is_about",
    "send_referral",
    "start_referral",
    "take_out_paper",
    "tell_outcome",
    "withdraw_referral",
]
