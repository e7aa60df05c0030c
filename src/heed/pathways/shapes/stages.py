"""What each stage of a review asks and says: referral, scope, return, event, page, follow-up."""

from typing import Annotated, Literal

from pydantic import Field

from heed.pathways.shapes.groups import Sector
from heed.pathways.shapes.questions import Choice, Question, QuestionList, Section
from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Source, Text, describe
from heed.pathways.shapes.telling import Letter

Choices = Annotated[tuple[Choice, ...], IdsOnce]


class Gate(Shape):
    """A yes-or-no question before the form begins."""

    id: Id = describe("The name under which the answer is kept.")
    question: Text = describe("The question.")
    hint: str = Field(default="", description="What helps to answer it.")
    stops_on: Literal["yes", "no", "neither"] = Field(
        default="neither",
        description="The answer that ends the form here; neither: it is only noted.",
    )
    message: str = Field(
        default="", description="What is said on that answer: where to go instead."
    )
    title: str = Field(default="", description="The heading of that message.")
    statutory_too: bool = Field(
        default=True,
        description="Whether it is also asked when statutory consideration is asked for.",
    )


class Agreement(Shape):
    """How the agency's representative comes into a referral. Their answer never blocks it."""

    ask: Text = describe("The question to the referrer.")
    hint: str = Field(default="", description="Why it is asked, and that it never blocks.")
    agreed: Text = describe("The answer: they agree.")
    not_agreed: Text = describe("The answer: they do not, and why.")
    not_asked: Text = describe("The answer: they have not been asked, and why.")
    why: Text = describe("The question that follows the last two.")


class NotFor(Shape):
    """Something that a review is not for, and where to take it instead."""

    id: Id = describe("Its name.")
    text: Text = describe("What a review does not do.")
    instead: Text = describe("Where to take it.")


class Referral(Shape):
    """How a case, or good practice, is put forward."""

    representative_first: bool = Field(
        default=False,
        description="Whether the agency's representative is asked about before the form.",
    )
    agreement: Agreement = describe("The words of that question and its answers.")
    public_form: bool = Field(
        default=False,
        description="Whether anyone with a work address may refer without signing in.",
    )
    gates: Annotated[tuple[Gate, ...], IdsOnce] = Field(
        default=(), description="Questions before the form, in order."
    )
    who_may: Text = describe("Who may refer, in a sentence.")
    purpose: Text = describe("What a review is for, in a short paragraph.")
    not_for: Annotated[tuple[NotFor, ...], IdsOnce] = Field(
        default=(), description="What a review is not for, with where to go instead."
    )
    asks: Annotated[QuestionList, Field(min_length=1)] = describe(
        'The questions. The first is "asking_for". A referral for learning or for good practice '
        "meets at most twelve, with the page that asks whom it is about, which every referral has."
    )
    later: Annotated[tuple[Section, ...], IdsOnce] = Field(
        default=(), description="What is asked only once the referral is taken forward."
    )
    what_happens_next: tuple[Text, ...] = describe("What the referrer can expect, step by step.")
    hear_back_working_days: int = describe(
        "Within how many working days the referrer hears that it has arrived and what comes next.",
        ge=1, le=60,
    )  # fmt: skip
    source: Source = describe("Where the way of referring comes from.")


class Rung(Shape):
    """One step up when people cannot agree on a decision."""

    id: Id = describe("Its name.")
    who: Text = describe("Who takes it up, by role.")
    within_working_days: int = describe("How soon, in working days; 0: that day.", ge=0, le=60)
    does: Text = describe("What they do.")
    held_by: Literal["chair", "partners"] = Field(
        default="partners",
        description="On whose desk it stands: the chair of the deciding group, or the partners.",
    )


class Decision(Shape):
    """What helps a group to decide well, and what happens when it cannot agree."""

    prompts: tuple[Text, ...] = Field(
        default=(), description="Questions that stand beside the criteria."
    )
    reasons_hint: Text = describe("What helps to write the reasons.")
    dissent_hint: Text = describe("What is said to somebody who sees it differently.")
    family_question: Text = describe("The question on the family's part, asked from the start.")
    family_hint: Text = describe("What to think of when answering it.")
    family_support: Choices = Field(
        default=(), description="What would help them to take part, offered from the start."
    )
    family_not_offered: str = Field(
        default="Why is the family not being offered a part at present?",
        description="The question when nothing is offered; a reason is needed.",
    )
    ladder: Annotated[tuple[Rung, ...], IdsOnce] = describe(
        "The steps up when people cannot agree, lowest first."
    )
    letters: Annotated[tuple[Letter, ...], IdsOnce] = Field(
        default=(), description="Letters about a decision, read by a person before they go."
    )
    source: Source = describe("Where it comes from.")


