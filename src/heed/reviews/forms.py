"""The shape of a review's scope, in plain English."""

from collections.abc import Sequence
from typing import Any

from heed import clock
from heed.design.fields import (
    AnyOfField,
    LineField,
    LongField,
    MailField,
    PickField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.partnership.models import Agency, CaseSubject, Person
from heed.pathways.shapes import Choice, Scope


class OpenForm(PlainForm):
    """Who facilitates."""

    facilitator = PickField(
        label="Who facilitates the review?",
        required=False,
        empty="Decide later",
        help_text="They plan and hold the learning event and write the one page.",
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facilitator"].choices = [  # type: ignore[attr-defined]
            ("", "Decide later"),
            *((str(p.pk), p.name) for p in people),
        ]


class FocusForm(PlainForm):
    """The focus period and the lines of enquiry."""

    focus_from = WhenField(label="From", missing="Enter the day on which the focus period begins")
    focus_to = WhenField(
        label="To", not_future=True, missing="Enter the day on which the focus period ends"
    )
    lines = LongField(
        label="Lines of enquiry",
        rows=8,
        missing="Write at least one question that the review asks",
        help_text="One question a line. Three to five are plenty.",
    )

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["focus_from"].help_text = scope.focus_hint
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """The period ends after it begins."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("focus_from"), cleaned.get("focus_to")
        if first and last and last < first:
            self.add_error("focus_to", "The period ends before it begins. Check both dates")
        return cleaned

    @property
    def questions(self) -> list[str]:
        """The lines, one each."""
        return [
            line.strip(" -•") for line in self.cleaned_data["lines"].splitlines() if line.strip()
        ]


class KnownAsForm(PlainForm):
    """A pseudonym and a few words for each child or adult."""

    def __init__(self, *args: Any, subjects: list[CaseSubject], hint: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = subjects
        for n, subject in enumerate(subjects, 1):
            which = f" (child {n})" if len(subjects) > 1 else ""
            self.fields[f"name_{subject.pk}"] = LineField(
                label=f"What we call them in the review{which}",
                max_length=60,
                help_text=hint if n == 1 else "",
                initial=subject.pseudonym,
                private=True,
                missing="Choose a name that stands for the real one",
            )
            self.fields[f"words_{subject.pk}"] = LineField(
                label=f"In a few words{which}",
                required=False,
                max_length=120,
                help_text="Such as “girl, 4 to 6 years”. Shown beside the name inside the case.",
                initial=subject.words or subject.age_band,
                private=True,
            )
        self.arrange()

    @property
    def names(self) -> dict[int, tuple[str, str]]:
        """Pseudonym and words, by subject."""
        return {
            s.pk: (self.cleaned_data[f"name_{s.pk}"], self.cleaned_data[f"words_{s.pk}"])
            for s in self.subjects
        }


class FamilyForm(PlainForm):
    """How the child and family take part, and what helps them to."""

    def __init__(
        self, *args: Any, scope: Scope, helps: Sequence[Choice] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        none = [choice.id for choice in scope.family if choice.id == "not_now"]
        self.fields["ways"] = AnyOfField(
            label="How can the child and family take part?",
            help_text=scope.family_hint,
            choices=[(c.id, c.label) for c in scope.family],
            hints={c.id: c.hint for c in scope.family if c.hint},
            alone=none[0] if none else None,
            reveals={none[0]: "not_offered"} if none else {},
            heading="m",
            missing="Choose at least one way, or “Not at present”",
        )
        self.fields["not_offered"] = LongField(
            label=scope.family_not_offered, rows=3, missing="Say why, in a sentence"
        )
        self.fields["support"] = AnyOfField(
            label="What would help them to take part?",
            help_text="As the group saw it when it decided. Change it as you talk with them.",
            choices=[(one.id, one.label) for one in helps if one.id != "not_now"],
            hints={one.id: one.hint for one in helps if one.hint},
            required=False,
            heading="m",
        )
        self.fields["note"] = LongField(
            label="What has been agreed with them so far?",
            required=False,
            rows=3,
            help_text="In a few words: who talked with them, and what they asked for.",
        )
        self.arrange()

    @property
    def offered(self) -> list[str]:
        """The ways that are offered; none for "not at present"."""
        return [way for way in self.cleaned_data["ways"] if way != "not_now"]


class AgencyForm(PlainForm):
    """An agency to ask in, and whom to write to there."""

    agency = PickField(label="Agency", missing="Choose the agency")
    contact = PickField(
        label="Who prepares its return?",
        required=False,
        empty="Somebody without an account",
        help_text="Usually a manager. They can share sections with colleagues.",
    )
    contact_name = LineField(label="Their name, if they have no account", required=False)
    contact_email = MailField(
        label="Their work email", required=False, help_text="They are invited to sign in."
    )

    def __init__(
        self, *args: Any, agencies: list[Agency], people: list[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(a.pk), a.name) for a in agencies),
        ]
        self.fields["contact"].choices = [  # type: ignore[attr-defined]
            ("", "Somebody without an account"),
            *((str(p.pk), f"{p.name}, {p.agency}" if p.agency else p.name) for p in people),
        ]

    def clean(self) -> dict[str, Any]:
        """Somebody is named, one way or the other."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("contact") and not cleaned.get("contact_name"):
            self.add_error("contact", "Choose who prepares the return, or write their name below")
        return cleaned


class AgreeForm(PlainForm):
    """Agreeing the scope; with the reason where something is left for later."""

    because = LineField(
        label="Why go ahead without the rest?", missing="Say why, in a few words", max_length=300
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["because"]


def first_period(months: int) -> dict[str, Any]:
    """The focus period that is offered first: so many months, up to today."""
    from heed.pathways.clocks import add_months

    return {"focus_from": add_months(clock.today(), -months), "focus_to": clock.today()}
