"""Addresses of findings and next steps."""

from django.urls import path

from heed.findings.views import evidence, findings, next_steps

app_name = "findings"
ALL = "<slug:partnership>/reviews/<slug:reference>/findings/"
ONE = f"{ALL}<int:number>/"
urlpatterns = [
    path(ALL, findings.finding_list, name="list"),
    path(f"{ALL}add/", findings.add, name="add"),
    path(f"{ALL}settle/", findings.settle, name="settle"),
    path(f"{ALL}next-steps/add/", next_steps.step_add, name="step-add"),
    path(f"{ALL}next-steps/<int:step>/", next_steps.step, name="step"),
    path(f"{ALL}next-steps/<int:step>/take-back/", next_steps.step_back, name="step-back"),
    path(ONE, findings.finding, name="finding"),
    path(f"{ONE}change/", findings.change, name="change"),
    path(f"{ONE}themes/", findings.themes, name="themes"),
    path(f"{ONE}evidence/", evidence.evidence_add, name="evidence-add"),
    path(f"{ONE}evidence/<int:piece>/", evidence.evidence, name="evidence"),
    path(f"{ONE}evidence/<int:piece>/take-out/", evidence.evidence_out, name="evidence-out"),
    path(f"{ONE}look-back/", findings.look_back, name="look-back"),
    path(f"{ONE}set-aside/", findings.set_aside, name="set-aside"),
    path(f"{ONE}take-up/", findings.take_up, name="take-up"),
]
