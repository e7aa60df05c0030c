"""Addresses of meetings."""

from django.urls import path

from heed.meetings.views import (
    between,
    calendars,
    files,
    groups,
    handing,
    items,
    meeting,
    planning,
    rehearsing,
)

app_name = "meetings"
ALL = "<slug:partnership>/meetings/"
ONE = f"{ALL}<int:number>/"
ITEM = f"{ONE}items/<int:item>/"
GROUPS = "<slug:partnership>/groups/"
GROUP = f"{GROUPS}<slug:key>/"
QUESTION = f"{ALL}between/<int:number>/"
HANDOVER = f"{ALL}handed/<int:number>/"
urlpatterns = [
    path(GROUPS, groups.groups, name="groups"),
    path(GROUP, groups.group, name="group"),
    path(f"{GROUP}seats/add/", groups.seat, name="seat"),
    path(f"{GROUP}seats/<int:number>/end/", groups.seat_end, name="seat-end"),
    path(f"{GROUP}seats/<int:number>/deputy/", groups.deputy, name="deputy"),
    path(f"{GROUP}bring/", groups.bring, name="bring"),
    path(f"{GROUP}hand-on/", handing.hand_between, name="hand-between"),
    path(f"{GROUP}ask/", between.ask, name="ask"),
    path(HANDOVER, handing.handover, name="handover"),
    path(f"{HANDOVER}receive/", handing.receive, name="handover-receive"),
    path(f"{HANDOVER}give-back/", handing.give_back, name="handover-give-back"),
    path(QUESTION, between.question, name="question"),
    path(f"{QUESTION}enter/", between.enter, name="question-enter"),
    path(f"{QUESTION}close/", between.settle, name="question-settle"),
    path(f"{QUESTION}take-back/", between.take_back, name="question-take-back"),
    path(f"{QUESTION}ratify/", between.ratify, name="question-ratify"),
    path(f"{QUESTION}interests/<int:interest>/ruling/", between.ruling, name="question-ruling"),
    path(f"{ALL}calendar/", calendars.calendar, name="calendar"),
    path(f"{ALL}calendar/<slug:secret>.ics", calendars.feed, name="feed"),
    path(ALL, planning.meeting_list, name="list"),
    path(f"{ALL}plan/", planning.plan, name="plan"),
    path(f"{ALL}actions/", planning.actions, name="actions"),
    path(ONE, meeting.meeting, name="meeting"),
    path(f"{ONE}begin/", meeting.begin, name="begin"),
    path(f"{ONE}attendance/", meeting.attendance, name="attendance"),
    path(f"{ONE}guest/", meeting.guest, name="guest"),
    path(f"{ONE}go-ahead/", meeting.go_ahead, name="go-ahead"),
    path(f"{ONE}close/", meeting.close, name="close"),
    path(f"{ONE}minutes/", meeting.minutes, name="minutes"),
    path(f"{ONE}minutes/word/", files.minutes_file, {"kind": "word"}, name="minutes-word"),
    path(f"{ONE}minutes/pdf/", files.minutes_file, {"kind": "pdf"}, name="minutes-pdf"),
    path(f"{ONE}move/", planning.move, name="move"),
    path(f"{ONE}cancel/", planning.cancel, name="cancel"),
    path(f"{ONE}invite/", planning.invite, name="invite"),
    path(f"{ONE}actions/add/", items.action_add, name="action-add"),
    path(f"{ONE}actions/<int:action>/done/", items.action_done, name="action-done"),
    path(f"{ONE}items/add/", items.item_add, name="item-add"),
    path(ITEM, items.item, name="item"),
    path(f"{ONE}rehearsals/", rehearsing.rehearsals, name="rehearsals"),
    path(f"{ONE}rehearsals/<slug:scenario>/", rehearsing.rehearsal, name="rehearsal"),
    path(f"{ITEM}hand-on/", handing.hand, name="hand"),
    path(f"{ITEM}hold-over/", items.hold_over, name="hold-over"),
    path(f"{ITEM}take-off/", items.take_off, name="take-off"),
    path(f"{ITEM}interest/", items.interest, name="interest"),
    path(f"{ITEM}interests/<int:interest>/ruling/", items.ruling, name="ruling"),
    path(f"{ITEM}interests/<int:interest>/take-back/", items.end_interest, name="end-interest"),
]
