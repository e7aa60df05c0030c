import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import heed.clock
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [
        ("partnership", "0002_initial"),
        ("partnership", "0003_the_way_of_working_at_hand"),
        ("partnership", "0004_held_posts"),
        ("partnership", "0005_deputies_for_a_while"),
        ("partnership", "0006_mail_codes"),
        ("partnership", "0007_earlier_reference"),
        ("partnership", "0008_public_form"),
        ("partnership", "0009_promise"),
    ]

    initial = True

    dependencies = []

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Partnership",
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
                        ("slug", models.SlugField(max_length=60, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("short_name", models.CharField(max_length=40)),
                        (
                            "prefix",
                            models.CharField(
                                max_length=4,
                                validators=[django.core.validators.RegexValidator("^[A-Z]{2,4}$")],
                            ),
                        ),
                        ("mailbox", models.EmailField(max_length=254)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        (
                            "front_door",
                            models.CharField(
                                blank=True,
                                help_text="Whom to telephone when a child is in danger now.",
                                max_length=300,
                            ),
                        ),
                        (
                            "colour",
                            models.CharField(
                                default="#17575a",
                                max_length=7,
                                validators=[
                                    django.core.validators.RegexValidator("^#[0-9a-f]{6}$")
                                ],
                            ),
                        ),
                        ("parts_off", models.JSONField(blank=True, default=list)),
                        ("public_form", models.BooleanField(default=False)),
                        ("marking", models.CharField(default="OFFICIAL-SENSITIVE", max_length=60)),
                        (
                            "promise",
                            models.CharField(default="Learning, not blaming", max_length=120),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Agency",
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
                        ("name", models.CharField(max_length=200)),
                        ("sector", models.CharField(max_length=60)),
                        ("began", models.DateField(blank=True, null=True)),
                        ("ended", models.DateField(blank=True, null=True)),
                        (
                            "succeeded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="predecessors",
                                to="partnership.agency",
                            ),
                        ),
                        (
                            "partnerships",
                            models.ManyToManyField(
                                related_name="agencies", to="partnership.partnership"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "agencies",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "role",
                            models.CharField(blank=True, help_text="Job title.", max_length=200),
                        ),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="partnership.agency",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("joined_at", models.DateTimeField(default=heed.clock.now)),
                    ],
                    options={
                        "verbose_name_plural": "people",
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="person_email_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Authority",
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
                                related_name="authorities",
                                to="partnership.partnership",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("notifier_post", models.CharField(blank=True, max_length=200)),
                        ("notifier_email", models.EmailField(blank=True, max_length=254)),
                        ("deputy_post", models.CharField(blank=True, max_length=200)),
                        ("deputy_email", models.EmailField(blank=True, max_length=254)),
                    ],
                    options={
                        "verbose_name_plural": "authorities",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
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
                        ("happened_on", models.DateField(blank=True, null=True)),
                        (
                            "aware_on",
                            models.DateField(
                                blank=True,
                                help_text="When the local authority came to know of it.",
                                null=True,
                            ),
                        ),
                        ("notified_on", models.DateField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Group",
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
                                related_name="groups",
                                to="partnership.partnership",
                            ),
                        ),
                        ("key", models.SlugField(max_length=60)),
                        ("name", models.CharField(max_length=200)),
                        ("kind", models.CharField(default="review", max_length=20)),
                        ("remit", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "key"), name="group_once_a_partnership"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MailCode",
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
                        ("whose", models.CharField(max_length=64)),
                        ("digest", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField(default=heed.clock.now)),
                        ("ends_at", models.DateTimeField()),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("used_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["ends_at"], name="partnership_ends_at_5d8c8e_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Knock",
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
                        ("door", models.CharField(max_length=40)),
                        ("who", models.CharField(max_length=64)),
                        ("at", models.DateTimeField(default=heed.clock.now)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["door", "who", "at"], name="partnership_door_09e6a7_idx"
                            ),
                            models.Index(fields=["at"], name="partnership_at_f449f7_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeldPost",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("address", models.CharField(max_length=500)),
                        ("sealed", models.TextField()),
                        ("held_at", models.DateTimeField(default=heed.clock.now)),
                        ("ends_at", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["ends_at"], name="partnership_ends_at_802327_idx")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "address"), name="held_post_once_a_page"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Post",
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
                        ("title", models.CharField(max_length=200)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="partnership.agency",
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="posts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["title"],
                    },
                ),
            ],
        ),
    ]
