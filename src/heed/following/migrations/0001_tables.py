import django.db.models.deletion
from django.db import migrations, models

import heed.following.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("following", "0001_initial")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Follower",
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
                        ("mark", models.CharField(max_length=64)),
                        ("sealed", models.TextField()),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("weekly", "Once a week at most"),
                                    ("monthly", "Once a month at most"),
                                ],
                                default=heed.following.states.Rhythm["MONTHLY"],
                                max_length=10,
                            ),
                        ),
                        ("themes", models.JSONField(blank=True, default=list)),
                        ("since", models.DateField()),
                        ("told_on", models.DateField()),
                        ("told_page", models.PositiveBigIntegerField(default=0)),
                        ("told_gone", models.JSONField(blank=True, default=list)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["rhythm", "told_on"], name="following_f_rhythm_6a30cc_idx"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "mark"), name="follower_once"
                            )
                        ],
                    },
                )
            ],
        ),
    ]
