"""Meetings and what comes before, between and after them."""

from heed.meetings.models.between import Question, Stand
from heed.meetings.models.calendars import CalendarKey
from heed.meetings.models.handing import AdmissionAnswer, Handover
from heed.meetings.models.holding import (
    AgendaItem,
    Attendance,
    Interest,
    Meeting,
    MeetingAction,
    OfMeeting,
)
from heed.meetings.models.rehearsing import Rehearsal, RehearsalNote

__all__ = [
    "AdmissionAnswer",
    "AgendaItem",
    "Attendance",
    "CalendarKey",
    "Handover",
    "Interest",
    "Meeting",
    "MeetingAction",
    "OfMeeting",
    "Question",
    "Rehearsal",
    "RehearsalNote",
    "Stand",
]
