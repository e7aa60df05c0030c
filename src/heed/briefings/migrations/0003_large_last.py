from django.db import migrations

from heed.tables import LargeLast


class Migration(migrations.Migration):
    dependencies = [("briefings", "0002_releasedpage_output")]

    operations = [LargeLast("ReleasedPage", ["content", "pdf"])]
