"""A pack's question as a form field."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.forms import Field

from heed.design.fields import (
    AnyOfField,
    LineField,
    LongField,
    OneOfField,
    WhenField,
    WholeNumberField,
)
from heed.pathways.answers import NOT_KNOWN_WORDS, YES_NO
from heed.pathways.shapes import NOT_KNOWN, Question

CHOSEN = ("one_of", "any_of", "yes_no", "agencies")
"""Kinds that offer "Not known" among their choices; the others have a box for it beside them."""


def field_for(
    question: Question, *, agencies: Iterable[tuple[str, str]] = (), page_heading: bool = False
) -> Field:
    """The field that asks this question. ``agencies`` are id and name, for kind "agencies".

    With ``page_heading`` the question is the heading of its page. "Not known" is among the choices
    where there are choices; elsewhere ``QuestionsForm`` puts a box beside the field.
    """
    asks: dict[str, Any] = {
        "label": question.text,
        "help_text": question.hint,
        "required": question.required and not (question.not_known and question.kind not in CHOSEN),
        "page_heading": page_heading,
        # Needed, though "Not known" is an answer too.
        "mark_optional": not question.required,
    }
    if question.kind in CHOSEN:
        return _choice_field(question, list(agencies), asks)
    if question.kind == "date":
        return WhenField(private=True, **asks)
    if question.kind == "number":
        return WholeNumberField(min_value=0, **asks)
    if question.kind == "line":
        return LineField(private=True, **asks)
    words = (max(question.words * 2 // 50 * 10, 10), question.words) if question.words else None
    return LongField(private=True, words=words, **asks)


def _choice_field(
    question: Question, agencies: list[tuple[str, str]], asks: dict[str, Any]
) -> Field:
    choices = [(choice.id, choice.label) for choice in question.choices]
    if question.kind == "yes_no":
        choices = list(YES_NO.items())
        asks["inline"] = not question.not_known
    if question.kind == "agencies":
        choices = agencies
    if question.not_known:
        choices = [*choices, (NOT_KNOWN, NOT_KNOWN_WORDS)]
    asks["choices"] = choices
    asks["hints"] = {choice.id: choice.hint for choice in question.choices if choice.hint}
    if question.kind in ("any_of", "agencies"):
        return AnyOfField(alone=NOT_KNOWN if question.not_known else None, **asks)
    return OneOfField(**asks)


def initial_for(question: Question, value: Any) -> Any:
    """A kept answer as the field begins with it; nothing where the box for "Not known" says it."""
    if value is None or (value == NOT_KNOWN and question.kind not in CHOSEN):
        return None
    if question.kind == "date":
        return date.fromisoformat(value)
    return value


def answer_from(question: Question, cleaned: Any, *, not_known: bool = False) -> Any:
    """What a field cleaned, as the answer is kept; None when it was left out."""
    if not_known:
        return NOT_KNOWN
    if cleaned in (None, "", []):
        return None
    if isinstance(cleaned, date):
        return cleaned.isoformat()
    return [str(one) for one in cleaned] if isinstance(cleaned, list) else cleaned
