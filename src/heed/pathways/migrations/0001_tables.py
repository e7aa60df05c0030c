import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [
        ("pathways", "0001_initial"),
        ("pathways", "0002_own_layer_and_draft"),
        ("pathways", "0003_public_form_at_hand"),
    ]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="PackVersion",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("pack_id", models.SlugField(max_length=40)),
                        ("text", models.TextField()),
                        ("hash", models.CharField(max_length=64)),
                        ("shape", models.PositiveIntegerField(default=1)),
                        ("layer", models.TextField(blank=True)),
                        ("adopted_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "adopted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["partnership", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "number"),
                                name="pack_number_once_a_partnership",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PackDraft",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        ("text", models.TextField()),
                        ("rehearsed", models.CharField(blank=True, max_length=64)),
                        ("changed_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
