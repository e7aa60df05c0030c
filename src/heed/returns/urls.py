"""Addresses of returns."""

from django.urls import path

from heed.returns import views

app_name = "returns"
ALL = "<slug:partnership>/reviews/<slug:reference>/returns/"
ONE = f"{ALL}<int:number>/"
urlpatterns = [
    path(ALL, views.status, name="status"),
    path(f"{ALL}ask/", views.ask, name="ask"),
    path(f"{ALL}how-is-it-going/", views.ask_how_it_goes, name="ask-how-it-goes"),
    path(ONE, views.agency_return, name="return"),
    path(f"{ONE}ready/", views.ready, name="ready"),
    path(f"{ONE}ready-for-another/", views.ready_for_another, name="ready-for-another"),
    path(f"{ONE}not-taking-part/", views.not_taking_part, name="not-taking-part"),
    path(f"{ONE}word/", views.as_file, {"kind": "word"}, name="word"),
    path(f"{ONE}pdf/", views.as_file, {"kind": "pdf"}, name="pdf"),
    path(f"{ONE}<slug:section>/", views.section, name="section"),
    path(f"{ONE}<slug:section>/share/", views.share, name="share"),
]
