"""Everything that changes decisions: the incident test, weighing, recording, and what follows."""

from heed.decisions.operations.disagreeing import advise, answer_step, disagree
from heed.decisions.operations.hearing import hear_panel
from heed.decisions.operations.incidents import check_incident, note_aware
from heed.decisions.operations.letters import (
    hand_over_letter,
    rewrite_letter,
    send_letter,
    set_letter_aside,
    write_late_letters,
    write_letters,
)
from heed.decisions.operations.notifying import decline_notification, send_notification
from heed.decisions.operations.positions import ask_partners, take_position
from heed.decisions.operations.recording import record_decision, reopen_decision
from heed.decisions.operations.weighing import start_decision, take_to_meeting, weigh

__all__ = [
    "advise",
    "answer_step",
    "ask_partners",
    "check_incident",
    "decline_notification",
    "disagree",
    "hand_over_letter",
    "hear_panel",
    "note_aware",
    "record_decision",
    "reopen_decision",
    "rewrite_letter",
    "send_letter",
    "send_notification",
    "set_letter_aside",
    "start_decision",
    "take_position",
    "take_to_meeting",
    "weigh",
    "write_late_letters",
    "write_letters",
]
