"""Pauses, and what became of the days that law sets."""

from collections.abc import Sequence
from typing import Any

from heed.alongside.models import ParallelProcess
from heed.alongside.states import ProcessKind
from heed.decisions.models import Pause
from heed.decisions.states import PAUSE_WORDS, PauseReason
from heed.design import dates
from heed.design.fields import LineField, LongField, OneOfField, TickField, WhenField
from heed.design.forms import PlainForm

#: What a process that runs alongside counts as; the others are something else.
COUNTS_AS = {
    ProcessKind.POLICE: PauseReason.CRIMINAL,
    ProcessKind.TRIAL: PauseReason.CRIMINAL,
    ProcessKind.CORONER: PauseReason.INQUEST,
}


def because(process: ParallelProcess) -> str:
    """How the form calls a process among its reasons."""
    return f"process-{process.number}"


def why(pause: Pause) -> str:
    """How the form calls the reason of a pause."""
    return because(pause.process) if pause.process else pause.reason


class PauseForm(PlainForm):
    """A pause: why, on whose authority, over which days."""

    words = LineField(
        label="In a few words",
        required=False,
        help_text="Such as “the police ask us not to meet the family before trial”. No names.",
    )
    authorised_by = LineField(
        label="Who authorised it?",
        help_text="By post, such as “the chair of the group” or “the safeguarding partners”.",
        missing="Say who authorised it, by post",
    )
    first = WhenField(label="From which day?", missing="Enter its first day")
    last = WhenField(
        label="To which day?",
        required=False,
        help_text="Its last day. Leave it empty while nobody knows.",
    )
    evidence = LongField(
        label="What shows that it was authorised?",
        rows=2,
        required=False,
        help_text="Such as minutes of a meeting, or an email and its date.",
    )

    def __init__(self, *args: Any, processes: Sequence[ParallelProcess], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.processes = {because(one): one for one in processes}
        self.fields["reason"] = OneOfField(
            label="Why does the case wait?",
            choices=[
                *((name, one.kind_word) for name, one in self.processes.items()),
                *((one.value, word) for one, word in PAUSE_WORDS.items()),
            ],
            hints={name: _known(one) for name, one in self.processes.items()},
            heading="m",
            missing="Choose why it waits",
        )
        self.order_fields(["reason"])
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """It ends on or after its first day. A process that runs alongside counts as a reason."""
        data = super().clean() or {}
        process = data["process"] = self.processes.get(data.get("reason", ""))
        if process is not None:
            data["reason"] = COUNTS_AS.get(ProcessKind(process.kind), PauseReason.OTHER)
        if data.get("reason") == PauseReason.OTHER and process is None and not data.get("words"):
            self.add_error("words", "Say in a few words why it waits")
        if data.get("first") and data.get("last") and data["last"] < data["first"]:
            self.add_error("last", "Enter a day on or after the first day of the pause")
        return data


def _known(process: ParallelProcess) -> str:
    told = ["Runs alongside this case"]
    if process.expected_end:
        told.append(f"expected to end on {dates.day(process.expected_end)}")
    return ", ".join(told) + "."


class CorrectForm(PauseForm):
    """The same, with why it is put right."""

    why = LongField(
        label="What has to be put right?", rows=2, missing="Say what has to be put right"
    )
    void = TickField(label="This pause was entered by mistake", required=False)


class EndForm(PlainForm):
    """The last day of a pause."""

    last = WhenField(
        label="Which was the last day of the pause?",
        page_heading=True,
        not_future=True,
        help_text="Targets are counted again. What law sets has not moved.",
    )


HAPPENED, LATE = "happened", "late"


class DeadlineForm(PlainForm):
    """What became of a day that law sets."""

    met_on = WhenField(label="On which day?", not_future=True, missing="Enter the day")
    expected_on = WhenField(
        label="When is it expected instead?", required=False, mark_optional=False
    )
    late_because = LongField(
        label="Why is it later than law says?",
        rows=4,
        required=False,
        mark_optional=False,
        help_text="Only if it is. It shows as late, with this reason. No names.",
    )

    def __init__(self, *args: Any, due: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.due = due
        self.fields["became"] = OneOfField(
            label="What became of it?",
            heading="m",
            choices=[(HAPPENED, "It has happened"), (LATE, "It will be later than law says")],
            reveals={HAPPENED: ["met_on"], LATE: ["expected_on"]},
            missing="Choose what became of it",
        )
        self.order_fields(["became", "late_because"])
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Later than its day needs the reason."""
        data = super().clean() or {}
        met_on = data.get("met_on")
        late = data.get("became") == LATE or (met_on is not None and met_on > self.due)
        if late and not data.get("late_because"):
            self.add_error("late_because", "Say why, in a sentence that the Panel can read")
        return data
