"""The shape of a decision's pages, in plain English."""

from heed.decisions.forms.after import (
    AdviceForm,
    HandOverForm,
    LetterForm,
    PanelForm,
    StepForm,
)
from heed.decisions.forms.incidents import (
    NOT_AGREED,
    SENT,
    SOMETHING_ELSE,
    AwareForm,
    DisagreeForm,
    IncidentForm,
    NotificationForm,
)
from heed.decisions.forms.weighing import DecisionForm, PositionForm, ReopenForm, ToMeetingForm

__all__ = [
    "NOT_AGREED",
    "SENT",
    "SOMETHING_ELSE",
    "AdviceForm",
    "AwareForm",
    "DecisionForm",
    "DisagreeForm",
    "HandOverForm",
    "IncidentForm",
    "LetterForm",
    "NotificationForm",
    "PanelForm",
    "PositionForm",
    "ReopenForm",
    "StepForm",
    "ToMeetingForm",
]
