"""The shape of a referral's pages, in plain English."""

from typing import Any

from heed import clock
from heed.design.fields import (
    FileField,
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
    YesNoField,
)
from heed.design.forms import PlainForm
from heed.papers.checking import KINDS, MOST, NAMED
from heed.partnership.ages import ADULT, BANDS, UNBORN
from heed.partnership.models import Agency
from heed.partnership.states import About
from heed.pathways.shapes import Agreement as AgreementWords
from heed.pathways.shapes import Gate
from heed.referrals.states import Agreement
from heed.referrals.steps import ABOUT, ABOUT_WORDS

#: What a file on a referral can be; each names itself so.
PAPERS = ("Chronology", "Assessment", "Genogram", "Report", "Letter", "Other paper")


class GatesForm(PlainForm):
    """The pack's questions before the form begins, such as whether a child is in danger now."""

    def __init__(self, *args: Any, gates: tuple[Gate, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for gate in gates:
            self.fields[gate.id] = YesNoField(label=gate.question, help_text=gate.hint, heading="m")
        self.arrange()
        self.gates = gates

    def stopped_by(self) -> Gate | None:
        """The gate whose answer ends the form here, if any.

        Gates that statutory consideration need not pass come last, and let go on who says that it
        is asked for.
        """
        statutory = self.data.get("statutory") == "yes"
        for gate in sorted(self.gates, key=lambda one: not one.statutory_too):
            given = "yes" if self.cleaned_data[gate.id] else "no"
            if given == gate.stops_on and (gate.statutory_too or not statutory):
                return gate
        return None


class WhoRefersForm(PlainForm):
    """Which agency refers; a coordinator can enter a referral that came another way."""

    agency = PickField(label="Which agency is this referral from?", missing="Choose the agency")

    def __init__(self, *args: Any, agencies: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Choose one"),
            *((str(a.pk), a.name) for a in agencies),
        ]


class RepresentativeForm(PlainForm):
    """What the agency's representative said."""

    def __init__(self, *args: Any, words: AgreementWords, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreement"] = OneOfField(
            label=words.ask,
            help_text=words.hint,
            page_heading=True,
            choices=[
                (Agreement.AGREED.value, words.agreed),
                (Agreement.NOT_AGREED.value, words.not_agreed),
                (Agreement.NOT_ASKED.value, words.not_asked),
            ],
            reveals={
                Agreement.NOT_AGREED.value: "not_agreed_why",
                Agreement.NOT_ASKED.value: "not_asked_why",
            },
            missing="Choose what your representative said, or that you have not asked",
        )
        for name in ("not_agreed_why", "not_asked_why"):
            self.fields[name] = LongField(label=words.why, rows=3, missing="Say why, in a sentence")
        self.arrange()

    @property
    def reason(self) -> str:
        """The reason that goes with the answer, if one does."""
        return self.cleaned_data.get(f"{self.cleaned_data['agreement']}_why") or ""


class AboutForm(PlainForm):
    """Whom the referral is about."""

    about = OneOfField(
        label=ABOUT,
        help_text="Names come on the next page, and are kept apart from everything else you write.",
        page_heading=True,
        choices=[(one.value, words) for one, words in ABOUT_WORDS.items()],
        hints={
            About.NOBODY.value: "Good practice, a theme, or the way that services work together."
        },
        missing="Choose who this is about",
    )


class SubjectForm(PlainForm):
    """A child or adult: typed once, and kept apart from everything else that is written."""

    name = LineField(
        label="Full name",
        private=True,
        missing="Enter the name",
        help_text="Typed once. A reference stands for it everywhere else.",
    )
    other_names = LineField(
        label="Other names, or other spellings",
        required=False,
        private=True,
        help_text="Separate them with commas.",
    )
    born_on = WhenField(
        label="Date of birth, or the date the baby is due",
        required=False,
        private=True,
        help_text="For example, 3 April 2019. Leave it empty if it is not known.",
    )
    age_band = PickField(
        label="Age, if the date of birth is not known",
        required=False,
        empty="Not known",
        choices=[
            (UNBORN, "Not yet born"),
            *((words, words.capitalize()) for _, words in BANDS),
            (ADULT, "18 or over"),
        ],
    )

    def clean_born_on(self) -> Any:
        """A date within a lifetime, and at most ten months ahead."""
        day = self.cleaned_data["born_on"]
        if day is not None and not -120 * 366 < (day - clock.today()).days < 310:
            self.add_error("born_on", "Check the year: this date is too long ago or too far ahead")
        return day


class AdultForm(SubjectForm):
    """An adult, of whom nobody asks whether they are born."""

    age_band = None  # type: ignore[assignment]
    born_on = WhenField(
        label="Date of birth",
        required=False,
        private=True,
        not_future=True,
        help_text="For example, 3 April 1984. Leave it empty if it is not known.",
    )

    def clean(self) -> dict[str, Any]:
        """Where no date says more, an adult is 18 or over."""
        return {**(super().clean() or {}), "age_band": ADULT}


class UnbornForm(SubjectForm):
    """A baby who is not yet born: known by the mother's name and the day that is expected."""

    age_band = None  # type: ignore[assignment]
    name = LineField(
        label="The mother’s full name",
        private=True,
        missing="Enter the mother’s name",
        help_text="Typed once. A reference stands for it everywhere else.",
    )
    other_names = LineField(
        label="Other names that she uses, or other spellings",
        required=False,
        private=True,
        help_text="Separate them with commas.",
    )
    born_on = WhenField(
        label="The day on which the baby is due",
        required=False,
        private=True,
        help_text="For example, 3 April 2027. Leave it empty if it is not known.",
    )

    def clean_born_on(self) -> Any:
        """A day within ten months, or not long past: a baby can be late."""
        day = self.cleaned_data["born_on"]
        if day is not None and not -60 < (day - clock.today()).days < 310:
            self.add_error("born_on", "Check the date: a baby is due within the next ten months")
        return day


class PaperForm(PlainForm):
    """One file, and what it is. What it is names it: what the sender called it is not kept."""

    what = OneOfField(
        label="What is it?",
        choices=[(one, one) for one in PAPERS],
        missing="Choose what it is",
    )
    file = FileField(
        label="The file",
        kinds=KINDS,
        max_bytes=MOST,
        help_text=f"{NAMED}, up to 10 MB. Heed gives it the reference as its name.",
        missing="Choose the file",
    )


class CheckForm(PlainForm):
    """Sending carries the version that the person saw."""


class ReasonForm(PlainForm):
    """A reason, for withdrawing."""

    reason = LongField(
        label="Why are you withdrawing it?", rows=3, missing="Say why, in a sentence"
    )


class AskMoreForm(PlainForm):
    """What the coordinator would like to know."""

    question = LongField(
        label="What would help the group to decide?",
        rows=4,
        missing="Write what you would like to know",
        help_text="The referrer reads this in Heed, not in an email.",
    )
