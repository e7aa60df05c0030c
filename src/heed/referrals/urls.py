"""Addresses of referrals."""

from django.urls import path

from heed.referrals import views

app_name = "referrals"
ONE = "<slug:partnership>/referrals/<slug:reference>/"
urlpatterns = [
    path("<slug:partnership>/referrals/", views.referral_list, name="list"),
    path("<slug:partnership>/referrals/start/", views.start, name="start"),
    path("<slug:partnership>/referrals/from/", views.who_refers, name="from"),
    path(ONE, views.referral, name="referral"),
    path(f"{ONE}representative/", views.representative, name="representative"),
    path(f"{ONE}about/", views.about, name="about"),
    path(f"{ONE}people/", views.people, name="people"),
    path(f"{ONE}people/add/", views.person_add, name="person-add"),
    path(f"{ONE}people/<int:number>/", views.person_change, name="person-change"),
    path(f"{ONE}people/<int:number>/take-out/", views.person_remove, name="person-remove"),
    path(f"{ONE}ask/<slug:question>/", views.question, name="question"),
    path(f"{ONE}check/", views.check, name="check"),
    path(f"{ONE}sent/", views.sent, name="sent"),
    path(f"{ONE}withdraw/", views.withdraw, name="withdraw"),
    path(f"{ONE}ask-more/", views.ask_more, name="ask-more"),
]
