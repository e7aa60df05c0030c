"""Everything that changes decisions: the incident test, weighing, recording, positions."""

from heed.decisions.operations.incidents import check_incident, note_aware, note_notified
from heed.decisions.operations.positions import ask_partners, take_position
from heed.decisions.operations.recording import record_decision, reopen_decision
from heed.decisions.operations.weighing import start_decision, take_to_meeting, weigh

__all__ = [
    "ask_partners",
    "check_incident",
    "note_aware",
    "note_notified",
    "record_decision",
    "reopen_decision",
    "start_decision",
    "take_position",
    "take_to_meeting",
    "weigh",
]
