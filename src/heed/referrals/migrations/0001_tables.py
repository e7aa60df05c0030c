import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.partnership.states
import heed.referrals.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [
        ("referrals", "0001_initial"),
        ("referrals", "0002_later_sections"),
        ("referrals", "0003_the_door_it_came_by"),
        ("referrals", "0004_which_were_entered"),
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
                    name="Referral",
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
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="referral",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.agency",
                            ),
                        ),
                        ("other_agency", models.CharField(blank=True, max_length=200)),
                        (
                            "came_by",
                            models.CharField(
                                choices=[
                                    ("member", "From somebody who signed in"),
                                    ("guest", "From a guest whom we invited"),
                                    ("public", "By the public form"),
                                    ("entered", "Entered here for somebody else"),
                                ],
                                default=heed.referrals.states.CameBy["MEMBER"],
                                max_length=12,
                            ),
                        ),
                        (
                            "referred_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("referrer_name", models.CharField(blank=True, max_length=200)),
                        ("referrer_email", models.EmailField(blank=True, max_length=254)),
                        (
                            "agreed",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("read_back", "It was read back to them, and they agreed"),
                                    (
                                        "own_words",
                                        "It is what they wrote themselves, word for word",
                                    ),
                                    ("not_yet", "They have not seen or heard it yet"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("asking_for", models.CharField(blank=True, max_length=60)),
                        (
                            "agreement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agreed", "Agrees that it should be referred"),
                                    ("not_agreed", "Does not agree"),
                                    ("not_asked", "Has not been asked"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("agreement_reason", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("sent", "Sent"),
                                    ("more_asked", "More asked for"),
                                    ("answered", "Decided"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default=heed.referrals.states.ReferralState["DRAFT"],
                                max_length=12,
                            ),
                        ),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("more_asked", models.TextField(blank=True)),
                        ("outcome", models.CharField(blank=True, max_length=200)),
                        ("outcome_reasons", models.TextField(blank=True)),
                        ("outcome_at", models.DateTimeField(null=True)),
                        ("later_asked_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agency__isnull", False),
                                    models.Q(("other_agency", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="referral_from_some_agency",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralAnswer",
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="referrals.referral",
                            ),
                        ),
                        ("question", models.CharField(max_length=60)),
                        ("value", models.JSONField()),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("referral", "question"), name="referral_question_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LaterEntry",
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="later",
                                to="referrals.referral",
                            ),
                        ),
                        ("section", models.CharField(max_length=60)),
                        ("key", models.CharField(max_length=60)),
                        (
                            "concerns",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partnership.casesubject",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("referral", "section", "key"),
                                name="later_entry_once_a_section",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LaterAnswer",
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
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="referrals.laterentry",
                            ),
                        ),
                        ("question", models.CharField(max_length=60)),
                        ("value", models.JSONField(null=True)),
                        (
                            "line",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partnership.registeredname",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("entry", "question"), name="later_answer_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Presence",
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="present",
                                to="referrals.referral",
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
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("referral", "person"), name="present_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuestInvitation",
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
                        ("email", models.EmailField(max_length=254)),
                        ("name", models.CharField(max_length=200)),
                        ("agency_name", models.CharField(blank=True, max_length=200)),
                        ("why", models.TextField(blank=True)),
                        (
                            "invited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("invited_at", models.DateTimeField(default=heed.clock.now)),
                        ("ends_on", models.DateField()),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        (
                            "referral",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="invitation",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-invited_at", "-pk"],
                    },
                ),
            ],
        ),
    ]
