"""The parts of a way of working as the settings pages lay them out.

A part has tables (one form each) and lists (entries that are changed, moved, added, taken away).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from heed.casework.way import asks
from heed.casework.way.asks import Ask
from heed.pathways.shapes import LETTERS, WORDS, Pack, Switches


@dataclass(frozen=True)
class Table:
    """Some keys at a place of the pack that one form asks together. The whole pack is ``top``."""

    place: str
    title: str
    asks: tuple[Ask, ...]
    name: str = ""

    @property
    def address(self) -> str:
        """How the page of its form is called."""
        return self.name or self.place


@dataclass(frozen=True)
class Listing:
    """Entries with ids at a place. ``one`` is what one of them is called; ``new`` what a new entry
    is asked; empty where nothing can be added."""

    place: str
    title: str
    one: str
    asks: tuple[Ask, ...]
    new: tuple[Ask, ...] = ()
    can_move: bool = True
    can_go: bool = True


@dataclass(frozen=True)
class Part:
    """One page of the way of working."""

    slug: str
    title: str
    intro: str
    tables: tuple[Table, ...] = ()
    lists: Callable[[Pack], tuple[Listing, ...]] = lambda pack: ()


WORDS_TABLE = Table(
    "words", "What things are called", tuple(Ask(key, said) for key, said in WORDS.items())
)
LETTERS_TABLE = Table(
    "letters", "What letters say", tuple(Ask(key, said, "long") for key, said in LETTERS.items())
)
SWITCHES = Table(
    "parts",
    "Parts in use",
    tuple(Ask(k, f.description or k, "yes_no") for k, f in Switches.model_fields.items()),
)
TOP = Table(
    "",
    "Guidance and marking",
    (
        Ask("name", "Whose way of working is it?"),
        Ask("edition", "Which guidance and edition do you apply?", hint="Kept with each decision."),
        Ask("marking", "The protective marking on every page, print, file and email"),
    ),
    name="top",
)
REFERRING = Table(
    "referral",
    "Who may refer, and how",
    (
        Ask("representative_first", "Is the agency's representative asked about first?", "yes_no"),
        Ask("public_form", "May anyone with a work address refer without signing in?", "yes_no"),
        Ask("who_may", "Who may refer, in a sentence?", "long"),
        Ask("purpose", "What is a review for?", "long"),
        Ask(
            "what_happens_next", "What can the referrer expect?", "lines", "One step on each line."
        ),
        Ask("hear_back_working_days", "Working days until they hear", "number", least=1, most=60),
        Ask("agreement.ask", "The question about the representative"),
        Ask("agreement.agreed", "The answer: they agree"),
        Ask("agreement.not_agreed", "The answer: they do not"),
        Ask("agreement.not_asked", "The answer: not asked yet"),
        Ask("agreement.why", "The question that follows the last two"),
    ),
)
SHARING = Table(
    "returns",
    "How returns are shared",
    (
        Ask("sharing", "Who reads a return?", "one_of", choices=asks.SHARING),
        Ask("sharing_message", "What are people told about that?", "long"),
        Ask("purpose", "What is a return for?", "long"),
        Ask("completed_by", "Who fills it in, and with whom?", "long"),
        Ask("guidance", "How to go about it", "lines", "One point on each line."),
        Ask("keep_out", "What to leave out", "lines", "One on each line.", False),
    ),
)
DECIDING = Table(
    "decision",
    "Help with deciding",
    (
        Ask("prompts", "Questions beside the criteria", "lines", "One on each line.", False),
        Ask("reasons_hint", "What helps to write the reasons", "long"),
        Ask("dissent_hint", "What is said to somebody who sees it differently", "long"),
        Ask("family_question", "The question on the family's part"),
        Ask("family_hint", "What to think of when answering it", "long"),
    ),
)
OPENING = Table(
    "scope",
    "Opening a review",
    (
        Ask("focus_months", "The period offered first, in months", "number", least=1, most=120),
        Ask("focus_hint", "What helps to choose the period", "long"),
        Ask("prompts", "Things to think about first", "lines", "One on each line.", False),
        Ask("lines_of_enquiry", "Lines of enquiry to take or leave", "lines", "One on each line.",
            False),
        Ask("pseudonym_hint", "How to choose the name that stands for the child", "long"),
    ),
)  # fmt: skip
EVENT = Table(
    "event",
    "The event",
    (
        Ask("purpose", "What the invitation says it is for", "long"),
        Ask("ground_rules", "How people treat each other", "lines", "One on each line."),
        Ask("prepare", "What to do before coming", "lines", "One on each line.", False),
        Ask("support", "Support for staff", "lines", "One on each line."),
        Ask("family_default", "Who it is for, and when a family may join", "long"),
        Ask("tell_everyone", "What everyone is told when a family joins", "long"),
        Ask("family_expect", "What a family can expect", "lines", "One on each line.", False),
        Ask("family_asked", "What is asked of a family", "lines", "One on each line.", False),
    ),
)
USING = Table(
    "using",
    "Beside each page",
    (
        Ask("intro", "What is said first", "long", needed=False),
        Ask("record", "What somebody may note for themselves", "lines", "One on each line.", False),
    ),
)
PAGE = Table(
    "briefing",
    "The page as a whole",
    (
        Ask("title_hint", "What helps to find a title", "long"),
        Ask("title_words", "How many words a title may have", "number", least=3, most=30),
        Ask("focus_words", "Words for the focus in the library", "number", least=10, most=120),
        Ask("words", "Words on the whole page, headings aside", "number", least=50, most=2000),
        Ask("sign_off_by", "Which group signs it off?", "one_of", choices=asks.groups),
        Ask("second_reader", "Does somebody other than its author read it first?", "yes_no"),
        Ask("review_after_months", "Looked at again after how many months?", "number", least=1,
            most=120),
        Ask("questions", "Standing questions for teams", "lines", "One on each line.", False),
        Ask("caveat", "A line at the foot of every page", "long", needed=False),
    ),
)  # fmt: skip


def _criteria(pack: Pack) -> tuple[Listing, ...]:
    sets = Listing("criteria", "The sets", "set", asks.CRITERIA_SET, can_move=False, can_go=False)
    return (
        sets,
        *(
            Listing(f"criteria.{each.id}.items", each.label, "criterion", asks.CRITERION,
                    asks.CRITERION)
            for each in pack.criteria
        ),
    )  # fmt: skip


def _referral(pack: Pack) -> tuple[Listing, ...]:
    return (
        Listing("referral.gates", "Before the form", "question", asks.GATE, asks.GATE),
        Listing("referral.asks", "The questions", "question", asks.QUESTION, asks.NEW_QUESTION),
        Listing("referral.not_for", "What a review is not for", "line", asks.NOT_FOR, asks.NOT_FOR),
    )


def _later(pack: Pack) -> tuple[Listing, ...]:
    return (
        Listing("referral.later", "The sections", "section", asks.SECTION, can_go=False),
        *(
            Listing(f"referral.later.{each.id}.questions", each.title, "question", asks.QUESTION,
                    asks.NEW_QUESTION)
            for each in pack.referral.later
        ),
    )  # fmt: skip


def _returns(pack: Pack) -> tuple[Listing, ...]:
    return (
        Listing("returns.sections", "The sections", "section", asks.SECTION, can_go=False),
        *(
            Listing(f"returns.sections.{each.id}.questions", each.title, "question",
                    asks.QUESTION, asks.NEW_QUESTION)
            for each in pack.returns.sections
        ),
    )  # fmt: skip


def _one(*lists: Listing) -> Callable[[Pack], tuple[Listing, ...]]:
    return lambda pack: lists


@cache
def parts() -> tuple[Part, ...]:
    """Every part, in the order of a case's journey."""
    return (
        Part("words", "Words and letters", "What you call things, and what letters say.",
             (WORDS_TABLE, LETTERS_TABLE)),
        Part("groups", "Groups", "Who meets, how often, and what it needs to decide.", (),
             _one(Listing("groups", "Your groups", "group", asks.GROUP, asks.NEW_GROUP))),
        Part("routes", "Routes", "What a case may call for.", (),
             _one(Listing("routes", "Your routes", "route", asks.ROUTE, asks.NEW_ROUTE))),
        Part("criteria", "What is weighed", "Criteria, and what helps a group to decide.",
             (DECIDING,), _criteria),
        Part("clocks", "How long things take",
             "Targets are yours to set. Deadlines are set by law or statutory guidance, never move "
             "and cannot be changed here; only their wording, and what starts them, can.", (),
             _one(Listing("clocks", "Clocks", "clock", asks.CLOCK, asks.CLOCK, can_move=False))),
        Part("referral", "Referring",
             "A referral for learning or good practice meets at most twelve questions, with the "
             "page that asks whom it is about.", (REFERRING,), _referral),
        Part("later", "Asked once taken forward", "What a referral is asked later.", (), _later),
        Part("reviews", "Opening a review", "Aims, periods, methods and the family's part.",
             (OPENING,),
             _one(Listing("scope.aims", "Aims", "aim", asks.AIM, asks.AIM),
                  Listing("scope.methods", "Methods", "method", asks.CHOICE, asks.CHOICE),
                  Listing("scope.family", "How a family may take part", "way", asks.CHOICE,
                          asks.CHOICE))),
        Part("returns", "Returns", "What each agency prepares, and who reads it.", (SHARING,),
             _returns),
        Part("event", "Learning event", "How people meet and reflect.", (EVENT,),
             _one(Listing("event.prompts", "Prompts", "prompt", asks.PROMPT, asks.PROMPT))),
        Part("page", "One page", "How the page that says what was learnt is laid out.", (PAGE,),
             _one(Listing("briefing.sections", "Its sections", "section", asks.PAGE_SECTION))),
        Part("recommendations", "Recommendations", "What an owner is asked.", (),
             _one(Listing("recommendations.asks", "Questions to owners", "question", asks.QUESTION,
                          asks.NEW_QUESTION))),
        Part("using", "Using what was learnt", "What stands beside each page for teams.", (USING,),
             _one(Listing("using.parts", "Prompts", "set of prompts", asks.USE, asks.USE))),
        Part("style", "House style", "Words that judge, and what to write instead. A prompt "
             "advises; it never holds a page.", (),
             _one(Listing("language", "Your own say", "prompt", asks.LANGUAGE, asks.NEW_LANGUAGE))),
        Part("more", "Parts in use, guidance, links", "What else differs between partnerships.",
             (SWITCHES, TOP),
             _one(Listing("links", "Links", "link", asks.LINK, asks.LINK))),
    )  # fmt: skip


def part(slug: str) -> Part | None:
    """The part with this slug."""
    return next((one for one in parts() if one.slug == slug), None)


def table(address: str) -> tuple[Part, Table] | None:
    """The table with this address, and its part."""
    for one in parts():
        for each in one.tables:
            if each.address == address:
                return one, each
    return None


def listing(pack: Pack, place: str) -> tuple[Part, Listing] | None:
    """The list at this place, and its part."""
    for one in parts():
        for each in one.lists(pack):
            if each.place == place:
                return one, each
    return None
