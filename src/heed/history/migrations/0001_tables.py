from django.db import migrations, models

from heed.history import triggers
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("history", "0001_initial"), ("history", "0002_triggers")]

    initial = True

    dependencies = []

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("happened_on", models.DateField(null=True)),
                        ("partnership", models.CharField(blank=True, max_length=60)),
                        ("case_reference", models.CharField(blank=True, max_length=20)),
                        ("subject", models.CharField(max_length=80)),
                        ("verb", models.CharField(max_length=60)),
                        ("sentence", models.CharField(blank=True, max_length=400)),
                        ("person_id", models.BigIntegerField(null=True)),
                        ("person_was", models.CharField(blank=True, max_length=200)),
                        ("on_word_of", models.CharField(blank=True, max_length=200)),
                        ("before", models.CharField(blank=True, max_length=40)),
                        ("after", models.CharField(blank=True, max_length=40)),
                        ("detail", models.JSONField(default=dict)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["case_reference", "-id"],
                                name="history_ent_case_re_adcf6a_idx",
                            ),
                            models.Index(
                                fields=["subject", "-id"], name="history_ent_subject_1bec9f_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("first", models.BigIntegerField()),
                        ("last", models.BigIntegerField(unique=True)),
                        ("count", models.PositiveIntegerField()),
                        ("previous", models.CharField(max_length=64)),
                        ("digest", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                    ],
                ),
            ],
        ),
        migrations.RunPython(triggers.add),
    ]
