"""The pages of a referral, in order, for the pack and the answers so far. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heed.partnership.states import About
from heed.pathways.answers import asked
from heed.pathways.shapes import Pack, Question

#: Asked for statutory consideration: nothing may wait for the representative then.
STATUTORY = "statutory"
GOOD_PRACTICE = "good_practice"
ABOUT = "Who is this about?"
PEOPLE = "Their names and ages"
ABOUT_WORDS: dict[About, str] = {
    About.CHILD: "One child",
    About.CHILDREN: "Brothers and sisters, or several children",
    About.UNBORN: "A baby who is not yet born",
    About.ADULT: "An adult",
    About.NOBODY: "Nobody in particular",
}


@dataclass(frozen=True)
class Step:
    """One page: ``key`` is its place in the address; a question's is the question's id."""

    key: str
    title: str
    done: bool
    question: Question | None = None


def steps(
    pack: Pack, answers: Mapping[str, Any], *, agreement: str, about: str, people: bool
) -> list[Step]:
    """Every page that this referral meets, with whether it is done.

    ``agreement`` is what the representative said; ``about`` whom it concerns; ``people`` whether
    somebody's name is registered. Our own pages follow the first question.
    """
    found = [
        Step(question.id, question.text, question.id in answers, question)
        for question in asked(pack.referral.asks, answers)
    ]
    own = []
    if _asks_representative(pack, answers):
        own.append(Step("representative", pack.referral.agreement.ask, bool(agreement)))
    own.append(Step("about", ABOUT, bool(about)))
    if about and about != About.NOBODY:
        own.append(Step("people", PEOPLE, people))
    return [*found[:1], *own, *found[1:]]


def _asks_representative(pack: Pack, answers: Mapping[str, Any]) -> bool:
    given = answers.get("asking_for")
    return pack.referral.representative_first and given is not None and given != STATUTORY


def still_to_answer(found: list[Step]) -> list[Step]:
    """The steps that must be done before the referral can be sent."""
    return [
        step
        for step in found
        if not step.done and (step.question is None or step.question.required)
    ]


def next_step(found: list[Step], after: str) -> Step | None:
    """The step that follows the one with the key ``after``."""
    keys = [step.key for step in found]
    place = keys.index(after) + 1 if after in keys else 0
    return found[place] if place < len(found) else None
