"""What a referral tells of other processes, for the register of what runs alongside. Reads only."""

from collections.abc import Mapping

from heed.alongside.operations import Said
from heed.referrals.later import section
from heed.referrals.models import LaterAnswer, Referral


def processes_said(referral: Referral) -> list[Said]:
    """Each process that the referrer named: ticked at first, or told of once it went forward."""
    found = section(referral, "process")
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
