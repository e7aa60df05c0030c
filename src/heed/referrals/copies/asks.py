"""What a copy of the form asks, row by row. Plain Python.

A row's ``key`` is the pack's question id, or one of our own: who the representative is, whom it is
about, and three places for a child or adult.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from heed.partnership.ages import ADULT, BANDS, UNBORN
from heed.pathways.answers import NOT_KNOWN_WORDS, YES_NO
from heed.pathways.shapes import NOT_KNOWN, Pack, Question
from heed.referrals.states import Agreement
from heed.referrals.steps import ABOUT, ABOUT_WORDS, STATUTORY

Kind = Literal["line", "long", "date", "number", "one", "any"]

REPRESENTATIVE, REPRESENTATIVE_WHY, WHOM = "representative", "representative_why", "about"
PLACES = 3
"""Children or adults for whom a copy has room; others are added in Heed."""
PARTS = ("name", "other_names", "born_on", "age_band")
_AGES = (
    (UNBORN, "Not yet born"),
    *((words, words.capitalize()) for _, words in BANDS),
    (ADULT, "18 or over"),
)


@dataclass(frozen=True)
class Ask:
    """One row: what it is called, what helps, and how it is answered.

    ``choices`` are id, words and hint. ``box`` puts "Not known" beside a written answer. ``only``
    says when it is asked.
    """

    key: str
    label: str
    hint: str = ""
    kind: Kind = "long"
    choices: tuple[tuple[str, str, str], ...] = ()
    box: bool = False
    only: str = ""


@dataclass(frozen=True)
class Given:
    """Answers by key, as they are kept, and the people with the parts that ``PARTS`` names."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    people: tuple[Mapping[str, str], ...] = ()

    def of(self, key: str) -> Any:
        """The answer to one row; None where there is none."""
        if key.startswith("person_"):
            place, _, part = key.removeprefix("person_").partition("_")
            number = int(place) - 1
            return (self.people[number].get(part) or None) if number < len(self.people) else None
        return self.answers.get(key)


def asks(pack: Pack, *, agencies: Iterable[tuple[str, str]], route: str = "") -> list[Ask]:
    """The rows of a copy: for one answer to the first question, or with all that any answer needs.

    ``agencies`` are id and name, for the questions that choose among them.
    """
    named = list(agencies)
    first, *rest = pack.referral.asks
    found = [_row(first, pack, named, route)]
    if pack.referral.representative_first and route != STATUTORY:
        said = pack.referral.agreement
        words = (said.agreed, said.not_agreed, said.not_asked)
        choices = zip(Agreement, words, strict=True)
        found.append(
            Ask(
                REPRESENTATIVE,
                said.ask,
                said.hint,
                "one",
                tuple((str(one), word, "") for one, word in choices),
            )
        )
        found.append(Ask(REPRESENTATIVE_WHY, f"{said.why} (Your representative)", "", "long"))
    found.append(
        Ask(
            WHOM, ABOUT, "", "one", tuple((str(one), word, "") for one, word in ABOUT_WORDS.items())
        )
    )
    for number in range(1, PLACES + 1):
        found += _person(number)
    return found + [
        _row(question, pack, named, route) for question in rest if _is_asked(question, route, pack)
    ]


def _person(number: int) -> list[Ask]:
    who = f"Child or adult {number}"
    key = f"person_{number}_"
    names = "Typed here once. In Heed a reference stands for it." if number == 1 else ""
    ages = tuple((one, words, "") for one, words in _AGES)
    return [
        Ask(f"{key}name", f"{who}: full name", names, "line"),
        Ask(f"{key}other_names", f"{who}: other names or spellings", "With commas.", "line"),
        Ask(f"{key}born_on", f"{who}: date of birth, or when the baby is due", "", "date"),
        Ask(f"{key}age_band", f"{who}: age, if that date is not known", "", "one", ages),
    ]


def _is_asked(question: Question, route: str, pack: Pack) -> bool:
    when = question.when
    return (
        not route
        or when is None
        or when.question != pack.referral.asks[0].id
        or route in when.equals
    )


def _row(question: Question, pack: Pack, agencies: list[tuple[str, str]], route: str) -> Ask:
    kinds: dict[str, Kind] = {
        "one_of": "one", "yes_no": "one", "any_of": "any", "agencies": "any",
        "line": "line", "long": "long", "date": "date", "number": "number",
    }  # fmt: skip
    kind = kinds[question.kind]
    choices = tuple((one.id, one.label, one.hint) for one in question.choices)
    if question.kind == "yes_no":
        choices = tuple((one, words, "") for one, words in YES_NO.items())
    if question.kind == "agencies":
        choices = tuple((one, name, "") for one, name in agencies)
    chooses = kind in ("one", "any")
    if chooses and question.not_known:
        choices = (*choices, (NOT_KNOWN, NOT_KNOWN_WORDS, ""))
    return Ask(
        question.id,
        question.text,
        question.hint,
        kind,
        choices,
        box=question.not_known and not chooses,
        only=_only_if(question, pack, route),
    )


def _only_if(question: Question, pack: Pack, route: str) -> str:
    when = question.when
    if when is None or (route and when.question == pack.referral.asks[0].id):
        return ""
    asked = next(one for one in pack.referral.asks if one.id == when.question)
    labels = {one.id: one.label for one in asked.choices} | YES_NO | {NOT_KNOWN: NOT_KNOWN_WORDS}
    words = " or ".join(f"“{labels.get(one, one)}”" for one in when.equals)
    return f"Only if you answered {words} to “{asked.text}”."
