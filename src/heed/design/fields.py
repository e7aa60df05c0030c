"""The fields of every form in Heed.

Each takes Django's own arguments (``label``, ``help_text``, ``required``, ``initial``) and these:

- ``missing``: what to say when nothing was answered; made from the label where left out.
- ``heading``: size of the label, "s", "m", "l" or "xl". ``page_heading=True`` makes the label the
  heading of its page.
- ``private=True``: a detail about a child, so browsers are asked not to remember it.
- ``width``: for short answers, in characters: 2, 3, 4, 5, 10, 20 or 30.

Every message says how to put things right, and nothing a person typed is thrown away.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from heed import clock
from heed.design import dates, text
from heed.design.when import EXAMPLE, NotADay, read_day

LONG_LIMIT = 20_000  # characters: about 3,500 words
LINE_LIMIT = 200
FILE_LIMIT = 20 * 1024 * 1024  # bytes
Choices = Sequence[tuple[Any, Any]]
Words = tuple[int, int]
Day = date | Callable[[], date]


def _begin(label: str) -> str:
    """The label as it reads inside a sentence: a small first letter, unless it is a name."""
    first = label.split(" ")[0]
    if first == "I" or first[1:] != first[1:].lower():
        return label
    return label[:1].lower() + label[1:]


class AskedMixin:
    """What all of Heed's fields share: how the label looks and what a gap is told."""

    verb = "Enter"
    heading = ""
    page_heading = False
    private = False
    width: int | None = None
    mark_optional = True
    revealed_by: tuple[str, str] | None = None  # the field and the choice that show this one

    def __init__(
        self,
        *,
        missing: str = "",
        heading: str = "",
        page_heading: bool = False,
        private: bool = False,
        width: int | None = None,
        mark_optional: bool = True,
        autocomplete: str = "",
        **kwargs: Any,
    ) -> None:
        self.missing = missing
        self.heading = heading or ("l" if page_heading else "")
        self.page_heading = page_heading
        self.private = private
        self.width = width or self.width
        self.mark_optional = mark_optional
        self.autocomplete = autocomplete
        super().__init__(**kwargs)
        if private:
            self.widget.attrs.setdefault("autocomplete", "off")  # type: ignore[attr-defined]
        elif autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete  # type: ignore[attr-defined]

    def say_missing(self, label: str) -> None:
        """Sets the sentence for a gap, once the form knows the label."""
        messages = self.error_messages  # type: ignore[attr-defined]
        if self.missing:
            messages["required"] = self.missing
        elif not label:
            messages["required"] = "Answer this question"
        elif label.rstrip().endswith("?"):
            messages["required"] = f"Answer “{label}”"
        else:
            messages["required"] = f"{self.verb} {_begin(label)}"


class _WrittenMixin(AskedMixin):
    """Text a person writes: cleaned, measured with a sentence, never cut by the browser."""

    limit = LINE_LIMIT
    clean_text: Callable[[str], str] = staticmethod(text.one_line)

    def to_python(self, value: Any) -> str:
        """The text, clean and without space around it; empty where there is nothing to see."""
        written = self.clean_text(str(value or "")).strip()
        return "" if text.says_nothing(written) else written

    def validate(self, value: str) -> None:
        """Says how long the text is and how long it may be."""
        super().validate(value)  # type: ignore[misc]
        if len(value) > self.limit:
            raise ValidationError(
                f"This is {len(value):,} characters long. Shorten it to {self.limit:,} or fewer. "
                "Everything you wrote is still here",
                code="max_length",
            )


class LineField(_WrittenMixin, forms.CharField):
    """One line of text. ``max_length`` defaults to 200 characters."""

    def __init__(self, *, max_length: int = LINE_LIMIT, **kwargs: Any) -> None:
        self.limit = max_length
        super().__init__(**kwargs)


class LongField(_WrittenMixin, forms.CharField):
    """Several lines. ``words=(80, 200)`` says how long most answers are, and counts as a person
    types; ``rows`` is the height to begin with."""

    clean_text = staticmethod(text.plain)

    def __init__(
        self,
        *,
        max_length: int = LONG_LIMIT,
        words: Words | None = None,
        rows: int = 5,
        **kwargs: Any,
    ) -> None:
        self.limit = max_length
        self.words_sentence = f"Most answers are {words[0]} to {words[1]} words." if words else ""
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "cols": False}))
        super().__init__(**kwargs)


