"""Makes one of Heed's fields from the options of a govuk-frontend fixture."""

import re
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from heed.design import fields
from heed.design.forms import PlainForm
from heed.design.renderer import PlainBoundField


def field_group(component: str, options: dict[str, Any]) -> str:
    """The HTML of Heed's field with the fixture's label, hint, error and choices."""
    field: Any
    field, value = _MAKERS[component](options)
    title = options.get("label") or options["fieldset"]["legend"]
    field.label = title.get("text") or title["html"]
    field.required = True
    field.help_text = (options.get("hint") or {}).get("text", "")
    field.page_heading = title.get("isPageHeading", False)
    size = re.search(r"(?:label|legend)--(\w+)", title.get("classes", ""))
    field.heading = size[1] if size else ""

    own_id = options.get("idPrefix") or options.get("id") or options["name"]
    name = options["name"]

    class WithOwnId(PlainBoundField):
        """Django makes an id of the name; the fixtures may give another."""

        auto_id = own_id

    revealed = [other for others in getattr(field, "reveals", {}).values() for other in others]
    made = type(
        "Made", (PlainForm,), {name: field, **{other: fields.LineField() for other in revealed}}
    )
    form = made(initial={name: value}, bound_field_class=WithOwnId)
    if wrong := options.get("errorMessage"):
        form._errors = ErrorDict({name: form.error_class([wrong["text"]])})
    return form[name].as_field_group()


def _attributes(options: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {
        name: options[name]
        for name in ("autocomplete", "inputmode", "pattern", "autocapitalize")
        if name in options
    }
    if "spellcheck" in options:
        kept["spellcheck"] = str(options["spellcheck"]).lower()
    return kept


def _line(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    widget = forms.TextInput(attrs=_attributes(options))
    widget.input_type = options.get("type", "text")
    width = re.search(r"input--width-(\d+)", options.get("classes", ""))
    return fields.LineField(widget=widget, width=int(width[1]) if width else None), options.get(
        "value"
    )


def _long(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    attrs = {"rows": int(options.get("rows", 5)), "cols": False, **_attributes(options)}
    return fields.LongField(widget=forms.Textarea(attrs=attrs)), options.get("value")


def _pick(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    chosen = [item["value"] for item in options["items"] if item.get("selected")]
    choices = [(item["value"], item["text"]) for item in options["items"]]
    value = chosen[0] if chosen else options.get("value")
    return fields.PickField(choices=choices, empty=""), value


def _file(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    return fields.FileField(), None


def _password(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    return fields.PasswordField(new=options.get("autocomplete") == "new-password"), None


def _chosen(options: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    items = [item for item in options["items"] if item and "divider" not in item]
    checked = [item["value"] for item in items if item.get("checked")]
    classes = options.get("classes", "")
    return {
        "choices": [(item["value"], item["text"]) for item in items],
        "hints": {item["value"]: item["hint"]["text"] for item in items if "hint" in item},
        "inline": "inline" in classes,
        "small": "small" in classes,
        "reveals": {
            item["value"]: f"more-{number}"
            for number, item in enumerate(items)
            if item.get("conditional")
        },
        "alone": next((item["value"] for item in items if "behaviour" in item), None),
    }, checked or options.get("values") or options.get("value")


def _radios(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    made, value = _chosen(options)
    made.pop("alone")
    return fields.OneOfField(**made), value[0] if isinstance(value, list) else value


def _checkboxes(options: dict[str, Any]) -> tuple[forms.Field, Any]:
    made, value = _chosen(options)
    return fields.AnyOfField(**made), value


_MAKERS = {
    "input": _line,
    "textarea": _long,
    "select": _pick,
    "file-upload": _file,
    "password-input": _password,
    "radios": _radios,
    "checkboxes": _checkboxes,
}
