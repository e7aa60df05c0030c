"""The shape of the pages of meetings, in plain English."""

from heed.meetings.forms.between import ANSWERS, AskForm, SettleForm, StandForm
from heed.meetings.forms.groups import DeputyForm, SeatForm
from heed.meetings.forms.handing import BringForm, GiveBackForm, HandForm, ReceiveForm
from heed.meetings.forms.holding import (
    ActionForm,
    AttendanceForm,
    CloseForm,
    DoneForm,
    GuestForm,
    InterestForm,
    ItemForm,
    MinuteForm,
    PlanForm,
    RulingForm,
    WhenAndWhereForm,
    WhyForm,
)
from heed.meetings.forms.rehearsing import RehearsalForm

__all__ = [
    "ANSWERS",
    "ActionForm",
    "AskForm",
    "AttendanceForm",
    "BringForm",
    "CloseForm",
    "DeputyForm",
    "DoneForm",
    "GiveBackForm",
    "GuestForm",
    "HandForm",
    "InterestForm",
    "ItemForm",
    "MinuteForm",
    "PlanForm",
    "ReceiveForm",
    "RehearsalForm",
    "RulingForm",
    "SeatForm",
    "SettleForm",
    "StandForm",
    "WhenAndWhereForm",
    "WhyForm",
]
