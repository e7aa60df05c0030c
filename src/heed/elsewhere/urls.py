"""Addresses of what others learnt, and of older documents of our own."""

from django.urls import path

from heed.elsewhere.views import reports

app_name = "elsewhere"
HERE = "<slug:partnership>/others-learning/"
ONE = f"{HERE}<int:number>/"
urlpatterns = [
    path("<slug:partnership>/learning-elsewhere/", reports.public, name="public"),
    path(HERE, reports.reports, name="list"),
    path(ONE, reports.report, name="report"),
    path(f"{ONE}title/", reports.title, name="title"),
    path(f"{ONE}keep/", reports.keep, name="keep"),
    path(f"{ONE}offer/", reports.offer, name="offer"),
    path(f"{ONE}show/", reports.show, name="show"),
    path(f"{ONE}take-back/", reports.take_back, name="take-back"),
    path(f"{ONE}take-away/", reports.take_away, name="take-away"),
    path(f"{ONE}themes/", reports.themes, name="themes"),
    path(f"{ONE}put-right/", reports.right, name="put-right"),
]
