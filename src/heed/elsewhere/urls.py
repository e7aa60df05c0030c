"""Addresses of what others learnt, and of older documents of our own."""

from django.urls import path

from heed.elsewhere.views import older, reports

app_name = "elsewhere"
HERE = "<slug:partnership>/others-learning/"
ONE = f"{HERE}<int:number>/"
OURS = "<slug:partnership>/older-documents/"
AGED = f"{OURS}<int:number>/"
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
    path(f"{ONE}library-page/", older.begin, name="older-begin"),
    path(OURS, older.older_pages, name="older-pages"),
    path(AGED, older.older, name="older"),
    path(f"{AGED}edit/", older.edit, name="older-edit"),
    path(f"{AGED}keep/", older.keep, name="older-keep"),
    path(f"{AGED}checks/<slug:item>/", older.check, name="older-check"),
    path(f"{AGED}offer/", older.offer, name="older-offer"),
    path(f"{AGED}take-back/", older.take_back, name="older-take-back"),
    path(f"{AGED}release/", older.release, name="older-release"),
    path(f"{AGED}look-again/", older.look_again, name="older-look-again"),
    path(f"{AGED}withdraw/", older.withdraw, name="older-withdraw"),
]
