import django.db.models.deletion
from django.db import migrations, models

import heed.memory.models
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("memory", "0001_initial"), ("memory", "0002_the_forums_own")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Entry",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.case",
                            ),
                        ),
                        ("partnership_name", models.CharField(blank=True, max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("finding", "Finding"),
                                    ("recommendation", "Recommendation"),
                                    ("briefing", "Briefing"),
                                    ("guidance", "Guidance"),
                                    ("national", "National learning"),
                                    ("other_partnership", "Another partnership's learning"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("public", "Everyone"),
                                    ("partnership", "The partnership's people"),
                                    ("case", "This case's people"),
                                    ("forum", "The members of a partnership's forum"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("text", models.TextField()),
                        ("url_name", models.CharField(blank=True, max_length=100)),
                        ("url_args", models.JSONField(blank=True, default=dict)),
                        ("url", models.CharField(blank=True, max_length=500)),
                        ("slug", models.SlugField(blank=True, max_length=120)),
                        ("date", models.DateField(blank=True, null=True)),
                        (
                            "polarity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("strength", "What worked well"),
                                    ("learning", "What we can strengthen"),
                                    ("condition", "Conditions around the work"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("age_band", models.CharField(blank=True, max_length=40)),
                        ("route", models.CharField(blank=True, max_length=60)),
                        (
                            "effect",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not recorded"),
                                    ("open", "Being acted on"),
                                    ("acted_on", "Acted on; difference not yet known"),
                                    ("difference", "Acted on, and a difference was seen"),
                                    ("no_difference", "Acted on; no difference was seen"),
                                    ("not_taken_up", "Not taken up"),
                                ],
                                default="",
                                max_length=16,
                            ),
                        ),
                        ("effect_note", models.TextField(blank=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("source_key", models.CharField(max_length=200, unique=True)),
                        (
                            "external_id",
                            models.CharField(blank=True, db_index=True, max_length=200),
                        ),
                        ("digest", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={
                        "verbose_name_plural": "entries",
                        "ordering": ("-date", "-pk"),
                        "indexes": [
                            models.Index(
                                fields=["audience", "partnership"], name="memory_entry_audience"
                            ),
                            models.Index(fields=["kind", "-date"], name="memory_entry_kind"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("audience", "case"), _negated=True),
                                    ("case__isnull", False),
                                    _connector="OR",
                                ),
                                name="memory_entry_case_audience_has_case",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryTheme",
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
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="themes",
                                to="memory.entry",
                            ),
                        ),
                        ("theme", models.CharField(db_index=True, max_length=40)),
                    ],
                    options={
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("entry", "theme"), name="memory_entry_theme_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryAgency",
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
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agencies",
                                to="memory.entry",
                            ),
                        ),
                        ("agency", models.CharField(max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "entry agencies",
                        "ordering": ("agency",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("entry", "agency"), name="memory_entry_agency_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Posting",
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
                        ("term", models.CharField(max_length=80)),
                        ("block", models.PositiveIntegerField()),
                        ("slots", models.BinaryField()),
                        ("weights", models.BinaryField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("term", "block"), name="memory_posting_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meaning",
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
                        ("entry", models.PositiveBigIntegerField(db_index=True)),
                        ("model", models.CharField(max_length=40)),
                        ("vectors", models.BinaryField(null=True)),
                        ("stamp", models.BigIntegerField(default=heed.memory.models._stamp)),
                    ],
                ),
                migrations.CreateModel(
                    name="Index",
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
                        ("lexicon", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "verbose_name_plural": "indexes",
                    },
                ),
            ],
        ),
    ]
