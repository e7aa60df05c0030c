"""The shape of what is asked later of a referral, and of asking a colleague in."""

from typing import Any

from heed.design.fields import LineField, MailField, OneOfField
from heed.design.forms import PlainForm
from heed.referrals.later import ALL, NOBODY, NOT_KNOWN

#: The choice that leads to a new entry.
ADD = "add"


class ListForm(PlainForm):
    """Whether there is another entry to add to a list."""

    def __init__(self, *args: Any, entry: str, empty: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        another = "one" if empty else "another"
        self.fields["more"] = OneOfField(
            label=f"Is there {'a ' if empty else 'another '}{entry} to add?",
            heading="m",
            choices=[
                (ADD, f"Yes, add {another}"),
                (NOBODY if empty else ALL, "No, there is none" if empty else "No, that is all"),
                (NOT_KNOWN, "Not known"),
            ],
            missing="Choose whether there is one to add",
        )
        self.arrange()


class ColleagueForm(PlainForm):
    """A colleague who is asked to write along."""

    name = LineField(label="Their name", missing="Enter your colleague's name")
    email = MailField(
        label="Their work email",
        missing="Enter your colleague's work email",
        help_text="They are told at once, by the reference. The email says nothing else.",
    )