class WhenField(AskedMixin, forms.DateField):
    """A day, in one box, written any usual way. Cleans to a ``date``.

    ``earliest`` and ``latest`` are days, or functions that give one (``clock.today``);
    ``not_future`` and ``not_past`` are short for the usual two. ``too_early`` and ``too_late``
    are the sentences for a day outside them.
    """

    width = 10

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
        self.width = kwargs.get("width") or 20

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


class WholeNumberField(AskedMixin, forms.IntegerField):
    """A whole number, within ``min_value`` and ``max_value`` where given."""

    width = 5

    def __init__(
        self, *, min_value: int | None = None, max_value: int | None = None, **kwargs: Any
    ) -> None:
        self.least, self.most = min_value, max_value
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(**kwargs)
        self.error_messages["invalid"] = "Enter a whole number, for example 12"

    def validate(self, value: int | None) -> None:
        """Holds the number within its least and most."""
        super().validate(value)
        low, high = self.least, self.most
        if value is None or ((low is None or value >= low) and (high is None or value <= high)):
            return
        if low is not None and high is not None:
            raise ValidationError(f"Enter a number from {low} to {high}", code="range")
        if low is not None:
            raise ValidationError(f"Enter a number that is {low} or more", code="range")
        raise ValidationError(f"Enter a number that is {high} or less", code="range")

    def to_python(self, value: Any) -> int | None:
        """The number, with or without commas or spaces between thousands."""
        if isinstance(value, str):
            value = text.one_line(value).replace(",", "").replace(" ", "")
            if len(value) > 18:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class _ChosenMixin(AskedMixin):
    """A choice from a list. ``hints`` says more under a choice; ``reveals`` names the field or
    fields that a choice shows beneath it, which are asked only then."""

    verb = "Choose"
    unknown = "Choose one of the answers listed"

    def __init__(
        self,
        *,
        hints: Mapping[Any, str] | None = None,
        reveals: Mapping[Any, str | Sequence[str]] | None = None,
        inline: bool = False,
        small: bool = False,
        **kwargs: Any,
    ) -> None:
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}
        self.reveals = {
            str(value): (names,) if isinstance(names, str) else tuple(names)
            for value, names in (reveals or {}).items()
        }
        self.inline, self.small = inline, small
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = self.unknown  # type: ignore[attr-defined]


class OneOfField(_ChosenMixin, forms.ChoiceField):
    """One of a few, as radios. ``inline=True`` stands two or three short ones side by side."""

    def __init__(self, *, choices: Choices = (), **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect())
        super().__init__(choices=choices, **kwargs)


class YesNoField(_ChosenMixin, forms.TypedChoiceField):
    """Yes or no, as radios. Cleans to True, False, or None where it may be left out.
    ``reveals={"yes": "which_one"}`` asks more."""

    def __init__(self, *, yes: str = "Yes", no: str = "No", **kwargs: Any) -> None:
        kwargs.setdefault("inline", not kwargs.get("reveals"))
        kwargs.setdefault("widget", forms.RadioSelect())
        super().__init__(
            choices=[("yes", yes), ("no", no)],
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            **kwargs,
        )

    def say_missing(self, label: str) -> None:
        """A gap is told that it is yes or no."""
        super().say_missing(label)
        if not self.missing and label.rstrip().endswith("?"):
            self.error_messages["required"] = f"Choose yes or no: {_begin(label)}"

    def prepare_value(self, value: Any) -> Any:
        """True and False as the choices they stand for."""
        return {True: "yes", False: "no"}.get(value, value) if value is not None else None

    def to_python(self, value: Any) -> str:
        """The choice's value; also takes True and False."""
        return super().to_python(self.prepare_value(value))


class PickField(_ChosenMixin, forms.ChoiceField):
    """One of many, as a list that opens. Begins at ``empty``, which is no answer."""

    unknown = "Choose one from the list"

    def __init__(self, *, choices: Any = (), empty: str = "Choose one", **kwargs: Any) -> None:
        if not callable(choices):
            choices = [("", empty), *choices] if empty else list(choices)
        super().__init__(choices=choices, **kwargs)


