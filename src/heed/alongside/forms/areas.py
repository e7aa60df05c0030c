"""Requests between areas."""

from collections.abc import Sequence
from typing import Any

from heed.alongside.states import LEAD_WORDS, WAY_WORDS, RequestState, Way
from heed.design.fields import (
    LineField,
    LongField,
    MailField,
    OneOfField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.partnership.models import Case
from heed.pathways.shapes import Pack

IN_WORDS = "in_words"


class RequestForm(PlainForm):
    """What is asked, by whom, on which basis, by when."""

    def __init__(self, *args: Any, pack: Pack, new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if new:
            self.fields["way"] = OneOfField(
                label="Who asks whom?",
                choices=[(way.value, word) for way, word in WAY_WORDS.items()],
                missing="Choose who asks whom",
            )
            self.fields["reference"] = LineField(
                label="Which of our cases is it about?",
                required=False,
                width=20,
                help_text="Its reference. Leave it empty where it is about none of ours.",
            )
        self.fields["area"] = LineField(
            label="Which area?",
            missing="Enter the area: the other partnership or local authority",
            help_text="The other partnership or local authority.",
        )
        self.fields["contact_name"] = LineField(
            label="Whom do we deal with there?", required=False, help_text="Their name."
        )
        self.fields["contact_role"] = LineField(label="Their post", required=False)
        self.fields["contact_email"] = MailField(label="Their work email", required=False)
        self.fields["their_reference"] = LineField(
            label="Their reference", required=False, max_length=80, width=20
        )
        self.fields["lead"] = OneOfField(
            label="Which area leads?",
            help_text=pack.alongside.leads,
            choices=[(lead.value, word) for lead, word in LEAD_WORDS.items()],
            missing="Choose which area leads, or “Not settled yet”",
        )
        bases = pack.alongside.bases
        self.fields["basis"] = OneOfField(
            label="On which basis?",
            choices=[*((one.id, one.label) for one in bases), (IN_WORDS, "Another, in words")],
            hints={one.id: one.hint for one in bases if one.hint},
            reveals={IN_WORDS: "basis_words"},
            missing="Choose the basis in law, or put it in words",
        )
        self.fields["basis_words"] = LineField(
            label="In words", missing="Put the basis in words", max_length=300
        )
        self.fields["asks"] = LongField(
            label="What is asked?",
            rows=5,
            missing="Say what is asked",
            help_text="Only what the other area needs. This goes into the letter.",
            private=True,
        )
        if new:
            self.fields["asked_on"] = WhenField(
                label="When was it asked?",
                not_future=True,
                help_text="Of a request to us, the day on which it reached us.",
            )
        self.fields["due"] = WhenField(
            label="By when?",
            required=False,
            help_text="Of a request to us, left empty: the day that the way of working gives.",
        )
        self.arrange()

    @property
    def written(self) -> dict[str, Any]:
        """What the operation takes beside the way and the case."""
        out = ("seen", "way", "reference", "asked_on")
        data = {name: value for name, value in self.cleaned_data.items() if name not in out}
        if data["basis"] == IN_WORDS:
            data["basis"] = ""
        return data

    @property
    def way(self) -> Way:
        """Which way it goes."""
        return Way(self.cleaned_data["way"])


def case_of(form: RequestForm, cases: Sequence[Case]) -> Case | None:
    """The case that was named, found among ``cases``; says so on the form where there is none."""
    if form.cleaned_data.get("reference") and not cases:
        form.add_error("reference", "No case has this reference. Check it, letter by letter")
    return cases[0] if cases else None


class AnswerRequestForm(PlainForm):
    """What was answered."""

    def __init__(self, *args: Any, guest: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (RequestState.ANSWERED.value, "This is the answer"),
            (RequestState.DECLINED.value, "It is declined, for this reason"),
        ]
        if not guest:
            choices.append((RequestState.WITHDRAWN.value, "It was withdrawn"))
        self.fields["to"] = OneOfField(
            label="What is the answer?", choices=choices, missing="Choose one of the answers"
        )
        self.fields["reply"] = LongField(
            label="In words",
            rows=6,
            missing="Write what was answered, or why not. A sentence is enough",
            private=True,
        )
        if not guest:
            self.fields["on"] = WhenField(label="When?", not_future=True)
        self.arrange()


class GuestForm(PlainForm):
    """One person from the other area, for a while."""

    name = LineField(label="Name", missing="Enter their name")
    email = MailField(
        label="Work email",
        missing="Enter their work email",
        help_text="Their own, not a shared mailbox: it is how they sign in.",
    )
    until = WhenField(
        label="Until when?",
        missing="Enter the last day on which they may sign in to it",
        help_text="Their last day. It ends by itself.",
    )
