"""Handing something to another group, and receiving it."""

from collections.abc import Sequence
from typing import Any

from heed.design.fields import LineField, LongField, OneOfField, PickField
from heed.design.forms import PlainForm
from heed.meetings.states import ADMITS_WORDS, MATTER_WORDS, Admits
from heed.partnership.models import Group

NO_NAMES = "References only, never a name: the other group is not told more than is written here."


class HandForm(PlainForm):
    """What is handed over, to whom, why, and what is asked."""

    def __init__(
        self, *args: Any, groups: Sequence[Group], titled: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = OneOfField(
            label="To which group?",
            choices=[(str(one.pk), one.name) for one in groups],
            initial=str(groups[0].pk) if len(groups) == 1 else None,
            missing="Choose the group",
        )
        self._ask_what(titled)
        self.arrange()

    def _ask_what(self, titled: bool) -> None:
        self.fields["matter"] = PickField(
            label="What is it?",
            empty="Choose one",
            choices=[(m.value, word) for m, word in MATTER_WORDS.items()],
            missing="Choose what it is",
        )
        if titled:
            self.fields["title"] = LineField(
                label="What is it called?",
                missing="Say what it is called",
                help_text=NO_NAMES,
                max_length=200,
            )
        self.fields["why"] = LongField(
            label="Why is it for them?",
            rows=3,
            missing="Say why it is for them",
            help_text=NO_NAMES,
        )
        self.fields["asks"] = LongField(
            label="What are they asked to do?", rows=3, missing="Say what they are asked to do"
        )


class BringForm(HandForm):
    """Something that a board brings to a group: there is no item of ours that it was."""

    def __init__(self, *args: Any, groups: Sequence[Group], **kwargs: Any) -> None:
        super().__init__(*args, groups=groups, titled=True, **kwargs)
        self.fields["to"].label = "Which group or board brings it?"


class ReceiveForm(PlainForm):
    """Each of the group's own criteria, and what it says to those who asked."""

    def __init__(self, *args: Any, criteria: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for number, criterion in enumerate(self.criteria, start=1):
            self.fields[f"a{number}"] = OneOfField(
                label=criterion,
                choices=[(a.value, word) for a, word in ADMITS_WORDS.items()],
                inline=True,
                small=True,
                missing=f"Choose an answer: {criterion}",
            )
            self.fields[f"r{number}"] = LongField(
                label="Why", required=False, mark_optional=False, rows=2
            )
        self.fields["answer"] = LongField(
            label="Anything to tell those who handed it over", required=False, rows=3
        )
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Whatever is not a plain yes says why it is taken all the same."""
        data = super().clean() or {}
        for number, criterion in enumerate(self.criteria, start=1):
            if data.get(f"a{number}") in (Admits.NO, Admits.NOT_KNOWN) and not data.get(
                f"r{number}"
            ):
                self.add_error(
                    f"r{number}", f"Say why it is taken although this is not a yes: {criterion}"
                )
        return data

    @property
    def answers(self) -> list[tuple[str, Admits, str]]:
        """(criterion, answer, why), in order."""
        return [
            (one, Admits(self.cleaned_data[f"a{n}"]), self.cleaned_data[f"r{n}"])
            for n, one in enumerate(self.criteria, start=1)
        ]


class GiveBackForm(PlainForm):
    """Why something is not taken."""

    why = LongField(
        label="Why is it given back?",
        heading="s",
        rows=3,
        missing="Say why it is given back",
        help_text="Those who handed it over read this. If it came off their agenda, it goes back "
        "there.",
    )
