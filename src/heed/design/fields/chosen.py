"""Answers chosen from a list, which may ask more."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from heed.design.fields.asked import AskedMixin, begin

Choices = Sequence[tuple[Any, Any]]


class ChosenMixin(AskedMixin):
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


class OneOfField(ChosenMixin, forms.ChoiceField):
    """One of a few, as radios. ``inline=True`` stands two or three short ones side by side."""

    def __init__(self, *, choices: Choices = (), **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect())
        super().__init__(choices=choices, **kwargs)


class YesNoField(ChosenMixin, forms.TypedChoiceField):
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
            self.error_messages["required"] = f"Choose yes or no: {begin(label)}"

    def prepare_value(self, value: Any) -> Any:
        """True and False as the choices they stand for."""
        return {True: "yes", False: "no"}.get(value, value) if value is not None else None

    def to_python(self, value: Any) -> str:
        """The choice's value; also takes True and False."""
        return super().to_python(self.prepare_value(value))


class PickField(ChosenMixin, forms.ChoiceField):
    """One of many, as a list that opens. Begins at ``empty``, which is no answer."""

    unknown = "Choose one from the list"

    def __init__(self, *, choices: Any = (), empty: str = "Choose one", **kwargs: Any) -> None:
        if not callable(choices):
            choices = [("", empty), *choices] if empty else list(choices)
        super().__init__(choices=choices, **kwargs)


class AnyOfField(ChosenMixin, forms.MultipleChoiceField):
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
        self.error_messages["required"] = self.missing or f"Tick the box: {begin(label)}"
