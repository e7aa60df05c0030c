import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.library.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("library", "0001_change"), ("library", "0002_other_forms")]

    initial = True

    dependencies = [
        ("briefings", "0001_tables"),
        ("papers", "0001_tables"),
        ("partnership", "0001_people"),
        ("recommendations", "0001_tables"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Change",
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
                            "recommendation",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="recommendations.recommendation",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="briefings.releasedpage",
                            ),
                        ),
                        ("text", models.CharField(max_length=400)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Written, not agreed yet"),
                                    ("agreed", "Agreed, not shown yet"),
                                    ("shown", "On the page"),
                                    ("taken_down", "Taken down"),
                                ],
                                default=heed.library.states.ChangeState["DRAFT"],
                                max_length=10,
                            ),
                        ),
                        ("writers", models.JSONField(default=list)),
                        ("kept", models.JSONField(blank=True, default=dict)),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("shown_on", models.DateField(null=True)),
                        ("taken_down_on", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["shown_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="OtherForm",
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
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="briefings.releasedpage",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("translation", "Translation"),
                                    ("audio", "Recording"),
                                    ("easy-read", "Easy Read"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("en", "English"),
                                    ("cy", "Welsh"),
                                    ("kw", "Cornish"),
                                    ("pl", "Polish"),
                                    ("ro", "Romanian"),
                                    ("pa", "Punjabi"),
                                    ("ur", "Urdu"),
                                    ("ar", "Arabic"),
                                    ("bn", "Bengali"),
                                    ("gu", "Gujarati"),
                                    ("so", "Somali"),
                                    ("fa", "Farsi"),
                                    ("ps", "Pashto"),
                                    ("ku", "Kurdish (Kurmanji)"),
                                    ("ckb", "Kurdish (Sorani)"),
                                    ("ti", "Tigrinya"),
                                    ("am", "Amharic"),
                                    ("tr", "Turkish"),
                                    ("pt", "Portuguese"),
                                    ("es", "Spanish"),
                                    ("fr", "French"),
                                    ("it", "Italian"),
                                    ("lt", "Lithuanian"),
                                    ("bg", "Bulgarian"),
                                    ("uk", "Ukrainian"),
                                    ("ru", "Russian"),
                                    ("sq", "Albanian"),
                                    ("vi", "Vietnamese"),
                                    ("zh", "Chinese"),
                                    ("ta", "Tamil"),
                                    ("yi", "Yiddish"),
                                    ("he", "Hebrew"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Being made"),
                                    ("waiting", "Waits for a second reader"),
                                    ("shown", "In the library"),
                                ],
                                default=heed.library.states.FormState["DRAFT"],
                                max_length=8,
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("focus", models.TextField(blank=True)),
                        ("sections", models.JSONField(blank=True, default=dict)),
                        ("words", models.TextField(blank=True)),
                        (
                            "paper",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="papers.paper",
                            ),
                        ),
                        ("made_by", models.CharField(max_length=200)),
                        ("checked_by", models.CharField(blank=True, max_length=200)),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("shown_on", models.DateField(null=True)),
                        ("kept", models.JSONField(blank=True, default=dict)),
                        ("begun_on", models.DateField(default=heed.clock.today)),
                        (
                            "writers",
                            models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "ordering": ["kind", "language", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("page", "kind", "language"),
                                name="other_form_once_a_language",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
