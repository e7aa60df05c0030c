import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.partnership.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("partnership", "0001_initial")]

    dependencies = [
        ("partnership", "0001_people"),
        ("pathways", "0001_tables"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Case",
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
                                related_name="cases",
                                to="partnership.partnership",
                            ),
                        ),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        (
                            "pack_version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="pathways.packversion",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.authority",
                            ),
                        ),
                        (
                            "incident",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="partnership.incident",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("child", "child"),
                                    ("children", "children"),
                                    ("unborn", "unborn"),
                                    ("adult", "adult"),
                                    ("nobody", "nobody"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("good_practice", models.BooleanField(default=False)),
                        ("route", models.CharField(blank=True, max_length=60)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("referral", "Referral"),
                                    ("decision", "Decision"),
                                    ("scope", "Scope"),
                                    ("returns", "Returns"),
                                    ("event", "Event"),
                                    ("findings", "Findings"),
                                    ("report", "Report"),
                                    ("release", "Publish"),
                                    ("recommendations", "Recommendations"),
                                    ("draft", "Draft"),
                                    ("closed", "Closed"),
                                    ("not_taken", "No review"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged"),
                                ],
                                default=heed.partnership.states.Stage["DRAFT"],
                                max_length=20,
                            ),
                        ),
                        ("waiting_on", models.CharField(blank=True, max_length=120)),
                        ("target", models.DateField(blank=True, null=True)),
                        ("target_is", models.CharField(blank=True, max_length=60)),
                        ("deadline", models.BooleanField(default=False)),
                        ("restricted", models.BooleanField(default=False)),
                        (
                            "known_as",
                            models.CharField(
                                blank=True, help_text="The pseudonym that leads.", max_length=120
                            ),
                        ),
                        (
                            "old_reference",
                            models.CharField(
                                blank=True, help_text="Its reference before Heed.", max_length=60
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.case",
                            ),
                        ),
                        ("opened_on", models.DateField(default=heed.clock.today)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["partnership", "stage", "target"],
                                name="partnership_partner_bbdfed_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Subject",
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
                            "cases",
                            models.ManyToManyField(
                                related_name="subjects",
                                through="partnership.CaseSubject",
                                to="partnership.case",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseSubject",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="concerns",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="in_cases",
                                to="partnership.subject",
                            ),
                        ),
                        ("pseudonym", models.CharField(blank=True, max_length=60)),
                        ("age_band", models.CharField(blank=True, max_length=40)),
                        (
                            "words",
                            models.CharField(
                                blank=True,
                                help_text="Such as “girl, 4 to 6 years”.",
                                max_length=120,
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["order", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "subject"), name="subject_once_a_case"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegisteredName",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="register",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "concerns",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="register",
                                to="partnership.casesubject",
                            ),
                        ),
                        ("kind", models.CharField(default="name", max_length=20)),
                        ("whose", models.CharField(default="child", max_length=40)),
                        ("text", models.CharField(max_length=300)),
                        ("born_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ShutOut",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shut_out",
                                to="partnership.case",
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
                        ("reason", models.CharField(max_length=300)),
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
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "person"), name="shut_out_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Part",
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
                                related_name="parts",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="partnership.post",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coordinator"),
                                    ("chair", "chair"),
                                    ("member", "member"),
                                    ("representative", "representative"),
                                    ("referrer", "referrer"),
                                    ("manager", "manager"),
                                    ("contributor", "contributor"),
                                    ("facilitator", "facilitator"),
                                    ("owner", "owner"),
                                    ("partner executive", "partner executive"),
                                    ("scrutineer", "scrutineer"),
                                    ("administrator", "administrator"),
                                    ("guest", "guest"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="partnership.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="partnership.group",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="partnership.case",
                            ),
                        ),
                        ("section", models.CharField(blank=True, max_length=60)),
                        ("begins", models.DateField(default=heed.clock.today)),
                        ("ends", models.DateField(blank=True, null=True)),
                        (
                            "deputy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="deputising",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("deputy_begins", models.DateField(blank=True, null=True)),
                        ("deputy_ends", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["person", "kind"], name="partnership_person__c8dcbd_idx"
                            ),
                            models.Index(
                                fields=["case", "kind"], name="partnership_case_id_1dba93_idx"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", False), ("post__isnull", True)),
                                    models.Q(("person__isnull", True), ("post__isnull", False)),
                                    _connector="OR",
                                ),
                                name="part_is_a_persons_or_a_posts",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
