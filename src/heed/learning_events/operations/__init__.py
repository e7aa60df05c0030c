"""Everything that changes a learning event."""

from heed.learning_events.operations.holding import (
    enter_held_event,
    hold_event,
    note_attendance,
    write_notes,
)
from heed.learning_events.operations.inviting import (
    add_guest,
    change_guest,
    invite,
    note_answer,
    take_out_guest,
)
from heed.learning_events.operations.planning import (
    cancel_event,
    change_event,
    plan_event,
    set_agenda,
    set_ground_rules,
)

__all__ = [
    "add_guest",
    "cancel_event",
    "change_event",
    "change_guest",
    "enter_held_event",
    "hold_event",
    "invite",
    "note_answer",
    "note_attendance",
    "plan_event",
    "set_agenda",
    "set_ground_rules",
    "take_out_guest",
    "write_notes",
]
