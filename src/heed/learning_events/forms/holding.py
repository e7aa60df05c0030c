"""The day itself: notes, and saying that it was held."""

from collections.abc import Sequence
from typing import Any

from heed import clock
from heed.design.fields import (
    AnyOfField,
    LineField,
    LongField,
    PickField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.learning_events.forms.guests import named
from heed.learning_events.forms.planning import HoursForm
from heed.learning_events.models import Guest, LearningEvent
from heed.learning_events.states import PARKED
from heed.partnership.states import MEANS_WORDS, Means
from heed.pathways.shapes import Prompt

MEANS_CHOICES = [(m.value, w) for m, w in MEANS_WORDS.items() if m is not Means.HEED]


class HeldBeforeForm(HoursForm):
    """An event that was held before it was in Heed."""

    day = WhenField(
        label="Day", not_future=True, missing="Enter the day, for example 3 December 2026"
    )
    place = LineField(label="Where did people meet?", required=False, max_length=300)
    on_word_of = LineField(
        label="Who told you?",
        required=False,
        help_text="By name or role. Leave it empty if you were there.",
    )
    means = PickField(
        label="How did they tell you?",
        required=False,
        empty="I was there",
        choices=MEANS_CHOICES,
    )


class NotesForm(PlainForm):
    """What was said, under each prompt; and what belongs elsewhere."""

    def __init__(self, *args: Any, prompts: Sequence[Prompt], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for prompt in prompts:
            self.fields[prompt.id] = LongField(
                label=prompt.text,
                help_text=prompt.hint,
                heading="m",
                rows=8,
                required=False,
                mark_optional=False,
            )
        self.fields[PARKED] = LongField(
            label="Parked, for somebody else to take up",
            help_text="Only the facilitator and the coordinator read this.",
            heading="m",
            rows=4,
            required=False,
            mark_optional=False,
        )
        self.arrange()


class HoldForm(PlainForm):
    """Saying that the event was held."""

    day = WhenField(
        label="When was it held?", not_future=True, missing="Enter the day on which it was held"
    )
    attended = AnyOfField(
        label="Who was there?", required=False, mark_optional=False, small=True, heading="s"
    )
    because = LongField(
        label="It went ahead without a return, because …",
        required=False,
        rows=2,
        max_length=1000,
        help_text="A sentence for the record. People can take part without a finished return.",
    )

    def __init__(
        self,
        *args: Any,
        event: LearningEvent,
        guests: Sequence[Guest],
        any_return: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["attended"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), named(one)) for one in guests
        ]
        if not guests:
            del self.fields["attended"]
        if any_return:
            del self.fields["because"]
        self.fields["day"].initial = min(
            event.begins_at.astimezone(clock.LONDON).date(), clock.today()
        )
        self.arrange()

    @property
    def there(self) -> list[int] | None:
        """The guests who were there, by id; None where there is no list."""
        if "attended" not in self.fields:
            return None
        return [int(one) for one in self.cleaned_data["attended"]]