class AnyOfField(_ChosenMixin, forms.MultipleChoiceField):
    """Any of several, as checkboxes. Cleans to a list. ``alone`` is a choice that stands against
    all the others, such as "none of these"."""

    unknown = "Choose from the answers listed"

    def __init__(self, *, choices: Choices = (), alone: Any = None, **kwargs: Any) -> None:
        self.alone = None if alone is None else str(alone)
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple())
        super().__init__(choices=choices, **kwargs)

    def validate(self, value: Sequence[str]) -> None:
        """Refuses the choice that stands alone together with another."""
        super().validate(value)
        if self.alone in value and len(value) > 1:
            label = next(said for value, said in self.widget.choices if str(value) == self.alone)
            raise ValidationError(f"Choose “{label}” alone, or take it away", code="alone")


class TickField(AskedMixin, forms.BooleanField):
    """One checkbox to agree or confirm. Cleans to True or False."""

    verb = "Tick to say"

    def say_missing(self, label: str) -> None:
        """A gap is told what the tick would say."""
        self.error_messages["required"] = self.missing or f"Tick the box: {_begin(label)}"


class MailField(AskedMixin, forms.EmailField):
    """An email address, in small letters after the @."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("autocomplete", "email")
        kwargs.setdefault("widget", forms.EmailInput(attrs={"spellcheck": "false"}))
        super().__init__(**kwargs)
        self.widget.attrs.pop("maxlength", None)
        sentence = "Enter an email address, for example name@school.sch.uk"
        self.error_messages["invalid"] = sentence
        self.validators = [EmailValidator(message=sentence)]

    def to_python(self, value: Any) -> str:
        """The address without space or unseen characters, its domain in small letters."""
        name, at, domain = text.one_line(str(value or "")).strip().rpartition("@")
        return f"{name}{at}{domain.lower()}"


class PasswordField(AskedMixin, forms.CharField):
    """A password. ``new=True`` where one is being chosen."""

    def __init__(self, *, new: bool = False, **kwargs: Any) -> None:
        attrs = {"spellcheck": "false", "autocapitalize": "none"}
        attrs["autocomplete"] = "new-password" if new else "current-password"
        kwargs.setdefault("widget", forms.PasswordInput(attrs=attrs))
        super().__init__(strip=False, **kwargs)


class CodeField(AskedMixin, forms.CharField):
    """A one-time code from an email or an app: digits or letters, spaces and dashes ignored."""

    width = 10

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "none"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """The code without the spaces and dashes people copy with it."""
        return text.one_line(str(value or "")).replace(" ", "").replace("-", "")


class FileField(AskedMixin, forms.FileField):
    """One file. ``kinds`` are the endings that are taken, such as ``("pdf", "docx")``;
    ``max_bytes`` is the largest. What is in the file is for the room that stores it to check."""

    verb = "Choose"

    def __init__(
        self, *, kinds: Iterable[str] = (), max_bytes: int = FILE_LIMIT, **kwargs: Any
    ) -> None:
        self.kinds = tuple(kind.lower().lstrip(".") for kind in kinds)
        self.max_bytes = max_bytes
        kwargs.setdefault("widget", forms.FileInput())
        super().__init__(**kwargs)
        if self.kinds:
            self.widget.attrs["accept"] = ",".join(f".{kind}" for kind in self.kinds)
        self.error_messages["empty"] = "This file is empty. Choose another"
        self.error_messages["invalid"] = "The file did not arrive. Choose it again"
        self.error_messages["missing"] = "The file did not arrive. Choose it again"

    def to_python(self, data: Any) -> Any:
        """The file, where its ending and size may be taken."""
        taken = super().to_python(data)
        if taken is None:
            return None
        ending = PurePath(str(taken.name)).suffix.lower().lstrip(".")
        if self.kinds and ending not in self.kinds:
            raise ValidationError(f"Choose a file that ends in {_or(self.kinds)}", code="kind")
        if taken.size > self.max_bytes:
            raise ValidationError(
                f"This file is {_size(taken.size)}. Choose one of {_size(self.max_bytes)} or less",
                code="size",
            )
        return taken


def _or(kinds: Sequence[str]) -> str:
    named = [f".{kind}" for kind in kinds]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"


def _size(size: int) -> str:
    megabytes = size / (1024 * 1024)
    if megabytes < 1:
        return f"{max(round(size / 1024), 1)}KB"
    return f"{megabytes:.0f}MB" if megabytes >= 10 else f"{megabytes:.1f}MB"
