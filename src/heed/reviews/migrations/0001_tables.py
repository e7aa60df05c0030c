import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.partnership.states
import heed.reviews.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("reviews", "0001_initial"), ("reviews", "0002_pauses_and_days_of_law")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Review",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="review",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "facilitator",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("scoping", "Being scoped"),
                                    ("under_way", "Under way"),
                                    ("paused", "Paused"),
                                    ("finished", "Finished"),
                                ],
                                default=heed.reviews.states.ReviewState["SCOPING"],
                                max_length=12,
                            ),
                        ),
                        ("focus_from", models.DateField(null=True)),
                        ("focus_to", models.DateField(null=True)),
                        ("lines_of_enquiry", models.JSONField(default=list)),
                        ("family", models.JSONField(default=list)),
                        ("family_note", models.TextField(blank=True)),
                        ("family_not_offered", models.TextField(blank=True)),
                        ("sharing", models.CharField(default="bring", max_length=12)),
                        ("scoped_on", models.DateField(null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReviewAgency",
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agencies",
                                to="reviews.review",
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
                        (
                            "contact",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("contact_name", models.CharField(blank=True, max_length=200)),
                        ("contact_email", models.EmailField(blank=True, max_length=254)),
                    ],
                    options={
                        "ordering": ["agency__name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "agency"), name="agency_once_a_review"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Target",
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
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="targets",
                                to="reviews.review",
                            ),
                        ),
                        ("clock", models.CharField(max_length=60)),
                        ("label", models.CharField(max_length=200)),
                        ("started_on", models.DateField()),
                        ("earliest", models.DateField(null=True)),
                        ("due", models.DateField()),
                        ("deadline", models.BooleanField(default=False)),
                        ("planned", models.DateField(null=True)),
                        ("pausable", models.BooleanField(default=False)),
                        ("met_on", models.DateField(null=True)),
                        ("late_because", models.TextField(blank=True)),
                        ("expected_on", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "clock"), name="clock_once_a_review"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
