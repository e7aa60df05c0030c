from typing import ClassVar

from django.db import migrations

from heed.history import triggers


class Migration(migrations.Migration):
    """The database refuses to change or delete history."""

    dependencies: ClassVar = [("history", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(triggers.add, triggers.drop)]
