"""The states of the one page, and what must be settled before it is released. Plain Python."""

from dataclasses import dataclass
from enum import StrEnum


class BriefingState(StrEnum):
    """Where the page stands."""

    DRAFT = "draft"
    WITH_GROUP = "with_group"
    CHANGES_ASKED = "changes_asked"
    SIGNED_OFF = "signed_off"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    BriefingState.DRAFT: frozenset({BriefingState.WITH_GROUP}),
    BriefingState.WITH_GROUP: frozenset(
        {BriefingState.DRAFT, BriefingState.CHANGES_ASKED, BriefingState.SIGNED_OFF}
    ),
    BriefingState.CHANGES_ASKED: frozenset({BriefingState.WITH_GROUP}),
    # A check before release may find something to change; the group then sees the page again.
    BriefingState.SIGNED_OFF: frozenset({BriefingState.CHANGES_ASKED, BriefingState.RELEASED}),
    BriefingState.RELEASED: frozenset({BriefingState.WITHDRAWN}),
    BriefingState.WITHDRAWN: frozenset({BriefingState.CHANGES_ASKED}),
}

WORDS: dict[BriefingState, str] = {
    BriefingState.DRAFT: "Draft",
    BriefingState.WITH_GROUP: "With the group for sign-off",
    BriefingState.CHANGES_ASKED: "Changes asked for",
    BriefingState.SIGNED_OFF: "Signed off",
    BriefingState.RELEASED: "Released",
    BriefingState.WITHDRAWN: "Withdrawn",
}

BEING_WRITTEN = frozenset({BriefingState.DRAFT, BriefingState.CHANGES_ASKED})
"""The states in which its text can be changed."""

NOT_YET_RELEASED = frozenset(BriefingState) - {BriefingState.RELEASED, BriefingState.WITHDRAWN}
"""The states in which words that could identify somebody can still be justified."""


class Readers(StrEnum):
    """Who may read a released page."""

    EVERYONE = "everyone"
    PARTNERSHIP = "partnership"
    FORUM = "forum"


READERS_WORDS: dict[Readers, str] = {
    Readers.EVERYONE: "Everyone, in the public library",
    Readers.PARTNERSHIP: "Only people who work with the partnership",
    Readers.FORUM: "Only the forum in which several boards learn together",
}


class Output(StrEnum):
    """What a released page is: a briefing on what was learnt, or guidance for practice."""

    BRIEFING = "briefing"
    GUIDANCE = "guidance"


OUTPUT_WORDS: dict[Output, str] = {
    Output.BRIEFING: "Briefing",
    Output.GUIDANCE: "Practice guidance",
}


class Item(StrEnum):
    """What is settled, and by whom it was, before a page is released."""

    IDENTITY = "identity"
    FAMILY = "family"
    PROCEEDINGS = "proceedings"
    LANGUAGE = "language"
    AUDIENCE = "audience"
    REVIEW_DATE = "review-date"


@dataclass(frozen=True)
class Answer:
    """One answer to an item. ``why`` asks for a reason beside it; ``holds`` holds the release."""

    id: str
    label: str
    why: str = ""
    holds: str = ""


@dataclass(frozen=True)
class Question:
    """One item of the checklist as it is asked. ``second_person``: not by somebody who wrote it."""

    item: Item
    title: str
    ask: str
    hint: str
    answers: tuple[Answer, ...] = ()
    second_person: bool = False

    def answer(self, answer_id: str) -> Answer | None:
        """The answer with this id, or none (a date is its own answer)."""
        return next((one for one in self.answers if one.id == answer_id), None)


CHECKLIST: tuple[Question, ...] = (
    Question(
        Item.IDENTITY,
        "Somebody else has read it for who could be known",
        "Could a neighbour, a classmate or the other parent know who this is?",
        "Read it as they would. Then search the internet for ten minutes with what the page says "
        "and no name. Read it beside the pages already in the library.",
        (
            Answer("nobody", "I read it and searched, and nobody could be known"),
            Answer(
                "change",
                "Something could tell who this is",
                why="What could tell, and what would say the same more safely?",
                holds="The second reader found something by which somebody could be known. "
                "Ask for a change, so that the group sees the page again.",
            ),
        ),
        second_person=True,
    ),
    Question(
        Item.FAMILY,
        "The child and family know about it",
        "Do the child and family know what will be released?",
        "They should never meet it in the news first. If they are not told, say why.",
        (
            Answer("seen", "They have seen it, and what they said has been weighed"),
            Answer("told", "They have been told that it will be released, and when"),
            Answer("not_told", "They have not been told", why="Why is that right for them?"),
            Answer("nobody", "The review concerned no one child or family"),
        ),
    ),
    Question(
        Item.PROCEEDINGS,
        "No court, police or coroner's matter stands against it",
        "Is anything under way that releasing this page could affect?",
        "A criminal case, an inquest, family proceedings, an employment or professional matter, "
        "another review.",
        (
            Answer("none", "Nothing is under way"),
            Answer("cleared", "Something is, and it has been cleared", why="Who cleared it, when?"),
            Answer(
                "wait",
                "Something is, and we must wait",
                why="What are we waiting for?",
                holds="Something is under way that this page must wait for.",
            ),
        ),
    ),
    Question(
        Item.LANGUAGE,
        "The wording has been read through",
        "Has somebody read it for blame, and for plain words?",
        "The wording points beside the text are advice. Whoever decides may leave any of them.",
        (
            Answer("read", "It has been read, and every point was weighed"),
            Answer("left", "It goes ahead without", why="Why go ahead?"),
        ),
    ),
    Question(
        Item.AUDIENCE,
        "Who may read it",
        "Who may read this page?",
        "A page for everyone can be found and copied by anyone, for good.",
        tuple(Answer(str(one), label) for one, label in READERS_WORDS.items()),
    ),
    Question(
        Item.REVIEW_DATE,
        "When it is looked at again",
        "By when will somebody look at this page again?",
        "A page that nobody has looked at for a year after that day leaves the library by itself.",
    ),
)


def question(item: str) -> Question:
    """The checklist's question for an item; KeyError for one that there is not."""
    for one in CHECKLIST:
        if one.item == item:
            return one
    raise KeyError(item)
