"""Who sits in a group, and who stands in for them."""

from collections.abc import Sequence
from typing import Any

from heed.design.fields import OneOfField, PickField, WhenField
from heed.design.forms import PlainForm
from heed.partnership.models import Person
from heed.partnership.states import PartKind


def _people(people: Sequence[Person]) -> list[tuple[str, str]]:
    return [
        (str(one.pk), f"{one.name}, {one.agency.name}" if one.agency else one.name)
        for one in people
    ]


class SeatForm(PlainForm):
    """Somebody who begins to sit in a group."""

    def __init__(
        self, *args: Any, people: Sequence[Person], chair_titles: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PickField(
            label="Who is it?",
            empty="Choose somebody",
            choices=_people(people),
            missing="Choose who it is",
            help_text="Only people who have a part here already. Invite anybody else first.",
        )
        self.fields["kind"] = OneOfField(
            label="As what?",
            choices=[
                (PartKind.MEMBER.value, "A member"),
                (PartKind.CHAIR.value, "The chair, or one of those who chair it jointly"),
            ],
            hints={PartKind.CHAIR.value: f"Here: {'; '.join(chair_titles)}."},
            initial=PartKind.MEMBER.value,
        )
        self.fields["begins"] = WhenField(
            label="From which day?", required=False, help_text="Leave it empty for today."
        )
        self.arrange()


class DeputyForm(PlainForm):
    """Who stands in for somebody, and from when to when."""

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"] = PickField(
            label="Who stands in?",
            required=False,
            mark_optional=False,
            empty="Nobody",
            choices=_people(people),
            help_text="They read the group’s papers and count towards the quorum in this "
            "member’s place.",
        )
        self.fields["begins"] = WhenField(
            label="From which day?", required=False, help_text="Leave it empty to begin at once."
        )
        self.fields["ends"] = WhenField(
            label="Until which day?",
            required=False,
            help_text="That day included. Leave it empty for as long as the member sits.",
        )
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """The days are in order."""
        data = super().clean() or {}
        begins, ends = data.get("begins"), data.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", "Enter a last day that comes after the first")
        return data