class Aim(Shape):
    """One thing that every review sets out to do."""

    id: Id = describe("The name by which the page's sections call it.")
    text: Text = describe("The aim.")


class Scope(Shape):
    """What is settled when a review is opened."""

    aims: Annotated[tuple[Aim, ...], IdsOnce] = describe("What every review sets out to do.")
    focus_months: int = Field(
        default=12, ge=1, le=120, description="The focus period that is offered first, in months."
    )
    focus_hint: Text = describe("What helps to choose the period.")
    prompts: tuple[Text, ...] = Field(
        default=(), description="Things to think about before settling it."
    )
    lines_of_enquiry: tuple[Text, ...] = Field(
        default=(), description="Lines of enquiry to take, change or leave."
    )
    methods: Choices = Field(
        default=(), description="Ways of going about a review; any may be used on any route."
    )
    family: Choices = describe("The ways in which a child and family may take part.")
    family_hint: Text = describe("What helps to plan it, with the family.")
    family_not_offered: Text = describe("The question when nothing is offered; a reason is needed.")
    pseudonym_hint: Text = describe("How to choose the name that stands for the child.")
    source: Source = describe("Where it comes from.")


class AddOn(Shape):
    """Questions that only agencies of one kind are asked."""

    id: Id = describe("Its name.")
    sectors: Annotated[tuple[Sector, ...], Field(min_length=1)] = describe("Who is asked.")
    section: Section = describe("The section that is added before the last one.")


class Standard(Shape):
    """A few words on what practice looks like at one level. A help to thinking, never a grade."""

    id: Id = describe("Its name.")
    label: Text = describe("What it is called.")
    text: Text = describe("What it looks like.")


class ReturnForm(Shape):
    """What each agency prepares."""

    sharing: Literal["bring", "facilitator", "collate"] = describe(
        "bring: the agency brings it to the event, nobody else reads it. facilitator: the "
        "facilitator reads it beforehand. collate: the business unit gathers all of them."
    )
    sharing_message: Text = describe("Who will read it, in a sentence, shown on every page of it.")
    purpose: Text = describe("What it is for.")
    completed_by: Text = describe("Who fills it in, and with whom.")
    guidance: tuple[Text, ...] = describe("How to go about it, point by point.")
    keep_out: tuple[Text, ...] = Field(default=(), description="What to leave out.")
    sections: Annotated[tuple[Section, ...], IdsOnce, Field(min_length=1)] = describe(
        "The sections, in order."
    )
    outside_period: Question = describe("The place for significant learning outside the period.")
    add_ons: Annotated[tuple[AddOn, ...], IdsOnce] = Field(
        default=(), description="More questions for one kind of agency."
    )
    standards: Annotated[tuple[Standard, ...], IdsOnce] = Field(
        default=(),
        description="What good looks like, for whoever wants to weigh their own practice.",
    )
    source: Source = describe("Where it comes from.")


class Prompt(Shape):
    """One of the questions that people reflect on together."""

    id: Id = describe("The name under which notes are kept.")
    text: Text = describe("The question.")
    hint: str = Field(default="", description="What helps to answer it.")
    follow_ups: tuple[Text, ...] = Field(default=(), description="Questions a facilitator may add.")


class AgendaPart(Shape):
    """One part of the day."""

    id: Id = describe("Its name.")
    minutes: int = describe("How long it takes.", ge=1, le=240)
    title: Text = describe("What it is called on the agenda.")
    note: str = Field(default="", description="What happens in it, for the facilitator.")
    family: bool = Field(default=False, description="Whether a family may be there for it.")


