"""Everything that changes meetings, by what it is about."""

from heed.meetings.operations.agenda import (
    add_item,
    hold_over,
    minute_item,
    put_on_agenda,
    take_off_agenda,
    write_outcome,
)
from heed.meetings.operations.between import (
    ask_members,
    leave_question,
    ratify,
    settle,
    take_back_question,
    take_stand,
)
from heed.meetings.operations.calendars import end_calendar_key, make_calendar_key
from heed.meetings.operations.handing import bring, give_back, hand_over, receive
from heed.meetings.operations.holding import (
    add_action,
    close_meeting,
    finish_action,
    go_ahead,
    open_meeting,
    record_attendance,
)
from heed.meetings.operations.interests import (
    declare_interest,
    end_interest,
    rule_on_interest,
)
from heed.meetings.operations.planning import (
    cancel_meeting,
    invite,
    make_year,
    move_meeting,
    plan_meeting,
)
from heed.meetings.operations.rehearsing import rehearse

__all__ = [
    "add_action",
    "add_item",
    "ask_members",
    "bring",
    "cancel_meeting",
    "close_meeting",
    "declare_interest",
    "end_calendar_key",
    "end_interest",
    "finish_action",
    "give_back",
    "go_ahead",
    "hand_over",
    "hold_over",
    "invite",
    "leave_question",
    "make_calendar_key",
    "make_year",
    "minute_item",
    "move_meeting",
    "open_meeting",
    "plan_meeting",
    "put_on_agenda",
    "ratify",
    "receive",
    "record_attendance",
    "rehearse",
    "rule_on_interest",
    "settle",
    "take_back_question",
    "take_off_agenda",
    "take_stand",
    "write_outcome",
]
