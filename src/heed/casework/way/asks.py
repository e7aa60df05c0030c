"""What the settings pages ask of each thing in a way of working, in plain words.

An ``Ask`` is one key of a shape; keys that are not asked here can still be said in the text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from heed.pathways.shapes import Pack
from heed.pathways.shapes.groups import SECTORS
from heed.pathways.shapes.routes import EVENTS

Kind = Literal["line", "long", "lines", "number", "yes_no", "one_of", "any_of", "labels"]
Choices = Callable[[Pack], list[tuple[str, str]]]


@dataclass(frozen=True)
class Ask:
    """One thing to say: its key (dots lead inside), the question, help, and its kind.

    ``lines``: a list, one on each line. ``labels``: the labels of choices that have ids of their
    own. ``only`` asks it only of an entry for which it is true.
    """

    key: str
    label: str
    kind: Kind = "line"
    hint: str = ""
    needed: bool = True
    least: int = 0
    most: int = 400
    choices: Choices | None = None
    only: Callable[[dict[str, object]], bool] | None = None


def sectors(pack: Pack) -> list[tuple[str, str]]:
    """Every sector, in words."""
    return [(key, said.rstrip(".")) for key, said in SECTORS.items()]


def events(pack: Pack) -> list[tuple[str, str]]:
    """What may start a clock."""
    return [(key, said.rstrip(".")) for key, said in EVENTS.items()]


def groups(pack: Pack) -> list[tuple[str, str]]:
    """The partnership's groups."""
    return [(group.id, group.name) for group in pack.groups]


def routes(pack: Pack) -> list[tuple[str, str]]:
    """The routes."""
    return [(route.id, route.name) for route in pack.routes]


def clocks(pack: Pack) -> list[tuple[str, str]]:
    """The clocks, deadlines told apart."""
    return [
        (clock.id, f"{clock.label}{' (set by law)' if clock.kind == 'deadline' else ''}")
        for clock in pack.clocks
    ]


def criteria(pack: Pack) -> list[tuple[str, str]]:
    """The sets of criteria."""
    return [(each.id, each.label) for each in pack.criteria]


def listed(*pairs: tuple[str, str]) -> Choices:
    """Choices that are the same everywhere."""
    return lambda pack: list(pairs)


UNITS = listed(
    ("working_days", "Working days"), ("days", "Days"), ("weeks", "Weeks"), ("months", "Months")
)
PUBLISHED = listed(
    ("expected", "Published, unless it would be wrong to"),
    ("choice", "The partnership may publish it"),
    ("never", "Never"),
)
MAKES = listed(("briefing", "A briefing"), ("guidance", "Guidance for practice"))
SHARING = listed(
    ("bring", "The agency brings it to the event; nobody else reads it here"),
    ("facilitator", "The facilitator reads it beforehand"),
    ("collate", "The unit gathers all of them"),
)
LEVELS = listed(("avoid", "Better not"), ("consider", "Think about it"), ("check", "Check it"))
KINDS_OF_QUESTION = listed(
    ("line", "A few words"),
    ("long", "Free text"),
    ("one_of", "One of several answers"),
    ("any_of", "Any of several answers"),
    ("yes_no", "Yes or no"),
    ("date", "A date"),
    ("number", "A number"),
)


def is_target(entry: dict[str, object]) -> bool:
    """Whether a clock is the partnership's to set."""
    return entry.get("kind", "target") == "target"


def is_chosen_from(entry: dict[str, object]) -> bool:
    """Whether a question offers answers."""
    return entry.get("kind") in ("one_of", "any_of")


