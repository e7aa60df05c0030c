"""The shape of what the desk asks: people and their parts."""

from typing import Any

from heed.design.fields import AnyOfField, LineField, LongField, MailField, OneOfField, PickField
from heed.design.forms import PlainForm
from heed.partnership.models import Agency, Case, CaseSubject, Group, Person
from heed.partnership.states import PartKind

#: The parts that can be given on the people page, with what each may do.
GIVEN: tuple[tuple[PartKind, str, str], ...] = (
    (PartKind.COORDINATOR, "Coordinator", "Runs the reviews, every day."),
    (PartKind.CHAIR, "Chair of a group", "Records what the group decides."),
    (PartKind.MEMBER, "Member of a group", "Takes part in what the group decides."),
    (PartKind.REPRESENTATIVE, "Agency's representative", "Reads what their agency refers."),
    (
        PartKind.MANAGER,
        "Manager in an agency",
        "Refers, and prepares returns that they are asked for.",
    ),
    (PartKind.FACILITATOR, "Facilitator", "Holds learning events and writes the one page."),
    (PartKind.OWNER, "Owner of actions", "Makes changes, and says what difference they made."),
    (
        PartKind.PARTNER_EXECUTIVE,
        "Executive of a safeguarding partner",
        "Agrees decisions and pages.",
    ),
    (PartKind.SCRUTINEER, "Independent scrutineer", "Reads, and challenges."),
    (PartKind.ADMINISTRATOR, "Administrator", "Looks after people and the system; reads no case."),
)


class InviteForm(PlainForm):
    """Somebody new, or a further part for somebody known."""

    name = LineField(label="Name", missing="Enter their name")
    email = MailField(
        label="Work email",
        missing="Enter their work email",
        help_text="Their own, not a shared mailbox: it is how they sign in.",
    )
    role = LineField(label="Job title", required=False)
    agency = PickField(label="Agency", missing="Choose their agency")
    kind = OneOfField(
        label="What do they do here?",
        choices=[(kind.value, words) for kind, words, _ in GIVEN],
        hints={kind.value: hint for kind, _, hint in GIVEN},
        missing="Choose what they do here",
    )
    group = PickField(
        label="Which group?", required=False, empty="None", help_text="For a chair or a member."
    )

    def __init__(
        self, *args: Any, agencies: list[Agency], groups: list[Group], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(a.pk), a.name) for a in agencies),
        ]
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            ("", "None"),
            *((str(g.pk), g.name) for g in groups),
        ]

    def clean(self) -> dict[str, Any]:
        """A chair or member has a group."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") in (PartKind.CHAIR, PartKind.MEMBER) and not cleaned.get("group"):
            self.add_error("group", "Choose the group that they chair or sit in")
        return cleaned


class NameForm(PlainForm):
    """Somebody to name on a case."""

    person = PickField(label="Who?", missing="Choose the person")
    kind = OneOfField(
        label="As what?",
        choices=[
            (PartKind.MEMBER.value, "To read it"),
            (PartKind.FACILITATOR.value, "As its facilitator"),
            (PartKind.COORDINATOR.value, "To coordinate it"),
        ],
        missing="Choose what they do in this case",
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(p.pk), p.name) for p in people),
        ]


class MergeForm(PlainForm):
    """Two records that are one."""

    into = LineField(
        label="Reference of the case to go on with",
        missing="Enter its reference, for example ELM-26-7K4M",
        width=20,
    )
    why = LineField(label="How do you know that they are the same?", missing="Say how you know")


class SplitForm(PlainForm):
    """One record that is two."""

    subjects = AnyOfField(
        label="Who moves to a case of their own?", missing="Choose at least one child"
    )
    why = LineField(label="Why are they two cases?", missing="Say why, in a few words")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concerned = list(case.concerns.all())
        self.fields["subjects"].choices = [  # type: ignore[attr-defined]
            (
                str(one.pk),
                one.pseudonym or one.words or f"Child {n}, {one.age_band or 'age not known'}",
            )
            for n, one in enumerate(self.concerned, 1)
        ]

    @property
    def moving(self) -> list[CaseSubject]:
        """The ones that were chosen."""
        return [one for one in self.concerned if str(one.pk) in self.cleaned_data["subjects"]]


class ShutOutForm(PlainForm):
    """Somebody who may know nothing of a case."""

    person = PickField(label="Who must not know of this case?", missing="Choose the person")
    reason = LongField(
        label="Why?",
        rows=3,
        max_length=300,
        missing="Say why, in a sentence",
        help_text="Such as “related to the family”.",
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(p.pk), p.name) for p in people),
        ]
