"""The shape of a meeting's pages, in plain English."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError

from heed import clock
from heed.design import dates
from heed.design.fields import (
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
    WholeNumberField,
    YesNoField,
)
from heed.design.forms import PlainForm
from heed.meetings.models import AgendaItem, Meeting
from heed.meetings.queries import Member
from heed.meetings.states import INTEREST_WORDS, PRESENCE_WORDS, WAY_WORDS, InterestKind, Way
from heed.partnership.models import Agency, Group
from heed.pathways.shapes.groups import SECTORS

_TIME = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$", re.I)
NOT_A_TIME = "Enter a time, for example 10am or 2:30pm"
SOMEBODY_ELSE = "other"


class TimeField(LineField):
    """A time of day, written any usual way: 10am, 2:30pm, 14.30, midday. Cleans to a ``time``."""

    width = 10

    def prepare_value(self, value: Any) -> Any:
        """A stored time as words; what was typed, as typed."""
        return dates.time_of_day(value) if isinstance(value, time) else value

    def clean(self, value: Any) -> Any:
        """The time that was written."""
        written = super().clean(value).casefold()
        if written in ("midday", "noon"):
            return time(12)
        found = _TIME.match(written)
        if not found:
            raise ValidationError(NOT_A_TIME, code="invalid")
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and not 1 <= hour <= 12:
            raise ValidationError(NOT_A_TIME, code="invalid")
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour > 23 or minute > 59:
            raise ValidationError(NOT_A_TIME, code="invalid")
        return time(hour, minute)


class WhenAndWhereForm(PlainForm):
    """When and where a meeting is."""

    day = WhenField(label="Day", help_text="For example, 3 April 2026")
    at = TimeField(label="Begins at", help_text="For example, 10am", missing=NOT_A_TIME)
    lasts = WholeNumberField(label="Lasts, in minutes", min_value=15, max_value=600)
    way = OneOfField(
        label="How do you meet?", choices=[(w.value, word) for w, word in WAY_WORDS.items()]
    )
    place = LineField(label="Where", required=False, help_text="A room, or the name of the link.")

    @property
    def begins_at(self) -> datetime:
        """The day and the time together, in London."""
        return datetime.combine(
            self.cleaned_data["day"], self.cleaned_data["at"], tzinfo=clock.LONDON
        )

    @property
    def details(self) -> dict[str, Any]:
        """What an operation takes beside the moment."""
        data = self.cleaned_data
        return {"place": data["place"], "way": Way(data["way"]), "lasts": data["lasts"]}


class PlanForm(WhenAndWhereForm):
    """One meeting of a group, or a year of them."""

    group = PickField(label="Which group?", missing="Choose the group")
    how_many = OneOfField(
        label="How many?",
        choices=[("one", "This one"), ("year", "A year of them, from this day")],
        hints={
            "year": "At the group’s own pace. A bank holiday or a weekend moves to the next "
            "working day."
        },
        initial="one",
    )
    field_order = ("group", "day", "at", "lasts", "way", "place", "how_many")

    def __init__(self, *args: Any, groups: Sequence[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(one.pk), one.name) for one in groups),
        ]


class WhyForm(PlainForm):
    """A reason, in a sentence."""

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"] = LongField(
            label=label,
            help_text=hint,
            heading="s",
            rows=3,
            missing="Say why, in a sentence",
            max_length=300,
        )
        self.arrange()


class ItemForm(PlainForm):
    """Something to discuss that is about no one case."""

    title = LineField(
        label="What is it?",
        missing="Say what it is",
        help_text="References only, never a name: the agenda is emailed and printed.",
    )


class MinuteForm(PlainForm):
    """What was said about one item, and what came of it."""

    note = LongField(
        label="What was said",
        required=False,
        rows=5,
        help_text="The points that mattered, without names of children or families.",
    )
    outcome = LongField(
        label="What came of it",
        required=False,
        rows=2,
        help_text="Leave it empty if it goes to the next meeting.",
    )

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if item.url_name:
            del self.fields["outcome"]
        self.arrange()


class InterestForm(PlainForm):
    """An interest in an item: one's own, or somebody's, where the form is for a keeper."""

    def __init__(self, *args: Any, members: Sequence[Member] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whose, who = ("them", "They") if members else ("you", "You")
        if members:
            self.fields["who"] = PickField(
                label="Whose interest?",
                required=False,
                mark_optional=False,
                empty="Mine",
                choices=[(str(one.person.pk), one.person.name) for one in members],
            )
            self.fields["name"] = LineField(
                label="Their name, if they are not in the list",
                required=False,
                help_text="Somebody who sits in the group without an account.",
            )
        self.fields["kind"] = OneOfField(
            label=f"What stands between {whose} and this item?",
            choices=[(k.value, w) for k, w in INTEREST_WORDS.items()],
            hints={
                InterestKind.PERSONAL: f"{who} know the family, or are close to somebody whose "
                f"work it concerns. The papers close to {whose} at once.",
                InterestKind.AGENCY: f"{who} stay, and the chair rules on what part {who.lower()} "
                "take.",
            },
            missing="Choose what kind of interest it is",
        )
        self.fields["what"] = LongField(
            label=f"As much as {who.lower()} wish to say",
            required=False,
            rows=3,
            help_text="The group reads this. No names.",
        )
        self.arrange()


RULINGS = (
    "Stays and takes part",
    "Stays and speaks, and takes no part in deciding",
    "Leaves for this item",
)


class RulingForm(PlainForm):
    """The chair's ruling on an interest."""

    ruling = OneOfField(
        label="The chair’s ruling",
        choices=[(one, one) for one in RULINGS],
        page_heading=True,
        missing="Choose the ruling",
    )


