"""Who is asked, and what they answer."""

from collections.abc import Sequence
from typing import Any

from heed.design.fields import (
    LineField,
    MailField,
    OneOfField,
    PickField,
)
from heed.design.forms import PlainForm
from heed.learning_events.models import Guest
from heed.learning_events.states import ANSWER_WORDS, Answer
from heed.partnership.models import Agency, Person


class GuestForm(PlainForm):
    """Somebody to ask."""

    who = OneOfField(
        label="Whom would you like to ask?",
        choices=[
            ("person", "Somebody who uses Heed"),
            ("other", "Somebody without an account"),
            ("family", "Somebody of the family"),
        ],
        reveals={
            "person": "person",
            "other": ["name", "email", "agency", "role"],
            "family": ["relation", "family_email"],
        },
    )
    person = PickField(label="Person", missing="Choose the person")
    name = LineField(label="Their name", missing="Enter their name")
    email = MailField(
        label="Their work email",
        required=False,
        help_text="Without one they get no invitation from here: tell them yourself.",
    )
    agency = PickField(label="Their agency", required=False, empty="None of these")
    role = LineField(label="Their role", required=False)
    relation = LineField(
        label="Who are they to the child?",
        missing="Say who they are to the child, such as her grandmother",
        help_text="Such as “her grandmother” or “an advocate”, and no name.",
    )
    family_email = MailField(
        label="Their email, if they would like it in writing", required=False, private=True
    )

    def __init__(
        self, *args: Any, people: Sequence[Person], agencies: Sequence[Agency], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(p.pk), f"{p.name}, {p.agency}" if p.agency else p.name) for p in people),
        ]
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "None of these"),
            *((str(a.pk), a.name) for a in agencies),
        ]


class AnswerForm(PlainForm):
    """What somebody who was asked says."""

    answer = OneOfField(
        label="Can you come?",
        choices=[(a.value, w) for a, w in ANSWER_WORDS.items() if a],
        missing="Choose whether you can come",
    )
    answer_note = LineField(
        label="Anything that would make it easier to be there",
        required=False,
        max_length=300,
    )

    @property
    def answered(self) -> Answer:
        """The answer."""
        return Answer(self.cleaned_data["answer"])


class GuestAnswerForm(AnswerForm):
    """The same, noted for somebody, with what is written of them."""

    role = LineField(label="Their role", required=False)

    def __init__(self, *args: Any, guest: Guest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = "Are they coming?"
        self.fields["answer"].required = False
        self.fields["answer"].mark_optional = False  # type: ignore[attr-defined]
        self.fields["answer_note"].label = "What they told you"
        if guest.person_id is None:
            self.fields["name"] = LineField(
                label="Who they are to the child" if guest.family else "Their name",
                missing="Say who they are",
            )
            self.fields["email"] = MailField(label="Their email", required=False, private=True)
        self.order_fields(["name", "email", "role", "answer", "answer_note"])
        if guest.family:
            del self.fields["role"]
        self.arrange()

    @property
    def written(self) -> dict[str, Any]:
        """What is written of the guest."""
        return {
            name: self.cleaned_data[name]
            for name in ("name", "email", "role")
            if name in self.cleaned_data
        }


def named(guest: Guest) -> str:
    """A guest as a list shows them."""
    whose = "family" if guest.family else guest.agency.name if guest.agency else guest.role
    return f"{guest.name}, {whose}" if whose else guest.name
