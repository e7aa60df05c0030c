"""The shape of what people type about themselves."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from heed.design.forms import PlainForm
from heed.partnership.models import Person


class JoinForm(PlainForm):
    """Choosing a password, once, typed twice."""

    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three random words work well. You can paste it.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password of at least 12 characters"},
    )
    again = forms.CharField(
        label="Type it again",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Type the password again"},
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self) -> dict[str, Any]:
        """The two agree, and the password is not one that everybody guesses."""
        cleaned = super().clean() or self.cleaned_data
        first, again = cleaned.get("password"), cleaned.get("again")
        if first and again and first != again:
            self.add_error("again", "The two passwords differ. Type the same one twice")
        elif first:
            try:
                validate_password(first, self.person)
            except forms.ValidationError as fault:
                self.add_error("password", fault)
        return cleaned
