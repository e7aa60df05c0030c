"""The base of every form in Heed, and the list of what there is to put right."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BoundField
from django.http import QueryDict

from heed.design.fields import AskedMixin
from heed.design.renderer import PlainFormRenderer, fields_to_show
from heed.design.shapes import Problem

LOST_VERSION = (
    "This page lost track of the version you started from. Copy what you wrote, open the page "
    "again and put it back"
)


class PlainForm(forms.Form):
    """A form that asks plainly.

    ``PlainForm(request.POST, seen=thing.version)`` carries the version the person started from in
    a hidden field; read it back from ``cleaned_data["seen"]`` and give it to the operation. A field
    named in another's ``reveals`` is asked only where that choice was made, and is otherwise empty.
    """

    default_renderer = PlainFormRenderer
    use_required_attribute = False

    def __init__(self, *args: Any, seen: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        if seen is not None:
            self.fields["seen"] = forms.IntegerField(
                widget=forms.HiddenInput(), initial=seen, error_messages={"required": LOST_VERSION}
            )
            self.fields["seen"].error_messages["invalid"] = LOST_VERSION
        self.arrange()

    def arrange(self) -> None:
        """Join each field to the choice that reveals it, and give gaps their sentences.

        Called again by a form that adds fields of its own after it was made.
        """
        revealed_by: dict[str, tuple[str, str]] = {}
        for name, field in self.fields.items():
            for value, revealed in getattr(field, "reveals", {}).items():
                for other in revealed:
                    if other in revealed_by:
                        raise ValueError(f"{other} is revealed by two choices: it is asked twice")
                    revealed_by[other] = (name, value)
        for name, shown_by in revealed_by.items():
            self.fields[name].revealed_by = shown_by  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            if isinstance(field, AskedMixin):
                field.say_missing(str(self[name].label))

    def started_again(self, *, seen: int) -> "PlainForm":
        """The same form with what was typed, now counting from the version ``seen``."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seen"] = str(seen)
        self.data = data
        return self

    def _clean_fields(self) -> None:
        unasked = [name for name in self.fields if not self._is_asked(name)]
        required = {name: self.fields[name].required for name in unasked}
        for name in unasked:
            self.fields[name].required = False
        super()._clean_fields()  # type: ignore[misc]
        for name in unasked:
            self.errors.pop(name, None)
            self.cleaned_data[name] = self.fields[name].clean(None)
            self.fields[name].required = required[name]

    def _is_asked(self, name: str) -> bool:
        """Whether the choice that reveals the field, where there is one, was made."""
        revealed_by = getattr(self.fields[name], "revealed_by", None)
        if not revealed_by:
            return True
        parent, value = revealed_by
        chosen = self[parent].data
        made = chosen if isinstance(chosen, list | tuple) else [chosen]
        return value in [str(one) for one in made] and self._is_asked(parent)

    @property
    def to_show(self) -> list[BoundField]:
        """The fields to list on a page, each once: not hidden, not revealed by a choice."""
        return fields_to_show(self)

    def problems(self) -> list[Problem]:
        """What there is to put right, in the order of the fields on the page."""
        return problems(self)


def problems(form: forms.BaseForm) -> list[Problem]:
    """What there is to put right on any form: first what concerns the whole of it, then by field
    in the order of the page; a hidden field's sentences have no field to link to."""
    found = [Problem(str(sentence)) for sentence in form.errors.get(NON_FIELD_ERRORS, ())]
    for bound in form:
        field_id = "" if bound.is_hidden else bound.auto_id
        found += [Problem(str(sentence), field_id) for sentence in bound.errors]
    return found
