"""Whether anybody may refer is kept with the partnership, as its marking is."""

import json

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def say_who_refers_openly(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """From the edition that each partnership follows now."""
    versions = apps.get_model("pathways", "PackVersion").objects
    for partnership in apps.get_model("partnership", "Partnership").objects.all():
        version = versions.filter(partnership=partnership).order_by("-number").first()
        if version is not None:
            partnership.public_form = json.loads(version.text)["referral"]["public_form"]
            partnership.save(update_fields=["public_form"])


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0002_own_layer_and_draft"),
        ("partnership", "0008_public_form"),
    ]

    operations = [migrations.RunPython(say_who_refers_openly, migrations.RunPython.noop)]
