"""Addresses of findings and next steps."""

from django.urls import path

from heed.findings import views

app_name = "findings"
ALL = "<slug:partnership>/reviews/<slug:reference>/findings/"
ONE = f"{ALL}<int:number>/"
urlpatterns = [
    path(ALL, views.finding_list, name="list"),
    path(f"{ALL}add/", views.add, name="add"),
    path(f"{ALL}settle/", views.settle, name="settle"),
    path(f"{ALL}next-steps/add/", views.step_add, name="step-add"),
    path(f"{ALL}next-steps/<int:step>/", views.step, name="step"),
    path(f"{ALL}next-steps/<int:step>/take-back/", views.step_back, name="step-back"),
    path(ONE, views.finding, name="finding"),
    path(f"{ONE}change/", views.change, name="change"),
    path(f"{ONE}themes/", views.themes, name="themes"),
    path(f"{ONE}evidence/", views.evidence_add, name="evidence-add"),
    path(f"{ONE}evidence/<int:piece>/", views.evidence, name="evidence"),
    path(f"{ONE}evidence/<int:piece>/take-out/", views.evidence_out, name="evidence-out"),
    path(f"{ONE}set-aside/", views.set_aside, name="set-aside"),
    path(f"{ONE}take-up/", views.take_up, name="take-up"),
]
