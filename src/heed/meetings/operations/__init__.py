"""Everything that changes meetings, by what it is about."""

from heed.meetings.operations.agenda import (
    add_item,
    hold_over,
    minute_item,
    put_on_agenda,
    take_off_agenda,
    write_outcome,
)
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

__all__ = [
    "add_action",
    "add_item",
    "cancel_meeting",
    "close_meeting",
    "declare_interest",
    "end_interest",
    "finish_action",
    "go_ahead",
    "hold_over",
    "invite",
    "make_year",
    "minute_item",
    "move_meeting",
    "open_meeting",
    "plan_meeting",
    "put_on_agenda",
    "record_attendance",
    "rule_on_interest",
    "take_off_agenda",
    "write_outcome",
]
