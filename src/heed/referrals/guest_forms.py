"""The shape of what people type who refer without an account, and of inviting them."""

from typing import Any

from heed.design.fields import CodeField, FileField, LineField, LongField, MailField, PickField
from heed.design.forms import PlainForm
from heed.papers.checking import MOST
from heed.partnership.models import Agency
from heed.referrals.work_addresses import is_work_address

PERSONAL = (
    "Enter a work email address: at {domain} anybody can open a mailbox, so it does not show where "
    "you work. Below is what to do without one"
)


class AddressForm(PlainForm):
    """A mailbox to which a code can go."""

    address = MailField(
        label="Your work email address",
        help_text="We send a code to it. It is good for 15 minutes.",
        missing="Enter your work email address",
    )


class WorkAddressForm(AddressForm):
    """A mailbox at work: what anybody can open says nothing of where somebody works."""

    def clean_address(self) -> str:
        """Refuses the domains where anybody can open a mailbox, with what to do instead."""
        address: str = self.cleaned_data["address"]
        if not is_work_address(address):
            self.add_error("address", PERSONAL.format(domain=address.rpartition("@")[2]))
        return address


class CodeForm(PlainForm):
    """The code from the email."""

    code = CodeField(
        label="The code",
        help_text="Six letters and figures, such as K7M-4TX. You can paste it.",
        missing="Enter the code from the email",
    )


class AboutYouForm(PlainForm):
    """Who refers, and from where."""

    name = LineField(label="Your name", missing="Enter your name", autocomplete="name")
    role = LineField(
        label="Your job title", missing="Enter your job title", autocomplete="organization-title"
    )
    agency = PickField(
        label="Your agency",
        required=False,
        mark_optional=False,
        empty="It is not in this list",
    )
    other_agency = LineField(
        label="If it is not in the list, what is it called?",
        required=False,
        mark_optional=False,
        autocomplete="organization",
    )

    file = FileField(
        label="A Word copy that you filled in",
        required=False,
        max_bytes=MOST,
        help_text="If you have one (.docx, up to 10 MB). You see what we read in it, and nothing "
        "is sent until you send it.",
    )

    def __init__(self, *args: Any, agencies: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".docx"
        self.agencies = {str(agency.pk): agency for agency in agencies}
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "It is not in this list"),
            *((key, agency.name) for key, agency in self.agencies.items()),
        ]

    def clean(self) -> dict[str, Any]:
        """One of the partnership's agencies, or another in the referrer's own words."""
        cleaned = super().clean() or self.cleaned_data
        named = " ".join(str(cleaned.get("other_agency") or "").split()).casefold()
        chosen = self.agencies.get(cleaned.get("agency") or "") or next(
            (one for one in self.agencies.values() if one.name.casefold() == named), None
        )
        cleaned["agency"] = chosen
        if chosen is None and not named and "agency" not in self.errors:
            self.add_error("agency", "Choose your agency, or write below what it is called")
        return cleaned


class InviteGuestForm(PlainForm):
    """Whom to ask to refer, and why."""

    name = LineField(label="Their name", missing="Enter their name")
    email = MailField(
        label="Their work email address",
        missing="Enter their work email address",
        help_text="The code goes there, so it must be theirs alone and not shared.",
    )
    agency_name = LineField(label="Their agency", required=False)
    why = LongField(
        label="What would you like them to know?",
        required=False,
        rows=3,
        help_text="They read it in Heed once they have typed the code. The email does not hold it.",
    )


class AgencyForm(PlainForm):
    """Which of the partnership's agencies a referrer's own words mean."""

    agency = PickField(label="Which agency is it?", missing="Choose the agency")

    def __init__(self, *args: Any, agencies: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((key, agency.name) for key, agency in self.agencies.items()),
        ]
