"""What a referral tells of other processes and areas, for what runs alongside. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass

from heed.alongside import queries as alongside
from heed.alongside.operations import Said
from heed.pathways.answers import is_not_known
from heed.referrals import later
from heed.referrals.models import LaterAnswer, Referral

#: What people write in a line that asks for another area, where there is none.
NO_AREA = frozenset({"", "no", "none", "nothing", "n/a", "na", "not applicable", "not known"})


@dataclass(frozen=True)
class Onward:
    """What a coordinator can carry on from a referral: processes to take in, an area to ask."""

    processes: int
    area: str


def onward(referral: Referral) -> Onward:
    """What of a referral is not in the registers of what runs alongside yet. Ask access first."""
    area = _area(referral)
    return Onward(
        alongside.how_many_to_take_in(referral.case, processes_said(referral)),
        "" if not area or alongside.is_asked(referral.case, area) else area,
    )


def _area(referral: Referral) -> str:
    if referral.later_asked_at is None:
        return ""
    said = LaterAnswer.objects.filter(
        entry__referral=referral, question="other_areas", line__isnull=True
    ).first()
    words = " ".join(said.value.split()) if said and isinstance(said.value, str) else ""
    return "" if not said or is_not_known(said.value) or _is_none(words) else words[:200]


def _is_none(words: str) -> bool:
    return words.strip(" .!").casefold() in NO_AREA


def processes_said(referral: Referral) -> list[Said]:
    """Each process that the referrer named: ticked at first, or told of once it went forward."""
    found = later.section(referral, "process")
    if found is None:
        return []
    return [
        Said(
            answer=one.key.removeprefix("of-"),
            words=one.heading,
            lead=_given(one.answers, "process_lead"),
            their_reference=_given(one.answers, "process_reference"),
            effect=_given(one.answers, "process_effect"),
        )
        for one in found.entries
    ]


def _given(answers: Mapping[str, LaterAnswer], question: str) -> str:
    said = answers.get(question)
    return said.given if said is not None and isinstance(said.given, str) else ""
