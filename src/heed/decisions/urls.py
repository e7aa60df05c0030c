"""Addresses of decisions."""

from django.urls import path

from heed.decisions.views import incidents, record, triage, weighing

app_name = "decisions"
ALL = "<slug:partnership>/decisions/"
CASE = f"{ALL}<slug:reference>/"
ONE = f"{CASE}record/<int:number>/"
urlpatterns = [
    path(ALL, record.log, name="log"),
    path(f"{ALL}routes/", triage.routes, name="routes"),
    path(CASE, weighing.decision, name="decision"),
    path(f"{CASE}begin/", weighing.begin, name="begin"),
    path(f"{CASE}triage/", triage.triage, name="triage"),
    path(f"{CASE}incident/", incidents.incident, name="incident"),
    path(f"{CASE}incident/<int:number>/", incidents.now, name="incident-now"),
    path(f"{CASE}notified/", incidents.notified, name="notified"),
    path(ONE, record.record, name="record"),
    path(f"{ONE}json/", record.as_json, name="json"),
    path(f"{ONE}word/", record.as_file, {"kind": "word"}, name="record-word"),
    path(f"{ONE}pdf/", record.as_file, {"kind": "pdf"}, name="record-pdf"),
    path(f"{ONE}reopen/", record.reopen, name="reopen"),
    path(f"{ONE}ask-partners/", record.ask_partners, name="ask-partners"),
    path(f"{ONE}position/", record.position, name="position"),
]
