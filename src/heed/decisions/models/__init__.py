"""Decisions, the checks for a serious incident, and what follows from either."""

from heed.decisions.models.deciding import CriterionAnswer, Decision, DecisionEdition, Position
from heed.decisions.models.incidents import IncidentCheck

__all__ = ["CriterionAnswer", "Decision", "DecisionEdition", "IncidentCheck", "Position"]
