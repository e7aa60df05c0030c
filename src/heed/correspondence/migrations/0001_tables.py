import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.correspondence.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("correspondence", "0001_initial"), ("correspondence", "0002_initial")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Message",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="partnership.case",
                            ),
                        ),
                        ("about", models.CharField(blank=True, max_length=60)),
                        (
                            "to_person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("to_address", models.EmailField(max_length=254)),
                        ("to_whom", models.CharField(blank=True, max_length=200)),
                        ("subject", models.CharField(max_length=200)),
                        ("body", models.TextField()),
                        ("calendar", models.TextField(blank=True)),
                        ("calendar_method", models.CharField(blank=True, max_length=10)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Waiting to be read"),
                                    ("sent", "Sent"),
                                    ("not_sent", "The mail server did not take it"),
                                    ("discarded", "Not sent, by choice"),
                                ],
                                default=heed.correspondence.states.MessageState["DRAFT"],
                                max_length=12,
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("sent_at", models.DateTimeField(null=True)),
                        (
                            "sent_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-written_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "state"],
                                name="corresponde_partner_868d8b_idx",
                            )
                        ],
                    },
                )
            ],
        ),
    ]
