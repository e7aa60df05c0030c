import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.learning_events.states
import heed.partnership.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("learning_events", "0001_initial")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="LearningEvent",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="learning_events",
                                to="partnership.case",
                            ),
                        ),
                        ("begins_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=300)),
                        ("in_person", models.BooleanField(default=True)),
                        (
                            "facilitator",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("support_lead", models.CharField(blank=True, max_length=200)),
                        ("access_needs", models.TextField(blank=True)),
                        ("agenda", models.JSONField(default=list)),
                        ("ground_rules", models.JSONField(default=list)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("invited", "People are invited"),
                                    ("held", "Held"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default=heed.learning_events.states.EventState["PLANNED"],
                                max_length=12,
                            ),
                        ),
                        ("sequence", models.PositiveIntegerField(default=0)),
                        ("family_told", models.JSONField(default=list)),
                        ("because", models.TextField(blank=True)),
                        ("cancelled_why", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-begins_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "cancelled"), _negated=True),
                                fields=("case",),
                                name="one_event_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guest",
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
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guests",
                                to="learning_events.learningevent",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.agency",
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=200)),
                        ("family", models.BooleanField(default=False)),
                        ("invited_at", models.DateTimeField(null=True)),
                        ("told_sequence", models.PositiveIntegerField(null=True)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "No answer yet"),
                                    ("yes", "Coming"),
                                    ("no", "Cannot come"),
                                    ("maybe", "Perhaps"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("answer_note", models.CharField(blank=True, max_length=300)),
                        ("attended", models.BooleanField(null=True)),
                    ],
                    options={
                        "ordering": ["family", "agency__name", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("event", "person"),
                                name="guest_once_an_event",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventNote",
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
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="learning_events.learningevent",
                            ),
                        ),
                        ("prompt", models.CharField(max_length=60)),
                        ("text", models.TextField(blank=True)),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=heed.clock.now)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "prompt"), name="event_prompt_once"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
