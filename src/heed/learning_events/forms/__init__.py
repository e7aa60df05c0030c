"""The shape of a learning event's pages, in plain English."""

from heed.learning_events.forms.agenda import AgendaForm, posted_parts
from heed.learning_events.forms.guests import AnswerForm, GuestAnswerForm, GuestForm, named
from heed.learning_events.forms.holding import HeldBeforeForm, HoldForm, NotesForm
from heed.learning_events.forms.planning import CancelForm, GroundRulesForm, PlanForm

__all__ = [
    "AgendaForm",
    "AnswerForm",
    "CancelForm",
    "GroundRulesForm",
    "GuestAnswerForm",
    "GuestForm",
    "HeldBeforeForm",
    "HoldForm",
    "NotesForm",
    "PlanForm",
    "named",
    "posted_parts",
]
