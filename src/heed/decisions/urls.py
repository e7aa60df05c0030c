"""Addresses of decisions."""

from django.urls import path

from heed.decisions.views import after, incidents, notifying, record, triage, weighing

app_name = "decisions"
ALL = "<slug:partnership>/decisions/"
CASE = f"{ALL}<slug:reference>/"
LETTER = f"{CASE}letters/<int:number>/"
ONE = f"{CASE}record/<int:number>/"
urlpatterns = [
    path(ALL, record.log, name="log"),
    path(f"{ALL}routes/", triage.routes, name="routes"),
    path(CASE, weighing.decision, name="decision"),
    path(f"{CASE}begin/", weighing.begin, name="begin"),
    path(f"{CASE}triage/", triage.triage, name="triage"),
    path(f"{CASE}incident/", incidents.incident, name="incident"),
    path(f"{CASE}incident/<int:number>/", incidents.now, name="incident-now"),
    path(f"{CASE}notification/", notifying.notification, name="notification"),
    path(f"{CASE}notification/entered/", notifying.notified, name="notified"),
    path(f"{CASE}notification/copy/", notifying.copy_sheets, name="copy-sheets"),
    path(f"{CASE}notification/copy/word/", notifying.copy_file, {"kind": "word"}, name="copy-word"),
    path(f"{CASE}notification/copy/pdf/", notifying.copy_file, {"kind": "pdf"}, name="copy-pdf"),
    path(
        f"{CASE}notification/disagree/",
        notifying.disagree_notification,
        name="notification-disagree",
    ),
    path(f"{CASE}disagreement/<int:number>/", after.disagreement, name="disagreement"),
    path(f"{CASE}disagreement/<int:number>/step/", after.answer_step, name="step"),
    path(f"{CASE}disagreement/<int:number>/advise/", after.advise, name="advise"),
    path(f"{CASE}letters/", after.letters, name="letters"),
    path(f"{LETTER}", after.letter, name="letter"),
    path(f"{LETTER}word/", after.letter_file, {"kind": "word"}, name="letter-word"),
    path(f"{LETTER}pdf/", after.letter_file, {"kind": "pdf"}, name="letter-pdf"),
    path(f"{LETTER}handed-over/", after.hand_over, name="letter-handed"),
    path(f"{LETTER}set-aside/", after.set_aside, name="letter-aside"),
    path(ONE, record.record, name="record"),
    path(f"{ONE}json/", record.as_json, name="json"),
    path(f"{ONE}word/", record.as_file, {"kind": "word"}, name="record-word"),
    path(f"{ONE}pdf/", record.as_file, {"kind": "pdf"}, name="record-pdf"),
    path(f"{ONE}reopen/", record.reopen, name="reopen"),
    path(f"{ONE}ask-partners/", record.ask_partners, name="ask-partners"),
    path(f"{ONE}disagree/", after.disagree, name="disagree"),
    path(f"{ONE}panel/", after.hear_panel, name="hear-panel"),
    path(f"{ONE}letters/", after.write_letters, name="write-letters"),
    path(f"{ONE}position/", record.position, name="position"),
]
