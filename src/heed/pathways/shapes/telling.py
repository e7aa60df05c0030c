"""What is told to others: letters about a decision, and what a notification asks."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Text, describe

#: What a letter's text may call by name, in braces, and what stands there when it is written.
GIVEN: dict[str, str] = {
    "reference": "The case's reference.",
    "group": "The group that decided.",
    "route": "What was decided.",
    "decided_on": "The day of the decision.",
    "reasons": "The reasons, as they were recorded.",
    "due": "The day that a deadline set.",
    "why": "Why that day is missed.",
    "expected_on": "The day that is expected instead.",
    "partnership": "The partnership's name.",
    "mailbox": "The partnership's mailbox.",
}

#: What Heed can lay out for a notification, by the name that a line of the pack calls it.
HELD: dict[str, str] = {
    "reference": "The case's reference.",
    "authority": "The local authority that notifies.",
    "notifier": "The post that notifies there.",
    "incident_on": "The day of the incident.",
    "aware_on": "The day on which the authority first knew or suspected.",
    "notify_by": "The last day for the notification.",
    "partners_told_on": "The day on which the safeguarding partners were told.",
    "limbs": "The answers to the serious incident test.",
    "child": "The child's name, from the identity register.",
    "other_names": "Other names of the child.",
    "born_on": "The child's date of birth.",
    "died_on": "The day on which the child died.",
    "age_band": "The child's age, as kept with the case.",
    "home": "The child's address.",
    "school": "The child's school or nursery.",
    "practice": "The child's doctor's practice.",
    "family": "Others in the identity register, by what they are to the child.",
}


def _only_given(text: str) -> str:
    for name in re.findall(r"\{([^{}]*)\}", text):
        if name not in GIVEN:
            raise ValueError(f'a letter knows nothing called "{{{name}}}"')
    return text


class Letter(Shape):
    """A letter about a decision. A person reads it, and may change it, before it goes."""

    id: Id = describe("Its name.")
    title: Annotated[Text, AfterValidator(_only_given)] = describe("Its heading, and the subject.")
    to: Literal["agencies", "family", "panel", "partners"] = describe(
        "agencies: each that the referral names. family: on paper, for whoever brings it. panel: "
        "each of the incident's recipients. partners: each safeguarding partner."
    )
    offices: tuple[Text, ...] = Field(
        default=(),
        description="For a letter to the Panel: the offices that it goes to, each by its name; "
        "empty: each of the incident's recipients.",
    )
    on_paper: bool = Field(
        default=False, description="Whether it is handed over on paper and never mailed."
    )
    paragraphs: Annotated[
        tuple[Annotated[Text, AfterValidator(_only_given)], ...], Field(min_length=1)
    ] = describe(
        "Its words, paragraph by paragraph. {reference}, {group}, {route}, {decided_on}, "
        "{reasons}, {due}, {why}, {expected_on}, {partnership} and {mailbox} are filled in. It "
        "never holds a name."
    )
    when: Literal["decided", "late"] = Field(
        default="decided",
        description="decided: once a decision is recorded. late: when a deadline is missed.",
    )
    clock: str = Field(default="", description="For a late letter: the clock whose day is missed.")
    only_to_panel: bool = Field(
        default=False,
        description="Whether it is written only for routes of which something goes to the Panel.",
    )


class SheetLine(Shape):
    """One answer of a notification."""

    id: Id = describe("Its name.")
    label: Text = describe("What the notification calls it.")
    take: str = Field(
        default="",
        description=(
            "What Heed holds for it: reference, authority, notifier, incident_on, aware_on, "
            "notify_by, partners_told_on, limbs, child, other_names, born_on, died_on, age_band, "
            "home, school, practice, family, or a question of the referral by its id. Empty: "
            "nothing."
        ),
    )


class SheetPart(Shape):
    """One part of a notification, with its answers in the order in which they are asked."""

    id: Id = describe("Its name.")
    heading: Text = describe("Its heading.")
    each_child: bool = Field(
        default=False, description="Whether it is asked again for each child on the form."
    )
    lines: Annotated[tuple[SheetLine, ...], IdsOnce, Field(min_length=1)] = describe(
        "The answers, in order."
    )
