"""What a group says while it rehearses, and what it will put right."""

from collections.abc import Sequence
from typing import Any

from heed.design.fields import LineField, LongField, PickField, WhenField
from heed.design.forms import PlainForm
from heed.meetings.queries import Member
from heed.pathways.shapes.rehearsals import Rehearsal


class RehearsalForm(PlainForm):
    """A box for each moment, what was noticed, and one thing to put right."""

    def __init__(
        self, *args: Any, scenario: Rehearsal, members: Sequence[Member], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.moments = list(scenario.moments)
        for moment in self.moments:
            self.fields[f"m_{moment.id}"] = LongField(
                label=moment.asks, required=False, mark_optional=False, rows=3
            )
        self.fields["noticed"] = LongField(
            label="What did we notice about ourselves?",
            heading="s",
            rows=4,
            required=False,
            mark_optional=False,
            help_text="What went easily, and where it was unclear who does what.",
        )
        self.fields["what"] = LongField(
            label="One thing that we will put right",
            heading="s",
            rows=2,
            required=False,
            mark_optional=False,
            help_text="It goes onto the action log. Save, and the page takes the next one.",
        )
        self.fields["person"] = PickField(
            label="Who will do it?",
            required=False,
            mark_optional=False,
            empty="Somebody else",
            choices=[(str(one.person.pk), one.person.name) for one in members],
        )
        self.fields["who"] = LineField(
            label="Their name or post, if they are not in the list",
            required=False,
            mark_optional=False,
        )
        self.fields["by_when"] = WhenField(label="By when?", required=False, mark_optional=False)
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Whatever will be put right has somebody who does it."""
        data = super().clean() or {}
        if data.get("what") and not data.get("person") and not data.get("who"):
            self.add_error("person", "Say who will do it: choose somebody, or enter a name or post")
        return data

    @property
    def said(self) -> dict[str, str]:
        """What was said at each moment, by the moment's id."""
        return {moment.id: self.cleaned_data[f"m_{moment.id}"] for moment in self.moments}