GROUP = (
    Ask("name", "Its name"),
    Ask("short", "Its short name", needed=False),
    Ask("remit", "What is it for?", "long", "In a sentence or two."),
    Ask("chair_title", "Who chairs it, by post?", hint="Never a person's name."),
    Ask(
        "co_chair_titles",
        "Who chairs it with them?",
        "lines",
        "By post, one on each line.",
        needed=False,
    ),
    Ask(
        "meets_every_weeks",
        "Weeks from one meeting to the next",
        "number",
        "0: as called.",
        most=52,
    ),
    Ask("sectors", "Which sectors are members?", "any_of", needed=False, choices=sectors),
    Ask("quorum.at_least", "How many have to be there to decide?", "number", least=1, most=40),
    Ask(
        "quorum.sectors",
        "Which sectors have to be there?",
        "any_of",
        needed=False,
        choices=sectors,
    ),
    Ask(
        "quorum.when_short", "What may it still do when somebody is missing?", "long", needed=False
    ),
    Ask(
        "standing_items", "What is on every agenda?", "lines", "One on each line, in order.", False
    ),
    Ask(
        "admits",
        "What has to be so before it takes an item?",
        "lines",
        "One on each line; all of them are asked.",
        False,
    ),
    Ask("hands_to", "To whom does it pass items?", "any_of", needed=False, choices=groups),
)
NEW_GROUP = (
    GROUP[0],
    Ask(
        "kind",
        "What does it do?",
        "one_of",
        choices=listed(
            ("working", "Takes recommendations on"),
            ("forum", "Several boards learn together"),
            ("board", "Oversees"),
        ),
    ),
    *GROUP[2:4],
    GROUP[5],
    GROUP[6],
)
ROUTE = (
    Ask("offered", "Is it offered when a decision is recorded?", "yes_no"),
    Ask("name", "Its name here"),
    Ask("short", "Its short name", needed=False),
    Ask("formerly", "What was it called before?", needed=False),
    Ask("summary", "What is it, and when does it fit?", "long"),
    Ask("test", "Which test is applied?", "long", needed=False),
    Ask("who_decides", "Who decides, in words?"),
    Ask("criteria", "What is weighed first?", "any_of", needed=False, choices=criteria),
    Ask("follows", "What comes before it?", "any_of", needed=False, choices=routes),
    Ask("must_follow", "Must one of those have come first?", "yes_no"),
    Ask("starts_clocks", "Which clocks does it set going?", "any_of", needed=False, choices=clocks),
    Ask("timing", "How long does it take, in words?", needed=False),
    Ask("output", "What comes out of it, and for whom?", "long"),
    Ask("published", "Is it published?", "one_of", choices=PUBLISHED),
    Ask("publication", "Anything more about publishing?", needed=False),
    Ask("makes", "What does the library list it as?", "one_of", choices=MAKES),
)
NEW_ROUTE = (
    ROUTE[1],
    ROUTE[4],
    Ask("basis", "What does it rest on?", hint="Such as local arrangements."),
    Ask(
        "kind",
        "What is it for?",
        "one_of",
        choices=listed(
            ("both", "Good practice, and what could have gone better"),
            ("concern", "What could have gone better"),
            ("good_practice", "Good practice"),
        ),
    ),
    *ROUTE[5:8],
    ROUTE[10],
    *ROUTE[11:14],
    ROUTE[15],
)
CLOCK = (
    Ask("label", "What should have happened when it is up?"),
    Ask("starts_from", "What sets it going?", "one_of", choices=events),
    Ask("length", "How long does it run?", "number", only=is_target),
    Ask("unit", "In what?", "one_of", choices=UNITS, only=is_target),
    Ask(
        "earliest",
        "The near end, where it is a range",
        "number",
        "6 for six to eight weeks. 0: none.",
        only=is_target,
    ),
    Ask(
        "on_a_day_off",
        "When the date falls on a weekend or bank holiday",
        "one_of",
        choices=listed(
            ("keep", "Keep the date"),
            ("before", "Take the working day before"),
            ("after", "Take the working day after"),
        ),
        only=is_target,
    ),
    Ask("pausable", "Does an agreed pause move it?", "yes_no", only=is_target),
)
CRITERION = (
    Ask("letter", "The letter that people know it by", needed=False),
    Ask("text", "The criterion, in your words", "long"),
    Ask("help", "What helps to weigh it?", "long", needed=False),
)
CRITERIA_SET = (
    Ask("label", "The heading"),
    Ask("duty", "What the law asks of the people who weigh it", "long"),
)
QUESTION = (
    Ask("text", "The question", "long"),
    Ask("hint", "What helps to answer it", "long", needed=False),
    Ask("choices", "The answers offered", "labels", only=is_chosen_from),
    Ask("required", "Does it have to be answered?", "yes_no", "“Not known” counts as an answer."),
    Ask("not_known", "Is “Not known” offered?", "yes_no"),
    Ask("words", "How many words are plenty?", "number", "0: no guide.", most=5000),
)
NEW_QUESTION = (
    QUESTION[0],
    QUESTION[1],
    Ask("kind", "How is it answered?", "one_of", choices=KINDS_OF_QUESTION),
    Ask("choices", "The answers offered", "labels", "Where there are several answers.", False),
    QUESTION[3],
)
GATE = (
    Ask("question", "The question"),
    Ask("hint", "What helps to answer it", "long", needed=False),
    Ask(
        "stops_on",
        "Which answer ends the form there?",
        "one_of",
        choices=listed(("yes", "Yes"), ("no", "No"), ("neither", "Neither; it is only noted")),
    ),
    Ask("title", "The heading that they see then", needed=False),
    Ask("message", "What are they told then?", "long", needed=False),
    Ask("statutory_too", "Is it asked for statutory consideration too?", "yes_no"),
)
NOT_FOR = (
    Ask("text", "What a review does not do", "long"),
    Ask("instead", "Where to take it instead", "long"),
)
SECTION = (
    Ask("title", "The heading"),
    Ask("intro", "A sentence or two below it", "long", needed=False),
)
PAGE_SECTION = (
    Ask("heading", "Its heading"),
    Ask("words", "How many words are plenty?", "number", least=5, most=1000),
    Ask("most", "The most points it may hold", "number", "0: no limit.", most=20),
    Ask("hint", "What helps to write it", "long", needed=False),
    Ask("required", "Is it needed before the page is signed off?", "yes_no"),
)
PROMPT = (
    Ask("text", "The question", "long"),
    Ask("hint", "What helps to answer it", "long", needed=False),
    Ask("follow_ups", "Further questions", "lines", "One on each line.", False),
)
USE = (
    Ask("heading", "Its heading"),
    Ask("intro", "When it fits, or how to go about it", needed=False),
    Ask("prompts", "What to talk over", "lines", "One on each line."),
)
AIM = (Ask("text", "The aim", "long"),)
CHOICE = (Ask("label", "What it is called"), Ask("hint", "A line below it", "long", needed=False))
LINK = (
    Ask("label", "What it is called"),
    Ask("address", "Its address", hint="It begins with https://"),
    Ask("about", "What is found there, and for whom?", "long"),
)
LANGUAGE = (
    Ask("off", "Is this prompt not wanted here?", "yes_no"),
    Ask("phrases", "Words that it looks for", "lines", "One on each line. * stands for the endings "
        "of a word: “absent*”.", False),
    Ask("why", "Why might a reader mind?", "long", needed=False),
    Ask("instead", "What to write instead?", "long", "In “…”: one press takes it.", False),
    Ask("level", "How much does it weigh?", "one_of", needed=False, choices=LEVELS),
)  # fmt: skip
NEW_LANGUAGE = (
    Ask("phrases", "Words that it looks for", "lines", "One on each line. * stands for the endings "
        "of a word: “absent*”."),
    Ask("why", "Why might a reader mind?", "long"),
    Ask("instead", "What to write instead?", "long", "In “…”: one press takes it."),
    Ask("level", "How much does it weigh?", "one_of", choices=LEVELS),
)  # fmt: skip
