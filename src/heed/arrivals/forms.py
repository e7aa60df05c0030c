"""The shape of what is asked while a spreadsheet comes in."""

from typing import Any

from heed.arrivals.columns import columns
from heed.arrivals.models import Arrival
from heed.arrivals.states import HOLDS_WORDS, Holds
from heed.design.fields import FileField, OneOfField, PickField
from heed.design.forms import PlainForm

HINTS = {
    Holds.PEOPLE: "Who works with the partnership, and as what. Nobody is written to.",
    Holds.CONTACTS: "Bring these in before your reviews, so that the agencies in them are known.",
    Holds.REVIEWS: "At any stage, with their days. What has ended stays where it is.",
    Holds.LEARNING: "National records, another library’s feed, or your own older documents.",
}
LEAVE, COMPLETE = "leave", "complete"


class TakeInForm(PlainForm):
    """Which file, and what it holds."""

    holds = OneOfField(
        label="What does it hold?",
        choices=[(str(one), said) for one, said in HOLDS_WORDS.items()],
        hints={str(one): said for one, said in HINTS.items()},
        missing="Choose what the spreadsheet holds",
    )
    file = FileField(
        label="File",
        help_text="Excel (.xlsx) or CSV, with at most 5,000 rows and 10 MB. What others learnt can "
        "also be JSON, a feed (Atom or JSON), a PDF, a Word file, or many of these in a zip.",
        missing="Choose a file",
    )


class MatchForm(PlainForm):
    """Which column holds what."""

    here = OneOfField(
        label="If somebody is here already",
        choices=[
            (LEAVE, "Leave them as they are"),
            (COMPLETE, "Fill in what is missing about them, and change nothing else"),
        ],
        initial=LEAVE,
        missing="Choose what happens to those who are here already",
    )

    def __init__(self, *args: Any, arrival: Arrival, **kwargs: Any) -> None:
        self.asked = columns(Holds(arrival.holds))
        super().__init__(*args, **kwargs)
        offered = [
            (str(place), name or f"Column {place + 1}, without a name")
            for place, name in enumerate(arrival.head)
        ]
        for one in self.asked:
            place = arrival.mapping.get(one.key)
            self.fields[one.key] = PickField(
                label=one.label,
                help_text=one.explain,
                choices=offered,
                empty="Not in this file",
                required=one.needed,
                initial="" if place is None else str(place),
                missing=f"Choose the column that holds “{one.label}”",
                mark_optional=False,
            )
        if arrival.holds == Holds.LEARNING:
            self.fields["here"] = OneOfField(
                label="Whose are those that do not say?",
                choices=[
                    (LEAVE, "National learning, or another partnership’s"),
                    (COMPLETE, "Our own older documents"),
                ],
                initial=COMPLETE if arrival.completes else LEAVE,
                missing="Choose whose they are",
            )
        if arrival.holds == Holds.REVIEWS:
            del self.fields["here"]
        else:
            self.initial.setdefault("here", COMPLETE if arrival.completes else LEAVE)
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """A column is chosen once."""
        cleaned = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        for one in self.asked:
            place = cleaned.get(one.key)
            if place and place in taken:
                self.add_error(
                    one.key, f"This column is chosen for “{taken[place]}” as well. Choose one"
                )
            elif place:
                taken[place] = one.label
        return cleaned

    @property
    def mapping(self) -> dict[str, int]:
        """A column's place by our field's key."""
        return {
            one.key: int(self.cleaned_data[one.key])
            for one in self.asked
            if self.cleaned_data.get(one.key)
        }

    @property
    def completes(self) -> bool:
        """Whether what is missing is filled in."""
        return self.cleaned_data.get("here") == COMPLETE
