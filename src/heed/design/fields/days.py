"""A day, written any usual way."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from heed import clock
from heed.design import dates, text
from heed.design.fields.asked import AskedMixin
from heed.design.when import EXAMPLE, NotADay, read_day

Day = date | Callable[[], date]


class WhenField(AskedMixin, forms.DateField):
    """A day, in one box, written any usual way. Cleans to a ``date``.

    ``earliest`` and ``latest`` are days, or functions that give one (``clock.today``);
    ``not_future`` and ``not_past`` are short for the usual two. ``too_early`` and ``too_late``
    are the sentences for a day outside them.
    """

    width = 20

    def __init__(
        self,
        *,
        earliest: Day | None = None,
        latest: Day | None = None,
        not_future: bool = False,
        not_past: bool = False,
        too_early: str = "",
        too_late: str = "",
        **kwargs: Any,
    ) -> None:
        self.earliest = clock.today if not_past else earliest
        self.latest = clock.today if not_future else latest
        self.too_early, self.too_late = too_early, too_late
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)

    def say_missing(self, label: str) -> None:
        """A gap is told how a date may be written."""
        super().say_missing(label)
        if not self.missing:
            self.error_messages["required"] = f"Enter the date, for example {EXAMPLE}"

    def prepare_value(self, value: Any) -> Any:
        """A stored day as words; what was typed, as typed."""
        return dates.day(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        """The day that was written."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        written = text.one_line(str(value or "")).strip()
        if text.says_nothing(written):
            return None
        try:
            return read_day(written, today=clock.today())
        except NotADay as refusal:
            raise ValidationError(str(refusal), code="invalid") from None

    def validate(self, value: date | None) -> None:
        """Holds the day within its earliest and latest."""
        super().validate(value)
        if value is None:
            return
        earliest = self.earliest() if callable(self.earliest) else self.earliest
        latest = self.latest() if callable(self.latest) else self.latest
        if earliest and value < earliest:
            raise ValidationError(self.too_early or self._beyond(earliest, "later"), "too_early")
        if latest and value > latest:
            raise ValidationError(self.too_late or self._beyond(latest, "earlier"), "too_late")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the day differs, however it is written."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _beyond(self, bound: date, way: str) -> str:
        name = "today" if bound == clock.today() else dates.day(bound)
        return f"Enter a date that is {name} or {way}"
