import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.alongside.states
import heed.clock
import heed.partnership.states
from heed.tables import Tables


class Migration(migrations.Migration):
    replaces = [("alongside", "0001_initial"), ("alongside", "0002_family_support")]

    initial = True

    dependencies = [
        ("partnership", "0001_people"),
        ("partnership", "0002_cases"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name="ParallelProcess",
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
                                related_name="processes",
                                to="partnership.case",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("police", "Police investigation"),
                                    ("trial", "Prosecution or criminal trial"),
                                    ("coroner", "Coroner’s investigation or inquest"),
                                    ("child_death", "Child death review"),
                                    ("child_protection", "Child protection enquiry"),
                                    ("allegation", "Allegation with the designated officer (LADO)"),
                                    ("patient_safety", "Patient safety review, or an agency’s own"),
                                    ("adult_review", "Safeguarding adults review"),
                                    ("domestic_death", "Domestic abuse related death review"),
                                    ("public_protection", "MAPPA, or its serious case review"),
                                    ("family_court", "Family court proceedings"),
                                    ("complaint", "Complaint to an agency or ombudsman"),
                                    ("other_review", "Another review"),
                                    ("other_area", "Another area’s work on the same events"),
                                    ("regulator", "Regulator or professional body"),
                                    ("other", "Something else"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("body", models.CharField(blank=True, max_length=200)),
                        ("lead", models.CharField(blank=True, max_length=200)),
                        ("their_reference", models.CharField(blank=True, max_length=80)),
                        ("since", models.DateField(null=True)),
                        ("expected_end", models.DateField(null=True)),
                        ("holds", models.JSONField(default=list)),
                        ("effect", models.TextField(blank=True)),
                        ("reviewed_on", models.DateField(null=True)),
                        ("review_on", models.DateField(null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Under way"), ("closed", "Ended")],
                                default=heed.alongside.states.ProcessState["OPEN"],
                                max_length=12,
                            ),
                        ),
                        ("outcome", models.TextField(blank=True)),
                        ("ended_on", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["case", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "number"), name="process_number_once_a_case"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AreaRequest",
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
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="area_requests",
                                to="partnership.case",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("to_us", "Another area asks us"),
                                    ("from_us", "We ask another area"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("area", models.CharField(max_length=200)),
                        ("contact_name", models.CharField(blank=True, max_length=200)),
                        ("contact_role", models.CharField(blank=True, max_length=200)),
                        ("contact_email", models.EmailField(blank=True, max_length=254)),
                        ("their_reference", models.CharField(blank=True, max_length=80)),
                        (
                            "lead",
                            models.CharField(
                                choices=[
                                    ("ours", "We do: it happened here"),
                                    ("theirs", "They do: it happened there"),
                                    ("not_settled", "Not settled yet"),
                                ],
                                default=heed.alongside.states.Lead["NOT_SETTLED"],
                                max_length=12,
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=60)),
                        ("basis_words", models.CharField(blank=True, max_length=300)),
                        ("asks", models.TextField()),
                        ("due", models.DateField(null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waits for an answer"),
                                    ("answered", "Answered"),
                                    ("declined", "Declined, with reasons"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default=heed.alongside.states.RequestState["OPEN"],
                                max_length=12,
                            ),
                        ),
                        ("reply", models.TextField(blank=True)),
                        ("replied_on", models.DateField(null=True)),
                        (
                            "guest",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-happened_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "state", "due"],
                                name="alongside_a_partner_7561f8_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "number"), name="area_request_number_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Complaint",
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
                                related_name="complaints",
                                to="partnership.case",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("child", "A child or young person"),
                                    ("family", "A member of the family"),
                                    ("professional", "A professional"),
                                    ("agency", "An agency"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "who",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partnership.registeredname",
                            ),
                        ),
                        (
                            "reach",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partnership.registeredname",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("decision", "What was decided"),
                                    ("review", "How the review was carried out"),
                                    ("page", "What was written or published"),
                                    ("conduct", "How somebody was spoken to or kept informed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("wants", models.TextField(blank=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "To be acknowledged"),
                                    ("acknowledged", "Being looked into"),
                                    ("answered", "Answered"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default=heed.alongside.states.ComplaintState["RECEIVED"],
                                max_length=12,
                            ),
                        ),
                        ("acknowledge_by", models.DateField(null=True)),
                        ("acknowledged_on", models.DateField(null=True)),
                        ("answer_by", models.DateField(null=True)),
                        ("answered_on", models.DateField(null=True)),
                        ("answer", models.TextField(blank=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("changed", "Agreed with: something is put right"),
                                    ("partly", "Agreed with in part"),
                                    ("stands", "What was done stands, with reasons"),
                                    ("settled", "Settled by talking"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("learning", models.TextField(blank=True)),
                        (
                            "concerns",
                            models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "ordering": ["-happened_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "number"), name="complaint_number_once_a_case"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FamilySupport",
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
                                related_name="family_support",
                                to="partnership.case",
                            ),
                        ),
                        ("support", models.JSONField(default=list)),
                        ("not_offered", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Clearance",
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
                            "process",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="clearances",
                                to="alongside.parallelprocess",
                            ),
                        ),
                        (
                            "hold",
                            models.CharField(
                                choices=[
                                    ("publication", "publication"),
                                    ("event", "the learning event"),
                                    ("contact", "speaking with some people"),
                                    ("sharing", "some of the sharing"),
                                    ("dates", "target dates"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("cleared_by", models.CharField(max_length=200)),
                        ("reason", models.TextField()),
                        ("ended_on", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("process", "hold"),
                                name="one_clearance_stands",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
