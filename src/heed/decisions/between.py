"""What members said between meetings, brought to the record of the decision that it settled."""

from dataclasses import dataclass
from datetime import date

from heed.decisions.models import Decision
from heed.meetings import queries as meetings
from heed.meetings.models import Question
from heed.meetings.states import View
from heed.partnership.states import Means


@dataclass(frozen=True)
class Asked:
    """How members answered: who took part, one a line; who differed and why; how it stood."""

    present: str
    dissent: str
    sentence: str
    happened_on: date | None
    means: Means = Means.HEED


def asked_between(decision: Decision) -> Asked | None:
    """What members agreed on this decision between meetings; none where they were not asked."""
    question = meetings.settled_about(decision.case, f"decision:{decision.pk}")
    if question is None:
        return None
    took_part = [one for one in question.stands.all() if one.view != View.WAITS]
    differs = [one for one in question.stands.all() if one.view == View.DIFFERS]
    rulings = _rulings(question)
    return Asked(
        present="\n".join(
            f"{one.name}, {one.agency.name if one.agency else 'no agency'}: {one.view_word.lower()}"
            f"{rulings.get(one.person_id, '')}"
            for one in took_part
        ),
        dissent="\n".join(f"{one.name}: {one.words}" for one in differs),
        sentence=question.quoracy
        + (f" Settled all the same, because: {question.because}" if question.because else ""),
        happened_on=question.closed_on,
    )


def _rulings(question: Question) -> dict[int | None, str]:
    """What stands beside a name whose agency was involved: the chair's ruling, or that none is."""
    if question.item is None:
        return {}
    return {
        one.person_id: f" (agency involved; the chair: {one.ruling.lower() or 'no ruling'})"
        for one in question.item.interests.all()
        if one.kind == "agency" and one.ended_at is None
    }
