import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.briefings.states
import heed.clock
import heed.partnership.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [
        ("briefings", "0001_initial"),
        ("briefings", "0002_readers_ages_and_addresses"),
        ("briefings", "0003_released_to_the_forum"),
    ]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Briefing",
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
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="briefing",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "sign_off_group",
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
                                    ("draft", "Draft"),
                                    ("with_group", "With the group for sign-off"),
                                    ("changes_asked", "Changes asked for"),
                                    ("signed_off", "Signed off"),
                                    ("released", "Released"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default=heed.briefings.states.BriefingState["DRAFT"],
                                max_length=16,
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("focus", models.TextField(blank=True)),
                        ("audience", models.CharField(blank=True, max_length=300)),
                        ("sections", models.JSONField(default=dict)),
                        ("themes", models.JSONField(blank=True, default=list)),
                        ("ages", models.JSONField(blank=True, default=list)),
                        ("roles", models.JSONField(blank=True, default=list)),
                        ("kept", models.JSONField(blank=True, default=dict)),
                        (
                            "size",
                            models.FloatField(
                                choices=[
                                    (12.0, "12 point"),
                                    (11.5, "11.5 point"),
                                    (11.0, "11 point, the smallest"),
                                ],
                                default=12.0,
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BriefingVersion",
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
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="briefings.briefing",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("focus", models.TextField(blank=True)),
                        ("audience", models.CharField(blank=True, max_length=300)),
                        ("sections", models.JSONField(default=dict)),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("saved_at", models.DateTimeField(default=heed.clock.now)),
                    ],
                    options={
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("briefing", "number"), name="briefing_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
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
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comments",
                                to="briefings.briefing",
                            ),
                        ),
                        ("edition", models.PositiveIntegerField()),
                        ("section", models.CharField(blank=True, max_length=60)),
                        ("words", models.TextField()),
                        ("asks_change", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=heed.clock.now)),
                        ("answer", models.TextField(blank=True)),
                        (
                            "settled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("settled_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SignOff",
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
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sign_offs",
                                to="briefings.briefing",
                            ),
                        ),
                        ("edition", models.PositiveIntegerField()),
                        (
                            "signed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseCheck",
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
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="checks",
                                to="briefings.briefing",
                            ),
                        ),
                        ("edition", models.PositiveIntegerField()),
                        (
                            "item",
                            models.CharField(
                                choices=[
                                    ("identity", "identity"),
                                    ("family", "family"),
                                    ("proceedings", "proceedings"),
                                    ("language", "language"),
                                    ("audience", "audience"),
                                    ("review-date", "review-date"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("answer", models.CharField(max_length=40)),
                        ("reason", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("briefing", "edition", "item"), name="release_check_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleasedPage",
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
                        (
                            "briefing",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="released_pages",
                                to="briefings.briefing",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("slug", models.SlugField(max_length=100)),
                        ("title", models.CharField(max_length=200)),
                        ("focus", models.TextField()),
                        ("audience", models.CharField(blank=True, max_length=300)),
                        ("content", models.JSONField()),
                        ("minutes", models.PositiveSmallIntegerField()),
                        ("pdf", models.BinaryField()),
                        (
                            "readers",
                            models.CharField(
                                choices=[
                                    ("everyone", "Everyone, in the public library"),
                                    ("partnership", "Only people who work with the partnership"),
                                    (
                                        "forum",
                                        "Only the forum in which several boards learn together",
                                    ),
                                ],
                                default=heed.briefings.states.Readers["EVERYONE"],
                                max_length=12,
                            ),
                        ),
                        ("noindex", models.BooleanField(default=True)),
                        ("released_on", models.DateField()),
                        (
                            "released_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("looked_at_on", models.DateField()),
                        ("review_by", models.DateField()),
                        ("ends_on", models.DateField()),
                        ("withdrawn_on", models.DateField(null=True)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("notice", models.CharField(blank=True, max_length=300)),
                        ("withdrawn_why", models.TextField(blank=True)),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="briefings.releasedpage",
                            ),
                        ),
                        ("changed_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["-released_on", "-number"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "readers", "-released_on"],
                                name="briefings_r_partner_752d64_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "number"), name="page_number_once"
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "slug"), name="page_slug_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PageTheme",
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
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="page_themes",
                                to="briefings.releasedpage",
                            ),
                        ),
                        ("theme", models.CharField(db_index=True, max_length=40)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("page", "theme"), name="page_theme_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PageReach",
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
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="page_reach",
                                to="briefings.releasedpage",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("age", "age"), ("role", "role")], max_length=6
                            ),
                        ),
                        ("value", models.CharField(max_length=20)),
                    ],
                    options={
                        "verbose_name_plural": "page reach",
                        "indexes": [
                            models.Index(
                                fields=["kind", "value"], name="briefings_p_kind_21a54f_idx"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("page", "kind", "value"), name="page_reach_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormerAddress",
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
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="former_addresses",
                                to="briefings.releasedpage",
                            ),
                        ),
                        ("slug", models.SlugField(max_length=100)),
                    ],
                    options={
                        "verbose_name_plural": "former addresses",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "slug"), name="former_address_once"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
