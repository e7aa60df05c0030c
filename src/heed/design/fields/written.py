"""Words a person writes: a line, a story, an address, a password, a code, a number."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from heed.design import text
from heed.design.fields.asked import AskedMixin

LONG_LIMIT = 20_000  # characters: about 3,500 words
LINE_LIMIT = 200
Words = tuple[int, int]


class WrittenMixin(AskedMixin):
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


class LineField(WrittenMixin, forms.CharField):
    """One line of text. ``max_length`` defaults to 200 characters."""

    def __init__(self, *, max_length: int = LINE_LIMIT, **kwargs: Any) -> None:
        self.limit = max_length
        super().__init__(**kwargs)


class LongField(WrittenMixin, forms.CharField):
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
