"""When and where people meet, how they treat each other, and why they do not meet."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError

from heed import clock
from heed.design.dates import time_of_day
from heed.design.fields import (
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.learning_events.times import EXAMPLE, NotATime, read_time
from heed.partnership.models import Person


class TimeField(LineField):
    """A time of day, written any usual way. Cleans to a ``time``."""

    width = 10

    def prepare_value(self, value: Any) -> Any:
        """A stored time as people write it; what was typed, as typed."""
        return time_of_day(value) if isinstance(value, time) else value

    def clean(self, value: Any) -> Any:
        """The time that was written."""
        if isinstance(value, time):
            return value
        written = super().clean(value)
        if not written:
            return None
        try:
            return read_time(written)
        except NotATime as refusal:
            raise ValidationError(str(refusal), code="invalid") from None


class HoursForm(PlainForm):
    """A day with its hours."""

    day = WhenField(label="Day", missing="Enter the day, for example 3 December 2026")
    begins = TimeField(label="Begins at", missing=f"Enter the time, for example {EXAMPLE}")
    ends = TimeField(label="Ends at", missing=f"Enter the time, for example {EXAMPLE}")

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("begins"), cleaned.get("ends")
        if first and last and last <= first:
            self.add_error("ends", "It ends before it begins. Check both times, with am or pm")
        return cleaned

    @property
    def begins_at(self) -> datetime:
        """The moment at which it begins."""
        return self._at("begins")

    @property
    def ends_at(self) -> datetime:
        """The moment at which it ends."""
        return self._at("ends")

    def _at(self, name: str) -> datetime:
        return datetime.combine(
            self.cleaned_data["day"], self.cleaned_data[name], tzinfo=clock.LONDON
        )


class PlanForm(HoursForm):
    """When and where people meet, and who looks after them."""

    place = LineField(
        label="Where do people meet?",
        required=False,
        max_length=300,
        help_text="A room and an address. Invitations wait until this is known.",
    )
    way = OneOfField(
        label="How do people meet?",
        choices=[("in_person", "In one room"), ("video", "By video")],
        inline=True,
    )
    facilitator = PickField(label="Who facilitates?", required=False, empty="Not settled yet")
    support_lead = LineField(
        label="Who looks after people’s wellbeing that day?",
        required=False,
        help_text="Somebody with no other task. Their name and role stand in the invitation.",
    )
    access_needs = LongField(
        label="What makes it possible for everyone to be there?",
        required=False,
        rows=3,
        max_length=2000,
        help_text="Step-free access, an interpreter, a hearing loop, a quiet room, time to pray.",
    )

    def __init__(
        self, *args: Any, people: Sequence[Person], earliest: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facilitator"].choices = [  # type: ignore[attr-defined]
            ("", "Not settled yet"),
            *((str(p.pk), p.name) for p in people),
        ]
        self.fields["day"].earliest = min(earliest or clock.today(), clock.today())  # type: ignore[attr-defined]
        self.fields["day"].too_early = (  # type: ignore[attr-defined]
            "This day has passed. If people have met already, enter the event as held"
        )


class CancelForm(PlainForm):
    """Why an event does not take place."""

    why = LineField(
        label="Why does it not take place?",
        missing="Say why, in a few words",
        help_text="For the record; the message to people does not say it. No names.",
    )


class GroundRulesForm(PlainForm):
    """How people treat each other that day."""

    rules = LongField(
        label="Ground rules",
        rows=10,
        max_length=4000,
        help_text="One a line. They stand in the invitation and on the run sheet.",
        missing="Write at least one ground rule",
    )

    @property
    def lines(self) -> list[str]:
        """The rules, one each."""
        return [
            one.strip(" -•") for one in self.cleaned_data["rules"].splitlines() if one.strip(" -•")
        ]
