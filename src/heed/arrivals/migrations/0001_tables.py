import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.arrivals.states
import heed.clock
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("arrivals", "0001_initial"), ("arrivals", "0002_alter_arrival_holds")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Arrival",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "holds",
                            models.CharField(
                                choices=[
                                    ("people", "People and their parts"),
                                    ("contacts", "Agencies and their contacts"),
                                    ("reviews", "Open reviews"),
                                    ("learning", "What others learnt"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("label", models.CharField(max_length=160)),
                        ("head", models.JSONField(default=list)),
                        ("head_key", models.CharField(max_length=64)),
                        ("mapping", models.JSONField(default=dict)),
                        ("completes", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("taken", "Columns to be matched"),
                                    ("rehearsed", "Rehearsed"),
                                    ("coming_in", "Coming in"),
                                    ("done", "Brought in"),
                                    ("let_go", "Rows let go"),
                                ],
                                default=heed.arrivals.states.ArrivalState["TAKEN"],
                                max_length=12,
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "begun_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("worked_at", models.DateTimeField(null=True)),
                        ("done_at", models.DateTimeField(null=True)),
                        ("invited_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["-taken_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "holds", "head_key"],
                                name="arrivals_ar_partner_c81bcc_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArrivalRow",
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
                            "arrival",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="arrivals.arrival",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("cells", models.JSONField(default=list)),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("understood", "Understood"),
                                    ("look", "Needs a look"),
                                    ("cannot", "Cannot be taken"),
                                    ("here", "Here already"),
                                ],
                                default=heed.arrivals.states.Verdict["UNDERSTOOD"],
                                max_length=12,
                            ),
                        ),
                        ("said", models.JSONField(default=list)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("in", "Came in"),
                                    ("not_in", "Did not come in"),
                                    ("left", "Left as it is"),
                                ],
                                default=heed.arrivals.states.RowState["WAITING"],
                                max_length=12,
                            ),
                        ),
                        ("outcome", models.CharField(blank=True, max_length=400)),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "indexes": [
                            models.Index(
                                fields=["arrival", "state", "number"],
                                name="arrivals_ar_arrival_8e0d1b_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("arrival", "number"), name="row_once_a_spreadsheet"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
