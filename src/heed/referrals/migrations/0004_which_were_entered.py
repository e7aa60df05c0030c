"""Whoever has no account had their referral entered by somebody else."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def say_which_were_entered(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Say so of those that stand already."""
    referrals = apps.get_model("referrals", "Referral").objects
    referrals.exclude(referrer_name="").update(came_by="entered")


class Migration(migrations.Migration):
    dependencies = [("referrals", "0003_the_door_it_came_by")]

    operations = [migrations.RunPython(say_which_were_entered, migrations.RunPython.noop)]
