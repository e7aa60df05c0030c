"""Renders every form in Heed, ours and those of libraries, in the same plain shape.

``settings.FORM_RENDERER = "heed.design.renderer.PlainFormRenderer"``.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    HiddenInput,
    PasswordInput,
    RadioSelect,
    Select,
    Textarea,
)
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.forms.widgets import Widget
from django.template import TemplateDoesNotExist

# The first that fits says what a field looks like; CheckboxSelectMultiple is a RadioSelect too.
_LOOKS: tuple[tuple[type[Widget], str], ...] = (
    (CheckboxSelectMultiple, "checkboxes"),
    (RadioSelect, "radios"),
    (CheckboxInput, "tick"),
    (Select, "select"),
    (Textarea, "textarea"),
    (FileInput, "file"),
    (PasswordInput, "password"),
    (HiddenInput, "hidden"),
)
_CLASSES = {
    "select": "govuk-select",
    "textarea": "govuk-textarea",
    "file": "govuk-file-upload",
    "password": "govuk-input govuk-password-input__input govuk-js-password-input-input",
    "input": "govuk-input",
}


@dataclass(frozen=True)
class Choice:
    """One radio or checkbox, in words and attributes ready for a page."""

    id: str
    value: str
    label: str
    hint: str
    checked: bool
    alone: bool
    disabled: bool
    reveals: list["PlainBoundField"]


class PlainBoundField(BoundField):
    """A field on a form, with what the field template needs to know. Reads the optional
    attributes that ``heed.design.fields`` puts on a field, so any Django field will do."""

    @property
    def kind(self) -> str:
        """Which of the shapes in ``cotton/field.html`` this field takes."""
        if self.field.widget.is_hidden:
            return "hidden"
        for widget, look in _LOOKS:
            if isinstance(self.field.widget, widget):
                return look
        return "input"

    def _option(self, name: str, otherwise: Any = "") -> Any:
        return getattr(self.field, name, otherwise)

    @property
    def asked(self) -> str:
        """The label, saying so where an answer may be left out."""
        optional = not self.field.required and self._option("mark_optional", True)
        if optional and self.kind != "tick" and not self._option("revealed_by"):
            return f"{self.label} (optional)"
        return str(self.label)

    @property
    def heading(self) -> str:
        """Size of the label: "s", "m", "l", "xl", or "" for plain."""
        return str(self._option("heading"))

    @property
    def page_heading(self) -> bool:
        """Whether the label is the heading of its page (an ``h1``)."""
        return bool(self._option("page_heading", False))

    @property
    def inline(self) -> bool:
        """Whether the choices stand side by side."""
        return bool(self._option("inline", False))

    @property
    def small(self) -> bool:
        """Whether the choices are drawn small, for dense pages."""
        return bool(self._option("small", False))

    @property
    def words(self) -> str:
        """How many words most answers have, as a sentence, or ""."""
        return str(self._option("words_sentence"))

    @property
    def hint_id(self) -> str:
        """The id of the hint."""
        return f"{self.auto_id}-hint"

    @property
    def error_id(self) -> str:
        """The id of the error message."""
        return f"{self.auto_id}-error"

    @property
    def words_id(self) -> str:
        """The id of the line that counts words."""
        return f"{self.auto_id}-words"

    @property
    def aria_describedby(self) -> str:
        """The ids of what describes this field, in the order a person meets them."""
        ids = []
        if self.help_text:
            ids.append(self.hint_id)
        if self.errors:
            ids.append(self.error_id)
        if self.words:
            ids.append(self.words_id)
        return " ".join(ids)

    @cached_property
    def choices(self) -> list[Choice]:
        """The radios or checkboxes; the first has the field's own id, so that an error links
        to it."""
        hints = self._option("hints", {})
        alone = self._option("alone", None)
        reveals = self._option("reveals", {})
        made = []
        for number, sub in enumerate(self.subwidgets, start=1):
            value = str(sub.data["value"])
            made.append(
                Choice(
                    id=self.auto_id if number == 1 else f"{self.auto_id}-{number}",
                    value=value,
                    label=sub.data["label"],
                    hint=hints.get(value, ""),
                    checked=bool(sub.data["selected"]),
                    alone=value == alone,
                    disabled=bool(self.field.disabled),
                    reveals=[self.form[name] for name in reveals.get(value, ())],  # type: ignore[misc]
                )
            )
        return made

    @property
    def reveals(self) -> bool:
        """Whether a choice here shows another field."""
        return bool(self._option("reveals", {}))

    @property
    def ticked(self) -> bool:
        """For one checkbox alone: whether it is ticked."""
        return bool(self.value())

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        """Adds the style's classes and what describes the field to the widget's attributes."""
        built = super().build_widget_attrs(attrs, widget)
        built.pop("aria-invalid", None)
        shown = widget or self.field.widget
        if not shown.is_hidden and self.kind in _CLASSES:
            classes = [_CLASSES[self.kind]]
            if width := self._option("width"):
                classes.append(f"govuk-input--width-{width}")
            if own := shown.attrs.get("class"):
                classes.append(own)
            if self.errors:
                classes.append(f"{classes[0].split()[0]}--error")
            built["class"] = " ".join(classes)
        return built


class PlainFormRenderer(TemplatesSetting):
    """Looks in the project's templates first, then among Django's own widget templates."""

    field_template_name = "design/forms/field.html"
    form_template_name = "design/forms/form.html"
    bound_field_class = PlainBoundField
    _built_in = DjangoTemplates()

    def get_template(self, template_name: str) -> Any:
        """The template of that name."""
        try:
            return super().get_template(template_name)
        except TemplateDoesNotExist:
            return self._built_in.get_template(template_name)


def fields_to_show(form: BaseForm) -> list[BoundField]:
    """The fields a page lists: not the hidden ones, and not those that a choice reveals."""
    revealed = {
        name
        for field in form.fields.values()
        for names in getattr(field, "reveals", {}).values()
        for name in names
    }
    return [bound for bound in form if not bound.is_hidden and bound.name not in revealed]
