"""Complaints and challenges."""

from collections.abc import Sequence
from typing import Any

from heed.alongside.states import ABOUT_WORDS, OUTCOME_WORDS, RELATION_WORDS, About, Relation
from heed.design.fields import AnyOfField, LineField, LongField, OneOfField, PickField, WhenField
from heed.design.forms import PlainForm
from heed.partnership.models import Person
from heed.partnership.states import MEANS_WORDS, Means


class ComplaintForm(PlainForm):
    """What somebody says was not right, who they are, and who looks into it."""

    relation = OneOfField(
        label="Who says so?",
        choices=[(one.value, word) for one, word in RELATION_WORDS.items()],
        help_text="Others see this and no more.",
        missing="Choose who says so",
    )
    who = LineField(
        label="Their name",
        required=False,
        private=True,
        help_text="Kept in the identity register. Only those who deal with the complaint see it.",
    )
    reach = LineField(
        label="How to reach them",
        required=False,
        private=True,
        help_text="As they asked to be reached: an address, a telephone number, an advocate.",
    )
    happened_on = WhenField(label="When did it reach us?", not_future=True)
    means = OneOfField(
        label="How did it reach us?",
        choices=[(m.value, word) for m, word in MEANS_WORDS.items() if m is not Means.HEED],
        missing="Choose how it reached us",
    )
    about = OneOfField(
        label="What is it about?",
        choices=[(one.value, word) for one, word in ABOUT_WORDS.items()],
        missing="Choose what it is about",
    )
    words = LongField(
        label="What do they say was not right?",
        rows=6,
        private=True,
        help_text="In their own words where you can.",
        missing="Write what they say was not right",
    )
    wants = LongField(label="What would they like to happen?", required=False, rows=3, private=True)
    concerns = AnyOfField(
        label="Whom does it concern?",
        required=False,
        help_text="People who work here. It is kept from them, and none of them looks into it.",
    )
    owner = PickField(
        label="Who looks into it?",
        required=False,
        empty="Decide later",
        help_text="Somebody whom it does not concern.",
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        listed = [(str(one.pk), _described(one)) for one in people]
        self.fields["concerns"].choices = listed  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", "Decide later"), *listed]  # type: ignore[attr-defined]
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Nobody looks into what concerns them."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("owner") and cleaned["owner"] in cleaned.get("concerns", []):
            self.add_error("owner", "It concerns this person. Ask somebody else to look into it")
        return cleaned

    @property
    def received(self) -> dict[str, Any]:
        """What the operation takes."""
        data = self.cleaned_data
        return {
            "relation": Relation(data["relation"]),
            "who": data["who"],
            "reach": data["reach"],
            "about": About(data["about"]),
            "words": data["words"],
            "wants": data["wants"],
            "concerns": [self.people[one] for one in data["concerns"]],
            "owner": self.people.get(data["owner"]),
            "received_on": data["happened_on"],
            "means": Means(data["means"]),
        }


class OwnerForm(PlainForm):
    """Who looks into it."""

    owner = PickField(label="Who looks into it?", missing="Choose who looks into it")

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(one.pk), _described(one)) for one in people),
        ]
        self.arrange()

    @property
    def chosen(self) -> Person:
        """The person."""
        return self.people[self.cleaned_data["owner"]]


class AnswerComplaintForm(PlainForm):
    """What was answered, what came of it, what we learnt."""

    outcome = OneOfField(
        label="What came of it?",
        choices=[(one.value, word) for one, word in OUTCOME_WORDS.items()],
        missing="Choose what came of it",
    )
    answer = LongField(
        label="What were they told?",
        rows=6,
        private=True,
        missing="Write what was answered, as they were told it",
    )
    answered_on = WhenField(label="When?", not_future=True)
    learning = LongField(
        label="What do we learn from it?",
        required=False,
        rows=3,
        help_text="For the group, without a name.",
    )


def _described(person: Person) -> str:
    return f"{person.name}, {person.role}" if person.role else person.name
