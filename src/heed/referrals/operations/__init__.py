"""Everything that changes a referral."""

from heed.referrals.operations.clearing import clear_drafts
from heed.referrals.operations.colleagues import invite_colleague, say_here, take_out_colleague
from heed.referrals.operations.copies import bring_in_copy, fill_in, settle_copy
from heed.referrals.operations.guests import (
    begin_as_guest,
    come_in,
    invite_to_refer,
    say_agency,
    send_code,
    take_back_invitation,
)
from heed.referrals.operations.later import (
    answer_later,
    ask_later,
    open_later,
    say_of_list,
    take_out_entry,
)
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
    "answer_later",
    "ask_later",
    "ask_more",
    "begin_as_guest",
    "bring_in_copy",
    "change_subject",
    "clear_drafts",
    "come_in",
    "fill_in",
    "invite_colleague",
    "invite_to_refer",
    "note_agreement",
    "open_later",
    "remove_subject",
    "say_agency",
    "say_here",
    "say_of_list",
    "say_whom_it_is_about",
    "send_code",
    "send_referral",
    "settle_copy",
    "start_referral",
    "take_back_invitation",
    "take_out_colleague",
    "take_out_entry",
    "take_out_paper",
    "tell_outcome",
    "withdraw_referral",
]
