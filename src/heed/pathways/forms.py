"""Forms whose questions come from a pack."""

from collections.abc import Iterable, Mapping
from typing import Any

from heed.design.fields import TickField
from heed.design.forms import PlainForm
from heed.pathways.answers import NOT_KNOWN_WORDS, is_not_known
from heed.pathways.fields import CHOSEN, answer_from, field_for, initial_for
from heed.pathways.shapes import Question

BOX = "_not_known"
"""What follows a question's id in the name of its box for "Not known"."""


class QuestionsForm(PlainForm):
    """Asks some of a pack's questions, each with its way of saying "Not known".

    ``kept`` are the answers so far, by question; ``answers()`` gives the new ones in the same
    shape, those left out being None. ``alone`` makes the question the heading of its page.
    """

    def __init__(
        self,
        *args: Any,
        questions: Iterable[Question],
        kept: Mapping[str, Any] | None = None,
        agencies: Iterable[tuple[str, str]] = (),
        alone: bool = False,
        **kwargs: Any,
    ) -> None:
        self.questions = tuple(questions)
        kept, agencies = kept or {}, list(agencies)
        initial: dict[str, Any] = {}
        for question in self.questions:
            initial[question.id] = initial_for(question, kept.get(question.id))
            initial[question.id + BOX] = is_not_known(kept.get(question.id))
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        for question in self.questions:
            field = field_for(question, agencies=agencies, page_heading=alone)
            field.say_missing(question.text)  # type: ignore[attr-defined]
            self.fields[question.id] = field
            if has_box(question):
                self.fields[question.id + BOX] = TickField(label=NOT_KNOWN_WORDS, required=False)

    def clean(self) -> dict[str, Any]:
        """An answer that is needed may be "Not known", and is never both."""
        cleaned = super().clean() or self.cleaned_data
        for question in self.questions:
            if not has_box(question) or question.id in self.errors:
                continue
            said, box = cleaned.get(question.id), cleaned.get(question.id + BOX)
            empty = said in (None, "")
            if question.required and empty and not box:
                self.add_error(question.id, f"Answer “{question.text}”, or tick “Not known”")
            elif box and not empty:
                self.add_error(
                    question.id,
                    "You wrote an answer and ticked “Not known”. Keep the one that is right",
                )
        return cleaned

    def answers(self) -> dict[str, Any]:
        """The answers, by question, as they are kept; None for one that was left out."""
        return {
            question.id: answer_from(
                question,
                self.cleaned_data.get(question.id),
                not_known=bool(self.cleaned_data.get(question.id + BOX)),
            )
            for question in self.questions
        }


def has_box(question: Question) -> bool:
    """Whether "Not known" is a box beside the field, rather than one of its choices."""
    return question.not_known and question.kind not in CHOSEN
