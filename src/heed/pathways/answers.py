"""Answers to a pack's questions: when a question is asked, and how an answer reads.

An answer is kept as plain data: text, a whole number, a date as ISO text, "yes" or "no", a choice's
id, or a list of ids (of choices, or of agencies as text). ``NOT_KNOWN`` stands for "Not known" in
every kind. A question that was left out has no answer.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from heed.design import dates
from heed.pathways.shapes import NOT_KNOWN, Question

NOT_KNOWN_WORDS = "Not known"
YES_NO = {"yes": "Yes", "no": "No"}


def is_asked(question: Question, answers: Mapping[str, Any]) -> bool:
    """Whether the answers so far bring this question up."""
    if question.when is None:
        return True
    given = answers.get(question.when.question)
    return any(
        one in question.when.equals for one in (given if isinstance(given, list) else [given])
    )


def asked(questions: Iterable[Question], answers: Mapping[str, Any]) -> list[Question]:
    """The questions that these answers bring up, in order."""
    return [question for question in questions if is_asked(question, answers)]


def is_not_known(value: Any) -> bool:
    """Whether an answer is "Not known"."""
    return bool(value == NOT_KNOWN or value == [NOT_KNOWN])


def count_not_known(answers: Mapping[str, Any]) -> int:
    """How many of these answers are "Not known"."""
    return sum(is_not_known(value) for value in answers.values())


def spoken(question: Question, value: Any, agencies: Mapping[str, str] | None = None) -> list[str]:
    """An answer as lines that a person reads. ``agencies`` gives names by id; empty: unanswered."""
    if value is None or value in ("", []):
        return []
    if is_not_known(value):
        return [NOT_KNOWN_WORDS]
    if question.kind == "date":
        return [dates.day(date.fromisoformat(value))]
    labels: Mapping[str, str] = {choice.id: choice.label for choice in question.choices}
    if question.kind == "yes_no":
        labels = YES_NO
    if question.kind == "agencies":
        labels = agencies or {}
    if isinstance(value, list):
        return [labels.get(str(one), str(one)) for one in value]
    return [labels.get(str(value), str(value))]
