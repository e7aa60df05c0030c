import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.toolkit.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("toolkit", "0001_initial")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Toolkit",
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
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        ("own", models.BooleanField(default=False)),
                        ("name", models.CharField(blank=True, max_length=200)),
                        ("themes", models.JSONField(blank=True, default=list)),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("own", True)),
                                fields=("partnership",),
                                name="toolkit_own_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Share",
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
                            "toolkit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shares",
                                to="toolkit.toolkit",
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
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked to share it"),
                                    ("owns", "Owns it"),
                                    ("left", "No longer shares it"),
                                ],
                                default=heed.toolkit.states.ShareState["ASKED"],
                                max_length=8,
                            ),
                        ),
                        ("shows_others", models.BooleanField(default=True)),
                        ("since", models.DateField(default=heed.clock.today)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("toolkit", "partnership"), name="share_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Module",
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
                        ("theme", models.CharField(max_length=40)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("reflect", "Reflect"),
                                    ("tools", "Tools"),
                                    ("training", "Training"),
                                    ("policy", "Policy and pathways"),
                                    ("national", "National links"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("words", models.TextField(blank=True)),
                        ("links", models.JSONField(blank=True, default=list)),
                        ("audience", models.JSONField(blank=True, default=list)),
                        ("papers", models.JSONField(blank=True, default=list)),
                        ("review_by", models.DateField()),
                        (
                            "toolkit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="modules",
                                to="toolkit.toolkit",
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
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Being written"),
                                    ("waiting", "Waits to be agreed"),
                                    ("shown", "In the library"),
                                ],
                                default=heed.toolkit.states.ModuleState["DRAFT"],
                                max_length=8,
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("kept", models.JSONField(blank=True, default=dict)),
                        (
                            "writers",
                            models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "ordering": ["theme", "kind", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Approval",
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
                            "module",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approvals",
                                to="toolkit.module",
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
                        ("edition", models.PositiveIntegerField()),
                        (
                            "says",
                            models.CharField(
                                choices=[
                                    ("agreed", "agreed"),
                                    ("asked", "asked"),
                                    ("taken_back", "taken_back"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=heed.clock.now)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("module", "partnership", "edition"),
                                name="approval_once_an_edition",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Shelf",
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
                        ("theme", models.CharField(max_length=40)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("reflect", "Reflect"),
                                    ("tools", "Tools"),
                                    ("training", "Training"),
                                    ("policy", "Policy and pathways"),
                                    ("national", "National links"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("words", models.TextField(blank=True)),
                        ("links", models.JSONField(blank=True, default=list)),
                        ("audience", models.JSONField(blank=True, default=list)),
                        ("papers", models.JSONField(blank=True, default=list)),
                        ("review_by", models.DateField()),
                        (
                            "module",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shelves",
                                to="toolkit.module",
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
                        ("edition", models.PositiveIntegerField()),
                        ("shown_on", models.DateField()),
                        ("ends_on", models.DateField()),
                        ("taken_down_on", models.DateField(null=True)),
                        (
                            "taken_down_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "theme"],
                                name="toolkit_she_partner_c33388_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("module", "partnership"), name="shelf_once"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
