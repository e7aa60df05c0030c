"""The parts of the day as a list that can be put in order."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from heed.design.fields import (
    LineField,
    TickField,
    WholeNumberField,
)
from heed.design.forms import PlainForm
from heed.learning_events.agenda import AgendaPart

OWN = "own-"
MOST = 60
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


def posted_parts(posted: Mapping[str, Any], now: Sequence[AgendaPart]) -> list[AgendaPart]:
    """The parts that a page was opened with, as its post names them.

    Somebody may have added or taken out others since; what each says comes from the post itself.
    """
    known = {part.id: part for part in now}
    ids = [name.removeprefix("title_") for name in posted if name.startswith("title_")]
    return [
        known.get(one, AgendaPart(one, "", 0))
        for one in ids[:MOST]
        if one != "new" and _ID.fullmatch(one)
    ]


class AgendaForm(PlainForm):
    """The parts of the day as a list: their order, length, and which the family joins."""

    def __init__(self, *args: Any, parts: Sequence[AgendaPart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = list(parts)
        for number, part in enumerate(self.parts, 1):
            self._row(part.id, part, number)
        self._row("new", AgendaPart("", "", 0), len(self.parts) + 1, new=True)
        self.arrange()

    def _row(self, key: str, part: AgendaPart, number: int, *, new: bool = False) -> None:
        named = f"part {number}"
        self.fields[f"order_{key}"] = WholeNumberField(
            label="Place", min_value=1, max_value=99, initial=number, width=2, required=not new
        )
        self.fields[f"title_{key}"] = LineField(
            label="What it is called",
            initial=part.title,
            required=not new,
            mark_optional=False,
            missing=f"Say what {named} is called, or take it out",
        )
        self.fields[f"minutes_{key}"] = WholeNumberField(
            label="Minutes",
            min_value=1,
            max_value=240,
            initial=part.minutes or None,
            width=3,
            required=not new,
            mark_optional=False,
            missing=f"Say how many minutes {named} takes",
        )
        self.fields[f"note_{key}"] = LineField(
            label="What happens in it",
            initial=part.note,
            max_length=500,
            required=False,
            mark_optional=False,
        )
        self.fields[f"family_{key}"] = TickField(
            label="The family joins this part", required=False, initial=part.family
        )
        if not new:
            self.fields[f"out_{key}"] = TickField(label="Take it out", required=False)
        else:
            self.fields[f"order_{key}"].mark_optional = False  # type: ignore[attr-defined]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The fields of each part, the new one last."""
        keys = [*(part.id for part in self.parts), "new"]
        names = ("order", "title", "minutes", "note", "family", "out")
        return [
            {
                "key": key,
                **{name: self[f"{name}_{key}"] for name in names if f"{name}_{key}" in self.fields},
            }
            for key in keys
        ]

    def clean(self) -> dict[str, Any]:
        """A new part has a title and a length, or neither; and something is left of the day."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("title_new") and not cleaned.get("minutes_new"):
            if "minutes_new" not in self.errors:
                self.add_error("minutes_new", "Say how many minutes the new part takes")
        elif cleaned.get("minutes_new") and not cleaned.get("title_new"):
            self.add_error("title_new", "Say what the new part is called")
        nothing_stays = all(cleaned.get(f"out_{part.id}") for part in self.parts)
        if nothing_stays and self.parts and not cleaned.get("title_new"):
            self.add_error(f"out_{self.parts[0].id}", "Leave at least one part of the day")
        return cleaned

    @property
    def chosen(self) -> list[AgendaPart]:
        """The parts as they are to be kept, in the order given."""
        data = self.cleaned_data
        made = [
            (data[f"order_{part.id}"], number, self._part(part.id, part.id))
            for number, part in enumerate(self.parts)
            if not data[f"out_{part.id}"]
        ]
        if data["title_new"]:
            taken = {part.id for part in self.parts}
            own = next(f"{OWN}{n}" for n in range(1, 999) if f"{OWN}{n}" not in taken)
            place = data["order_new"] or len(self.parts) + 1
            # A new part that shares a number comes before the one that had it.
            made.append((place, -1, self._part(own, "new")))
        return [part for _, _, part in sorted(made, key=lambda row: row[:2])]

    def _part(self, part_id: str, key: str) -> AgendaPart:
        data = self.cleaned_data
        return AgendaPart(
            part_id,
            data[f"title_{key}"],
            data[f"minutes_{key}"],
            data[f"note_{key}"],
            data[f"family_{key}"],
        )
