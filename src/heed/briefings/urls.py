"""Addresses of the one page while it is made. What is released is read in the library."""

from django.urls import path

from heed.briefings.views import agreeing, releasing, writing

app_name = "briefings"
ONE = "<slug:partnership>/reports/<slug:reference>/"
urlpatterns = [
    path(ONE, agreeing.report, name="report"),
    path(f"{ONE}begin/", writing.begin, name="begin"),
    path(f"{ONE}edit/", writing.edit, name="edit"),
    path(f"{ONE}measure/", writing.measure, name="measure"),
    path(f"{ONE}sheet/", writing.sheet, name="sheet"),
    path(f"{ONE}themes/", writing.choose_themes, name="themes"),
    path(f"{ONE}versions/<int:number>/", agreeing.version, name="version"),
    path(f"{ONE}send/", agreeing.send, name="send"),
    path(f"{ONE}take-back/", agreeing.take_back, name="take-back"),
    path(f"{ONE}comment/", agreeing.comment, name="comment"),
    path(f"{ONE}comments/<int:number>/", agreeing.answer, name="answer"),
    path(f"{ONE}ask-change/", agreeing.ask_change, name="ask-change"),
    path(f"{ONE}sign-off/", agreeing.sign_off, name="sign-off"),
    path(f"{ONE}reopen/", agreeing.reopen, name="reopen"),
    path(f"{ONE}publish/", releasing.publish, name="publish"),
    path(f"{ONE}keep/", releasing.keep, name="keep"),
    path(f"{ONE}publish/<slug:item>/", releasing.check, name="check"),
    path(f"{ONE}release/", releasing.release, name="release"),
    path(f"{ONE}look-again/", releasing.look_again, name="look-again"),
    path(f"{ONE}change-address/", releasing.change_address, name="change-address"),
    path(f"{ONE}withdraw/", releasing.withdraw, name="withdraw"),
]
