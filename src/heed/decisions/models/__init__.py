"""Decisions, the checks for a serious incident, and what follows from either."""

from heed.decisions.models.deciding import CriterionAnswer, Decision, DecisionEdition, Position
from heed.decisions.models.following import (
    Advice,
    Disagreement,
    Letter,
    PanelReply,
    Pause,
    Step,
)
from heed.decisions.models.incidents import IncidentCheck, Notification

__all__ = [
    "Advice",
    "CriterionAnswer",
    "Decision",
    "DecisionEdition",
    "Disagreement",
    "IncidentCheck",
    "Letter",
    "Notification",
    "PanelReply",
    "Pause",
    "Position",
    "Step",
]
