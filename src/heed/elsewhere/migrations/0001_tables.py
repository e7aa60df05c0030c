import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.elsewhere.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("elsewhere", "0001_initial")]

    initial = True

    dependencies = [
        ("briefings", "0001_tables"),
        ("partnership", "0001_people"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Report",
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
                        ("key", models.CharField(max_length=200)),
                        (
                            "whose",
                            models.CharField(
                                choices=[
                                    ("national", "National learning"),
                                    ("other_partnership", "Another partnership’s learning"),
                                    ("ours", "An older document of our own"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("by_whom", models.CharField(blank=True, max_length=120)),
                        ("title", models.CharField(max_length=300)),
                        ("text", models.TextField(blank=True)),
                        ("keywords", models.JSONField(blank=True, default=list)),
                        ("link", models.CharField(blank=True, max_length=500)),
                        ("year", models.PositiveIntegerField(null=True)),
                        ("date", models.DateField(null=True)),
                        ("origin", models.CharField(blank=True, max_length=200)),
                        ("themes", models.JSONField(blank=True, default=list)),
                        ("public_title", models.CharField(blank=True, max_length=200)),
                        ("kept", models.JSONField(blank=True, default=dict)),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("inside", "For people who sign in"),
                                    ("offered", "Waiting for a second person"),
                                    ("shown", "In the public list"),
                                    ("gone", "Taken away"),
                                ],
                                default=heed.elsewhere.states.ReportState["INSIDE"],
                                max_length=12,
                            ),
                        ),
                        ("brought_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "brought_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "titled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shown_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("shown_on", models.DateField(null=True)),
                        ("gone_on", models.DateField(null=True)),
                        ("gone_why", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["-date", "-year", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "state", "-date"],
                                name="elsewhere_r_partner_60a81c_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "key"), name="report_elsewhere_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Source",
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
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        ("address", models.CharField(max_length=500)),
                        ("fetched_at", models.DateTimeField(null=True)),
                        ("tried_at", models.DateTimeField(null=True)),
                        ("etag", models.CharField(blank=True, max_length=200)),
                        ("went", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["address"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "address"), name="source_elsewhere_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OlderPage",
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
                            "report",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="older_pages",
                                to="elsewhere.report",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("focus", models.TextField(blank=True)),
                        ("audience", models.CharField(blank=True, max_length=300)),
                        ("learnt", models.TextField(blank=True)),
                        ("questions", models.TextField(blank=True)),
                        ("themes", models.JSONField(blank=True, default=list)),
                        ("kept", models.JSONField(blank=True, default=dict)),
                        ("edition", models.PositiveIntegerField(default=0)),
                        ("writers", models.JSONField(blank=True, default=list)),
                        ("checks", models.JSONField(blank=True, default=dict)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("offered", "Waiting for a second person"),
                                    ("released", "Released"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default=heed.elsewhere.states.OlderState["DRAFT"],
                                max_length=12,
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="briefings.releasedpage",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
            ],
        ),
    ]
