import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("papers", "0001_initial"), ("papers", "0002_initial")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Paper",
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
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="papers",
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
                        ("about", models.CharField(max_length=80)),
                        ("label", models.CharField(max_length=160)),
                        ("stored_as", models.CharField(max_length=64, unique=True)),
                        ("kind", models.CharField(max_length=100)),
                        ("size", models.PositiveBigIntegerField()),
                        ("digest", models.CharField(max_length=64)),
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
                    ],
                    options={
                        "ordering": ["added_at", "pk"],
                        "indexes": [
                            models.Index(fields=["about"], name="papers_pape_about_99014f_idx")
                        ],
                    },
                )
            ],
        ),
    ]
