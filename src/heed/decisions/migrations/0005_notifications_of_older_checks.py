"""A yes to the serious incident test from before notifications were kept gets its notification."""

from datetime import date
from typing import Any

from django.db import migrations

from heed.pathways.clocks import add_working_days

YES, NOT_YET, SENT = "yes", "not_yet", "sent"
DAYS_TO_NOTIFY = 5


def keep_what_is_owed(apps: Any, schema_editor: Any) -> None:
    """One notification for each case whose last answer is yes and that has none: sent where the
    day is known, otherwise still to be entered.
    """
    checks = apps.get_model("decisions", "IncidentCheck")
    notifications = apps.get_model("decisions", "Notification")
    seen = set()
    for check in checks.objects.select_related("case__incident").order_by("-entered_at", "-pk"):
        case = check.case
        if case.pk in seen:
            continue
        seen.add(case.pk)
        if check.result != YES or notifications.objects.filter(case=case).exists():
            continue
        sent_on: date | None = case.incident.notified_on if case.incident else None
        notifications.objects.create(
            case=case,
            authority_id=check.authority_id,
            state=SENT if sent_on else NOT_YET,
            due=check.notify_by
            or add_working_days(check.aware_on or check.happened_on, DAYS_TO_NOTIFY),
            sent_on=sent_on,
            happened_on=sent_on or check.happened_on,
            entered_by_id=check.entered_by_id,
            entered_at=check.entered_at,
            means=check.means,
            on_word_of=check.on_word_of,
        )


class Migration(migrations.Migration):
    dependencies = [("decisions", "0004_pauses_for_what_runs_alongside")]
    operations = [migrations.RunPython(keep_what_is_owed, migrations.RunPython.noop)]
