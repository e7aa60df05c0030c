import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.partnership.states
import heed.returns.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("returns", "0001_initial")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
        ("reviews", "0001_tables"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="AgencyReturn",
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
                        ("happened_on", models.DateField(default=heed.clock.today)),
                        (
                            "entered_at",
                            models.DateTimeField(default=heed.clock.now, editable=False),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("heed", "In Heed"),
                                    ("telephone", "By telephone"),
                                    ("email", "By email"),
                                    ("paper", "On paper"),
                                    ("meeting", "In a meeting"),
                                ],
                                default=heed.partnership.states.Means["HEED"],
                                max_length=12,
                            ),
                        ),
                        ("on_word_of", models.CharField(blank=True, max_length=200)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "asked",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="reviews.reviewagency",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.agency",
                            ),
                        ),
                        ("sharing", models.CharField(default="bring", max_length=12)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Not begun"),
                                    ("begun", "Begun"),
                                    ("prepared", "Ready to bring"),
                                    ("not_taking_part", "Not taking part"),
                                ],
                                default=heed.returns.states.ReturnState["ASKED"],
                                max_length=16,
                            ),
                        ),
                        ("due", models.DateField(null=True)),
                        ("prepared_outside", models.BooleanField(default=False)),
                        ("prepared_at", models.DateTimeField(null=True)),
                        ("last_opened", models.DateField(null=True)),
                        ("why_not", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["agency__name"],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnAnswer",
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
                            "agency_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="returns.agencyreturn",
                            ),
                        ),
                        ("section", models.CharField(max_length=60)),
                        ("question", models.CharField(max_length=60)),
                        ("value", models.JSONField()),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency_return", "section", "question"),
                                name="return_question_once",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
