import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.clock
import heed.decisions.states
import heed.partnership.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [
        ("decisions", "0001_initial"),
        ("decisions", "0002_initial"),
        ("decisions", "0003_what_follows"),
        ("decisions", "0004_pauses_for_what_runs_alongside"),
        ("decisions", "0005_notifications_of_older_checks"),
    ]

    initial = True

    dependencies = [
        ("alongside", "0001_tables"),
        ("correspondence", "0001_tables"),
        ("meetings", "0001_tables"),
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="Decision",
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
                                related_name="decisions",
                                to="partnership.case",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.group",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="meetings.agendaitem",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Being weighed"),
                                    ("recorded", "Recorded"),
                                    ("reopened", "Being corrected"),
                                ],
                                default=heed.decisions.states.DecisionState["DRAFT"],
                                max_length=12,
                            ),
                        ),
                        ("route", models.CharField(blank=True, max_length=60)),
                        ("reasons", models.TextField(blank=True)),
                        ("dissent", models.TextField(blank=True)),
                        ("family", models.TextField(blank=True)),
                        ("present", models.TextField(blank=True)),
                        ("quoracy", models.CharField(blank=True, max_length=300)),
                        ("because", models.TextField(blank=True)),
                        ("edition", models.CharField(blank=True, max_length=200)),
                        ("recorded_at", models.DateTimeField(null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reopened_why", models.TextField(blank=True)),
                        ("out_of_order", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "number"), name="decision_number_once_a_case"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["draft", "reopened"])),
                                fields=("case",),
                                name="one_decision_being_weighed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CriterionAnswer",
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
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="decisions.decision",
                            ),
                        ),
                        ("set", models.CharField(max_length=60)),
                        ("criterion", models.CharField(max_length=60)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Yes"),
                                    ("may", "May do"),
                                    ("no", "No"),
                                    ("not_known", "Not known"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("evidence", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision", "set", "criterion"),
                                name="criterion_answered_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEdition",
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
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="editions",
                                to="decisions.decision",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("record", models.JSONField(default=dict)),
                        ("corrected_why", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision", "number"), name="decision_edition_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Position",
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
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="positions",
                                to="decisions.decision",
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
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.agency",
                            ),
                        ),
                        (
                            "view",
                            models.CharField(
                                choices=[
                                    ("agrees", "Agrees"),
                                    ("differs", "Sees it differently"),
                                    ("asks", "Has a question first"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("decision", "person"),
                                name="position_once_a_person",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PanelReply",
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
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="decisions.decision",
                            ),
                        ),
                        (
                            "reply",
                            models.CharField(
                                choices=[
                                    ("agrees", "Agrees"),
                                    ("challenges", "Challenges it"),
                                    ("national", "Takes it as a national review"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("from_whom", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        (
                            "led_to",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="challenged_by",
                                to="decisions.decision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-happened_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Notification",
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
                                related_name="notification",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.authority",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_yet", "Not yet"),
                                    ("sent", "Sent"),
                                    ("not_agreed", "The authority does not find it notifiable"),
                                ],
                                default=heed.decisions.states.NotificationState["NOT_YET"],
                                max_length=12,
                            ),
                        ),
                        ("due", models.DateField()),
                        ("sent_on", models.DateField(null=True)),
                        ("sent_by", models.CharField(blank=True, max_length=200)),
                        ("recipients", models.JSONField(default=list)),
                        ("their_reference", models.CharField(blank=True, max_length=100)),
                        ("partners_told_on", models.DateField(null=True)),
                        ("late_because", models.TextField(blank=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("stood", models.JSONField(default=dict)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Disagreement",
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
                                related_name="disagreements",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="disagreements",
                                to="decisions.decision",
                            ),
                        ),
                        (
                            "notification",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="disagreements",
                                to="decisions.notification",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.agency",
                            ),
                        ),
                        ("words", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Being settled"), ("settled", "Settled")],
                                default=heed.decisions.states.DisagreementState["OPEN"],
                                max_length=12,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Step",
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
                            "disagreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="decisions.disagreement",
                            ),
                        ),
                        ("rung", models.CharField(max_length=60)),
                        ("who", models.CharField(max_length=200)),
                        ("does", models.TextField(blank=True)),
                        ("held_by", models.CharField(max_length=12)),
                        ("due", models.DateField()),
                        ("said", models.TextField(blank=True)),
                        ("said_by", models.CharField(blank=True, max_length=200)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("settled", "Settled here"), ("up", "Taken one step up")],
                                max_length=12,
                            ),
                        ),
                        ("ended_on", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Advice",
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
                            "disagreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="advice",
                                to="decisions.disagreement",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("words", models.TextField()),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters",
                                to="decisions.decision",
                            ),
                        ),
                        ("template", models.CharField(max_length=60)),
                        ("to_whom", models.CharField(max_length=200)),
                        ("to_address", models.EmailField(blank=True, max_length=254)),
                        (
                            "to_person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("on_paper", models.BooleanField(default=False)),
                        ("title", models.CharField(max_length=200)),
                        ("body", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "To be read"),
                                    ("gone", "Gone"),
                                    ("set_aside", "Set aside"),
                                ],
                                default=heed.decisions.states.LetterState["DRAFT"],
                                max_length=12,
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="correspondence.message",
                            ),
                        ),
                        ("handed_on", models.DateField(null=True)),
                        ("handed_by", models.CharField(blank=True, max_length=200)),
                        ("written_at", models.DateTimeField(default=heed.clock.now)),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Pause",
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
                                related_name="pauses",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("criminal", "Criminal proceedings"),
                                    ("inquest", "An inquest"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "process",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="alongside.parallelprocess",
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("authorised_by", models.CharField(max_length=200)),
                        ("evidence", models.TextField(blank=True)),
                        ("first", models.DateField()),
                        ("last", models.DateField(null=True)),
                        ("ended", models.BooleanField(default=False)),
                        ("void", models.BooleanField(default=False)),
                        ("corrected_why", models.TextField(blank=True)),
                        ("waited_on", models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        "ordering": ["first", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("last__isnull", True),
                                    ("last__gte", models.F("first")),
                                    _connector="OR",
                                ),
                                name="pause_ends_after_it_begins",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentCheck",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="incident_checks",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.authority",
                            ),
                        ),
                        ("answers", models.JSONField(default=dict)),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("yes", "It may have to be notified"),
                                    ("unsure", "Not known yet"),
                                    ("no", "Not a serious incident on what is known"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("asked_because", models.CharField(blank=True, max_length=300)),
                        ("aware_on", models.DateField(null=True)),
                        ("incident_on", models.DateField(null=True)),
                        ("notify_by", models.DateField(null=True)),
                        ("telephoned", models.CharField(blank=True, max_length=300)),
                        ("telephoned_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["-entered_at", "-pk"],
                    },
                ),
            ],
        ),
    ]
