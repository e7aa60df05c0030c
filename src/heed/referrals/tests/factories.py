"""Referrals for tests, made through the operations."""

from typing import Any

from heed.partnership.models import Person
from heed.partnership.states import About
from heed.pathways.queries import pack_of
from heed.referrals import operations, queries
from heed.referrals.models import Referral
from heed.referrals.states import Agreement
from tests.houses import House

NAME = "Nazanin Birdwhistle"
SAID = {"asking_for": "learning", "agencies": ["not_known"]}


def make_draft(
    house: House, *, by: Person | None = None, about: str = "child", **answers: Any
) -> Referral:
    """A referral with every needed answer, ready to be sent."""
    by = by or house.manager
    referral = operations.start_referral(house.partnership, by=by, agency=by.agency or house.agency)
    given = {**SAID, **answers}
    for question in pack_of(referral.case).referral.asks:
        value = given.get(question.id)
        if value is None and question.required:
            value = "Two services each knew a part of it."
        if value is not None:
            operations.answer(referral, by=by, question=question.id, value=value)
    operations.note_agreement(referral, by=by, agreement=Agreement.AGREED)
    operations.say_whom_it_is_about(referral, by=by, about=About(about))
    if about != About.NOBODY:
        operations.add_subject(referral, by=by, name=NAME, age_band="4 to 6 years")
    return queries.referral(by, house.partnership.slug, referral.reference)


def make_sent(house: House, *, by: Person | None = None, **answers: Any) -> Referral:
    """A referral that has been sent."""
    draft = make_draft(house, by=by, **answers)
    assert draft.entered_by
    return operations.send_referral(draft, by=draft.entered_by, seen=draft.version)
