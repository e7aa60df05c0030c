"""Addresses of meetings."""

from django.urls import path

from heed.meetings.views import files, items, meeting, planning

app_name = "meetings"
ALL = "<slug:partnership>/meetings/"
ONE = f"{ALL}<int:number>/"
ITEM = f"{ONE}items/<int:item>/"
urlpatterns = [
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
    path(f"{ITEM}hold-over/", items.hold_over, name="hold-over"),
    path(f"{ITEM}take-off/", items.take_off, name="take-off"),
    path(f"{ITEM}interest/", items.interest, name="interest"),
    path(f"{ITEM}interests/<int:interest>/ruling/", items.ruling, name="ruling"),
    path(f"{ITEM}interests/<int:interest>/take-back/", items.end_interest, name="end-interest"),
]
