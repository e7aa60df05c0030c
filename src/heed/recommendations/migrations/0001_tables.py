import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.partnership.states
import heed.recommendations.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("recommendations", "0001_initial")]

    initial = True

    dependencies = [
        ("findings", "0001_tables"),
        ("papers", "0001_tables"),
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Recommendation",
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
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="findings.finding",
                            ),
                        ),
                        (
                            "next_step",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="findings.nextstep",
                            ),
                        ),
                        ("text", models.CharField(max_length=400)),
                        ("because", models.CharField(blank=True, max_length=400)),
                        ("expected_change", models.TextField(blank=True)),
                        ("level", models.CharField(blank=True, max_length=20)),
                        (
                            "group",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.group",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("routed", "With its group"),
                                    ("closed", "Closed"),
                                ],
                                default=heed.recommendations.states.RecommendationState["PROPOSED"],
                                max_length=10,
                            ),
                        ),
                        (
                            "response",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered yet"),
                                    ("accepted", "Accepted"),
                                    ("in_part", "Accepted in part"),
                                    ("not", "Not accepted"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("response_reason", models.TextField(blank=True)),
                        ("routed_on", models.DateField(null=True)),
                        (
                            "effect",
                            models.CharField(
                                choices=[
                                    ("not_looked", "not_looked"),
                                    ("too_soon", "too_soon"),
                                    ("no_change", "no_change"),
                                    ("activity", "activity"),
                                    ("practice_changed", "practice_changed"),
                                    ("children_better_off", "children_better_off"),
                                ],
                                default=heed.recommendations.states.Effect["NOT_LOOKED"],
                                max_length=20,
                            ),
                        ),
                        ("closed_on", models.DateField(null=True)),
                        ("closed_because", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-entered_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
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
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actions",
                                to="recommendations.recommendation",
                            ),
                        ),
                        ("what", models.TextField()),
                        ("how", models.TextField(blank=True)),
                        ("expected_change", models.TextField(blank=True)),
                        ("evidence_plan", models.TextField(blank=True)),
                        ("difference_made", models.TextField(blank=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("owner_name", models.CharField(blank=True, max_length=200)),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.agency",
                            ),
                        ),
                        ("first_due", models.DateField()),
                        ("due", models.DateField()),
                        ("moved_because", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_started", "not_started"),
                                    ("on_track", "on_track"),
                                    ("at_risk", "at_risk"),
                                    ("stuck", "stuck"),
                                    ("done", "done"),
                                    ("proven", "proven"),
                                ],
                                default=heed.recommendations.states.Delivery["NOT_STARTED"],
                                max_length=12,
                            ),
                        ),
                        ("done_on", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CheckIn",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="check_ins",
                                to="recommendations.action",
                            ),
                        ),
                        ("state", models.CharField(max_length=12)),
                        ("note", models.TextField(blank=True)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("on_word_of", models.CharField(blank=True, max_length=200)),
                        ("at", models.DateTimeField(default=heed.clock.now)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="recommendations.action",
                            ),
                        ),
                        ("kind", models.CharField(max_length=30)),
                        ("text", models.TextField()),
                        (
                            "paper",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="papers.paper",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("added_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("accepted_on", models.DateField(null=True)),
                    ],
                    options={
                        "verbose_name_plural": "evidence",
                        "ordering": ["added_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Look",
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
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="looks",
                                to="recommendations.recommendation",
                            ),
                        ),
                        ("due", models.DateField()),
                        ("looked_on", models.DateField(null=True)),
                        (
                            "looked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("effect", models.CharField(blank=True, max_length=20)),
                        ("seen", models.TextField(blank=True)),
                        ("measure", models.CharField(blank=True, max_length=200)),
                        ("part", models.PositiveIntegerField(null=True)),
                        ("whole", models.PositiveIntegerField(null=True)),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                    },
                ),
            ],
        ),
    ]
