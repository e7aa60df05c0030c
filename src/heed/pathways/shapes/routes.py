"""What a case may call for: routes, the tests that lead to them, and the clocks they start."""

from typing import Annotated, Literal

from pydantic import Field

from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Source, Text, describe
from heed.pathways.shapes.telling import SheetPart

EVENTS: dict[str, str] = {
    "referral_received": "The referral reached the partnership.",
    "authority_aware": "The local authority first knew of, or suspected, a serious incident.",
    "notification_sent": "The local authority notified the incident.",
    "decision_made": "The decision on a route was made.",
    "scope_agreed": "The review's scope was agreed.",
    "returns_requested": "Agencies were asked for their returns.",
    "event_held": "The learning event was held.",
    "report_finished": "The one-page report was ready for sign-off.",
    "signed_off": "The one-page report was signed off.",
    "published": "The page was released.",
    "recommendations_agreed": "The recommendations were agreed.",
    "action_finished": "The owner said that an action was done.",
    "outside_request_received": "Another area asked us for information or a decision.",
    "complaint_received": "Somebody complained about, or challenged, a decision or a review.",
}

EventName = Literal[
    "referral_received", "authority_aware", "notification_sent", "decision_made", "scope_agreed",
    "returns_requested", "event_held", "report_finished", "signed_off", "published",
    "recommendations_agreed", "action_finished", "outside_request_received",
    "complaint_received",
]  # fmt: skip

Unit = Literal["working_days", "days", "weeks", "months"]


class Clock(Shape):
    """How long something takes, from what, and whether law or habit says so."""

    id: Id = describe("The name by which routes and code call it.")
    label: Text = describe("What should have happened when it is up.")
    starts_from: EventName = describe("What sets it going.")
    length: int = describe("How long it runs, in its unit.", ge=0, le=400)
    unit: Unit = describe(
        "working_days (Monday to Friday less England's bank holidays), days, weeks or months."
    )
    earliest: int = Field(
        default=0, ge=0, le=400,
        description="The near end of a range: 6 for six to eight weeks. 0: none.",
    )  # fmt: skip
    counts_from: Literal[0, 1] = Field(
        default=0, description="0: the day of the start is day 0. 1: it is already the first day."
    )
    on_a_day_off: Literal["keep", "before", "after"] = Field(
        default="keep",
        description=(
            "For days, weeks and months: when the date falls on a weekend or bank holiday, keep "
            "it, or take the working day before or after."
        ),
    )
    kind: Literal["target", "deadline"] = describe(
        "target: ours to set. deadline: law or statutory guidance sets it."
    )
    pausable: bool = Field(
        default=False, description="Whether an authorised pause moves it. A deadline never moves."
    )
    source: Source = describe('Where it comes from: guidance and edition, or "local".')


Decider = Literal["review_group", "partners", "authority", "panel", "elsewhere", "agency"]