class AttendanceForm(PlainForm):
    """Who of the group is here."""

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        for member in members:
            who = member.person
            role = "chair" if member.chair else ""
            role = f"deputy for {member.deputy_for}" if member.deputy_for else role
            agency = who.agency.name if who.agency else ""
            self.fields[f"m{who.pk}"] = OneOfField(
                label=", ".join(part for part in (who.name, role, agency) if part),
                choices=[(p.value, w) for p, w in PRESENCE_WORDS.items()] + [("", "Not known")],
                required=False,
                inline=True,
                small=True,
                mark_optional=False,
                initial=member.attendance.presence if member.attendance else "",
            )
        self.arrange()


class GuestForm(PlainForm):
    """Somebody who is here and not in the list."""

    name = LineField(label="Name", missing="Enter the name")
    agency = PickField(label="Agency", required=False, empty="Another, or none")
    sector = PickField(
        label="Sector, where the agency is not in the list",
        required=False,
        empty="Not needed",
        choices=[(key, words.rstrip(".")) for key, words in SECTORS.items()],
    )
    counts = YesNoField(
        label="Do they sit as a member today?",
        help_text="Yes for a member or deputy without an account. No for a guest, or whoever "
        "writes the minutes.",
    )

    def __init__(self, *args: Any, agencies: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Another, or none"),
            *((str(one.pk), one.name) for one in agencies),
        ]


class ActionForm(PlainForm):
    """Something that somebody said they would do."""

    what = LongField(
        label="What will be done?",
        rows=3,
        missing="Say what will be done",
        help_text="The group’s own business, without names of children. What follows from a "
        "review is a recommendation, and has its own place.",
    )
    person = PickField(label="Who will do it?", required=False, empty="Somebody else")
    who = LineField(label="Their name or post, if they are not in the list", required=False)
    by_when = WhenField(label="By when?", required=False, help_text="For example, 3 April 2026")

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", "Somebody else"),
            *((str(one.person.pk), one.person.name) for one in members),
        ]

    def clean(self) -> dict[str, Any]:
        """Somebody has to have said it."""
        data = super().clean() or {}
        if not data.get("person") and not data.get("who"):
            self.add_error("person", "Say who will do it: choose somebody, or enter a name or post")
        return data


class DoneForm(PlainForm):
    """What came of something in the action log."""

    note = LongField(label="What came of it", required=False, rows=3)


class CloseForm(PlainForm):
    """Closing a meeting with its minutes."""

    minutes = LongField(
        label="Anything to add to the minutes",
        required=False,
        rows=8,
        help_text="Attendance, interests, what was said under each item and what was decided are "
        "in the minutes already.",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].initial = meeting.minutes