class Event(Shape):
    """How people meet and reflect."""

    in_person: bool = Field(default=True, description="Whether people meet in one room.")
    purpose: Text = describe("What the event is for, as the invitation says it.")
    prompts: Annotated[tuple[Prompt, ...], IdsOnce, Field(min_length=1)] = describe(
        "What people reflect on."
    )
    in_mind: tuple[Text, ...] = Field(
        default=(),
        description="What whoever facilitates and writes keeps in mind: shown on the run sheet and "
        "beside the findings.",
    )
    ground_rules: tuple[Text, ...] = describe("How people treat each other.")
    agenda: Annotated[tuple[AgendaPart, ...], IdsOnce] = describe("The parts of the day, in order.")
    prepare: tuple[Text, ...] = Field(
        default=(), description="What somebody does before they come."
    )
    support: tuple[Text, ...] = describe("Support for staff, before, during and after.")
    family_default: Text = describe("Who the event is for, and when a family may join.")
    tell_everyone: Text = describe("What everyone invited is told when a family joins.")
    family_expect: tuple[Text, ...] = Field(default=(), description="What a family can expect.")
    family_asked: tuple[Text, ...] = Field(default=(), description="What is asked of a family.")
    notes_message: Text = describe("What happens to the notes.")
    source: Source = describe("Where it comes from.")


class LayoutSection(Shape):
    """One part of the page."""

    id: Id = describe("The name under which the text is kept.")
    heading: Text = describe("Its heading.")
    kind: Literal["text", "points", "questions"] = Field(
        default="text",
        description="text: a paragraph. points: a list. questions: for teams to talk over.",
    )
    words: int = describe("How many words are plenty.", ge=5, le=1000)
    most: int = Field(
        default=0, ge=0, le=20, description="The most points it may hold. 0: no limit."
    )
    hint: str = Field(default="", description="What helps to write it.")
    required: bool = Field(
        default=True, description="Whether the page may be signed off without it."
    )
    aim: str = Field(default="", description="The aim of the review that it answers, by id.")


class Layout(Shape):
    """The one page."""

    title_hint: Text = describe("What helps to find a title.")
    title_words: int = Field(
        default=12, ge=3, le=30, description="How many words a title may have."
    )
    focus_words: int = Field(
        default=50, ge=10, le=120, description="Words for the short focus that the library lists."
    )
    sections: Annotated[tuple[LayoutSection, ...], IdsOnce, Field(min_length=1)] = describe(
        "The sections, in order."
    )
    words: int = Field(
        default=300, ge=50, le=2000, description="Words on the whole page, headings aside."
    )
    sign_off_by: Id = describe("The group that signs it off, by id.")
    second_reader: bool = Field(
        default=True,
        description="Whether somebody other than the author reads it for who could be known.",
    )
    review_after_months: int = Field(
        default=24, ge=1, le=120, description="When a released page is looked at again."
    )
    questions: tuple[Text, ...] = Field(
        default=(), description="Standing questions for teams, offered on every page."
    )
    caveat: str = Field(default="", description="A line at the foot of every page.")
    source: Source = describe("Where it comes from.")


DELIVERY: dict[str, str] = {
    "not_started": "Nothing has begun.",
    "on_track": "Under way, and expected by its date.",
    "at_risk": "Under way, but its date is in doubt.",
    "stuck": "It cannot go on without help.",
    "done": "The owner says that it is done.",
    "proven": "Done, and somebody else has accepted the evidence.",
}

EFFECT: dict[str, str] = {
    "not_looked": "Nobody has looked yet.",
    "too_soon": "Looked at, and too soon to say.",
    "no_change": "No difference to be seen.",
    "activity": "Things were done; their effect is not known.",
    "practice_changed": "People work differently.",
    "children_better_off": "Children and families notice the difference.",
}


class StateWord(Shape):
    """What a partnership calls one state."""

    id: Id = describe("The state.")
    label: Text = describe("What it is called here.")
    hint: str = Field(default="", description="When to choose it.")


class Recommendations(Shape):
    """How changes are asked for, made and followed."""

    levels: Choices = describe("Where a change has to happen.")
    delivery: Annotated[tuple[StateWord, ...], IdsOnce] = describe(
        "What each state of the work is called."
    )
    effect: Annotated[tuple[StateWord, ...], IdsOnce] = describe(
        "What each state of its effect is called."
    )
    look_again_months: Annotated[tuple[int, ...], Field(min_length=1)] = Field(
        default=(6, 12), description="Months after agreement when its effect is looked at."
    )
    asks: Annotated[QuestionList, Field(min_length=1)] = describe("What an owner answers.")
    writing_hints: tuple[Text, ...] = Field(
        default=(), description="What makes a recommendation one that can be carried out."
    )
    evidence_kinds: Choices = Field(
        default=(), description="Kinds of evidence that an owner may offer."
    )
    source: Source = describe("Where it comes from.")
