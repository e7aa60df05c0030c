from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0007_earlier_reference"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="public_form",
            field=models.BooleanField(default=False),
        ),
    ]
