"""Addresses of recommendations and actions."""

from django.urls import path

from heed.recommendations import views

app_name = "recommendations"
OF_CASE = "<slug:partnership>/reviews/<slug:reference>/recommendations/"
ALL = "<slug:partnership>/recommendations/"
ONE = f"{ALL}<slug:number>/"
ACTION = f"{ONE}actions/<int:action>/"
urlpatterns = [
    path(OF_CASE, views.of_case, name="of-case"),
    path(f"{OF_CASE}propose/", views.propose, name="propose"),
    path(ALL, views.recommendation_list, name="list"),
    path(f"{ALL}bring-in/", views.bring_in, name="bring-in"),
    path(ONE, views.recommendation, name="recommendation"),
    path(f"{ONE}change/", views.change, name="change"),
    path(f"{ONE}route/", views.route, name="route"),
    path(f"{ONE}answer/", views.respond, name="respond"),
    path(f"{ONE}plan/", views.plan, name="plan"),
    path(f"{ONE}look/", views.look, name="look"),
    path(f"{ONE}close/", views.close, name="close"),
    path(ACTION, views.action, name="action"),
    path(f"{ACTION}text/", views.action_text, name="action-text"),
    path(f"{ACTION}check-in/", views.check_in, name="check-in"),
    path(f"{ACTION}date/", views.move_date, name="move-date"),
    path(f"{ACTION}evidence/", views.add_evidence, name="add-evidence"),
    path(f"{ACTION}evidence/accept/", views.accept_evidence, name="accept-evidence"),
    path(f"{ACTION}evidence/<int:paper>/", views.evidence_file, name="evidence-file"),
]