class Route(Shape):
    """One way in which a case can be looked at."""

    id: Id = describe("The name by which it is kept.")
    name: Text = describe("Its name here.")
    short: str = Field(default="", description="Its short name; empty to use the full one.")
    formerly: str = Field(
        default="",
        description="What it was called before, for whoever looks for it by that name.",
    )
    summary: Text = describe("What it is and when it fits, in a sentence or two.")
    basis: Text = describe("What it rests on: the section, regulation or chapter.")
    source: Source = describe('The guidance and edition, or "local".')
    kind: Literal["concern", "good_practice", "both", "duty", "linked"] = describe(
        "concern: something went or could have gone wrong. good_practice: something went well. "
        "both: either. duty: something that must be done, not a review. linked: run by somebody "
        "else, recorded and linked here."
    )
    statutory: bool = Field(
        default=False, description="Whether a statute or statutory guidance requires it."
    )
    to_panel: bool = Field(
        default=False, description="Whether anything goes to the national Panel."
    )
    opens_review: bool = Field(default=True, description="Whether choosing it opens a review here.")
    offered: bool = Field(
        default=True, description="Whether it is offered when a decision is recorded."
    )
    decided_by: Decider = describe(
        "review_group, partners (each safeguarding partner's position is asked), authority, panel, "
        "agency, or elsewhere (a board that is not ours)."
    )
    who_decides: Text = describe("Who decides, in words.")
    test: str = Field(default="", description="The test that is applied, in plain words.")
    criteria: tuple[Id, ...] = Field(
        default=(), description="Criteria sets to go through before choosing it, by id."
    )
    follows: tuple[Id, ...] = Field(default=(), description="Routes that come before it, by id.")
    must_follow: bool = Field(
        default=False,
        description="Whether one of those must have come first; otherwise it usually does.",
    )
    starts_clocks: tuple[Id, ...] = Field(default=(), description="Clocks it sets going, by id.")
    timing: str = Field(
        default="", description="How long it takes, in words, for whoever compares routes."
    )
    output: Text = describe("What comes out of it, and who receives it.")
    makes: Literal["briefing", "guidance"] = Field(
        default="briefing",
        description="What the library lists it as: a briefing, or guidance for practice.",
    )
    published: Literal["expected", "choice", "never"] = describe(
        "expected: published unless it would be wrong to. choice: the partnership may. never."
    )
    publication: str = Field(
        default="", description="Anything more about publication, in a sentence."
    )


class Criterion(Shape):
    """One thing to weigh, answered yes, may, no or not known, with reasons."""

    id: Id = describe("The name under which the answer is kept.")
    letter: str = Field(default="", max_length=3, description="The letter people know it by.")
    text: Text = describe("The criterion, in our words.")
    help: str = Field(default="", description="What helps to weigh it.")
    look_up: Literal["", "improvements", "themes", "agencies"] = Field(
        default="",
        description=(
            "What to show beside it from what is already known: improvements asked for before, "
            "recurrent themes, or the agencies involved."
        ),
    )


class CriteriaSet(Shape):
    """A list of criteria that carry the same duty."""

    id: Id = describe("The name by which routes call it.")
    label: Text = describe("The heading.")
    duty: Text = describe("What the law asks of the people who weigh it, in a sentence.")
    source: Source = describe("Regulation or guidance, with edition.")
    items: Annotated[tuple[Criterion, ...], IdsOnce, Field(min_length=1)] = describe(
        "The criteria, in order."
    )


class Limb(Shape):
    """One half of the test for a serious incident."""

    id: Id = describe("The name under which the answer is kept.")
    question: Text = describe("The question, answered yes, no or not known.")
    help: str = Field(default="", description="What helps to answer it.")


class SeriousIncident(Shape):
    """The test for an incident that must be notified, and what to do at once on a yes."""

    limbs: Annotated[tuple[Limb, ...], IdsOnce, Field(min_length=2)] = describe(
        "The halves of the test; yes to all of them means that it may have to be notified."
    )
    serious_harm_help: Text = describe("What counts as serious harm.")
    not_automatic: Text = describe("That meeting the test does not by itself mean a review.")
    yes_message: Text = describe("What to do now, when every answer is yes.")
    telephone_first: Text = describe("Whom to telephone first, by role.")
    unsure_message: Text = describe("What to do when an answer is not known.")
    clock: Id = describe("The clock that a yes sets going, by id.")
    ask_again: tuple[Text, ...] = Field(
        default=(), description="New facts after which the questions are asked again."
    )
    recipients: tuple[Text, ...] = Field(
        default=(),
        description="Who receives a notification, and what follows it: the Panel by its name now.",
    )
    children_on_a_form: int = Field(
        default=4, ge=1, le=20, description="How many children one notification takes."
    )
    sheet: Annotated[tuple[SheetPart, ...], IdsOnce] = Field(
        default=(),
        description="What the notification asks, in its order, to copy the answers from.",
    )
    source: Source = describe("Statute and guidance.")
