"""Addresses of recommendations and actions."""

from django.urls import path

from heed.recommendations.views import action, lists, recommendation

app_name = "recommendations"
OF_CASE = "<slug:partnership>/reviews/<slug:reference>/recommendations/"
ALL = "<slug:partnership>/recommendations/"
ONE = f"{ALL}<slug:number>/"
ACTION = f"{ONE}actions/<int:action>/"
urlpatterns = [
    path(OF_CASE, lists.of_case, name="of-case"),
    path(f"{OF_CASE}propose/", lists.propose, name="propose"),
    path(ALL, lists.recommendation_list, name="list"),
    path(f"{ALL}bring-in/", lists.bring_in, name="bring-in"),
    path(ONE, recommendation.recommendation, name="recommendation"),
    path(f"{ONE}change/", recommendation.change, name="change"),
    path(f"{ONE}route/", recommendation.route, name="route"),
    path(f"{ONE}answer/", recommendation.respond, name="respond"),
    path(f"{ONE}plan/", recommendation.plan, name="plan"),
    path(f"{ONE}look/", recommendation.look, name="look"),
    path(f"{ONE}close/", recommendation.close, name="close"),
    path(ACTION, action.action, name="action"),
    path(f"{ACTION}text/", action.action_text, name="action-text"),
    path(f"{ACTION}check-in/", action.check_in, name="check-in"),
    path(f"{ACTION}date/", action.move_date, name="move-date"),
    path(f"{ACTION}evidence/", action.add_evidence, name="add-evidence"),
    path(f"{ACTION}evidence/accept/", action.accept_evidence, name="accept-evidence"),
    path(f"{ACTION}evidence/<int:paper>/", action.evidence_file, name="evidence-file"),
]
