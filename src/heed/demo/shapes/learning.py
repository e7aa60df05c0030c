"""The shape of what a review learns: findings, the one page, and what follows from it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from heed.demo.shapes.base import GroupKey, Key, Prose, Shape


class Finding(Shape):
    """One thing learnt, what shows it, and the themes it belongs to."""

    text: Prose
    evidence: Prose
    themes: Annotated[tuple[Key, ...], Field(min_length=1, max_length=3)]
    polarity: Literal["strength", "learning", "condition"]


class Report(Shape):
    """The one-page report, as Plymouth's layout has it. It must fit one A4 page at 12 points.

    The first sentence of each point of `what_worked` and `what_we_learned` is the one to keep.
    """

    title: str
    focus: Prose
    audience: Annotated[tuple[str, ...], Field(min_length=1, max_length=4)]
    child_in_mind: Prose
    why_we_looked: Prose
    what_worked: Annotated[tuple[Prose, ...], Field(min_length=1, max_length=4)]
    what_we_learned: Annotated[tuple[Prose, ...], Field(min_length=2, max_length=4)]
    what_is_changing: Annotated[tuple[Prose, ...], Field(min_length=2, max_length=3)]
    questions: Annotated[tuple[Prose, ...], Field(min_length=3, max_length=3)]

    def words(self) -> int:
        """How many words a reader reads on the page, its title included, its headings not."""
        parts = (
            self.title,
            self.child_in_mind,
            self.why_we_looked,
            *self.what_worked,
            *self.what_we_learned,
            *self.what_is_changing,
            *self.questions,
        )
        return sum(len(part.split()) for part in parts)


class Action(Shape):
    """A task with an owner. `due` and `delivered` are days after the recommendation was routed."""

    what: Prose
    how: Prose
    expected: Prose
    due: int
    owner: Key | None = None
    delivered: int | None = None
    progress: Prose | None = None
    evidence: Prose | None = None


class Recommendation(Shape):
    """What is to change because of a finding, who carries it, and what came of it.

    `difference` is apart from delivery: a thing can be done and nothing be better for it.
    `figure` is a count with what it was counted out of, and what was counted. `children` says that
    children are better off, where it is more than that people work differently. `none_before` is
    what was seen at an earlier look, before there was a difference. `closed` counts in days.
    """

    finding: Annotated[int, Field(ge=1)]
    text: Prose
    group: GroupKey
    owner: Key
    expected: Prose
    due: int
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    difference: Literal["too_soon", "none_yet", "made"] = "too_soon"
    difference_why: Prose | None = None
    children: bool = False
    figure: tuple[str, int, int] | None = None
    none_before: Prose | None = None
    closed: int | None = None

    @model_validator(mode="after")
    def difference_is_shown(self) -> Recommendation:
        """A difference, or its absence, says what shows it; nothing closes without an answer."""
        if self.difference != "too_soon" and not self.difference_why:
            raise ValueError("say what shows the difference, or that there is none yet")
        if self.closed is not None and self.difference == "too_soon":
            raise ValueError("a recommendation closes when its difference has an answer")
        return self
