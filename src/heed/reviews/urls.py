"""Addresses of scoping. The whole review on one page is the desk's."""

from django.urls import path

from heed.reviews import views
from heed.reviews.dates import views as dates

app_name = "reviews"
ONE = "<slug:partnership>/reviews/<slug:reference>/"
urlpatterns = [
    path(f"{ONE}open/", views.open_review, name="open"),
    path(f"{ONE}scope/", views.scope, name="scope"),
    path(f"{ONE}scope/known-as/", views.known_as, name="known-as"),
    path(f"{ONE}scope/focus/", views.focus, name="focus"),
    path(f"{ONE}scope/family/", views.family, name="family"),
    path(f"{ONE}scope/agencies/", views.agencies, name="agencies"),
    path(f"{ONE}scope/agencies/<int:number>/leave-out/", views.leave_out, name="leave-out"),
    path(f"{ONE}dates/", dates.dates, name="dates"),
    path(f"{ONE}dates/<int:number>/", dates.deadline, name="deadline"),
    path(f"{ONE}pause/", dates.pause, name="pause"),
    path(f"{ONE}pause/<int:number>/", dates.correct, name="pause-correct"),
    path(f"{ONE}pause/<int:number>/end/", dates.end, name="pause-end"),
]
