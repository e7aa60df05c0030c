"""What the pages say of those who write one referral, and of what is asked of it later."""

from typing import Any

from heed.doors import allows
from heed.partnership.models import Person
from heed.referrals import colleagues, later
from heed.referrals.access import ADD_LATER
from heed.referrals.models import Referral
from heed.referrals.views.shared import to


def several(person: Person, referral: Referral) -> dict[str, Any]:
    """Whether several people write it now, and which others are here."""
    many = colleagues.are_several(referral)
    return {
        "several": many,
        "others_here": colleagues.others_here(person, referral) if many else "",
    }


def more(person: Person, referral: Referral) -> dict[str, Any]:
    """The later sections as they stand, each with its page; none before they are asked for."""
    found = later.sections(referral) if referral.later_asked_at else []
    may_add = bool(found) and referral.later_open and allows(person, ADD_LATER, referral)
    if not may_add:
        found = [one for one in found if one.begun or one.closed]
    return {
        "later": [(one, to("later", referral, section=one.section.id)) for one in found],
        "may_add": may_add,
    }


def list_of_people(referral: Referral) -> str:
    """The list to which somebody was added: of the draft, or of what is asked later."""
    if referral.being_written:
        return to("people", referral)
    for one in later.sections(referral):
        if one.section.begins_with == later.PEOPLE:
            return to("later", referral, section=one.section.id)
    return to("referral", referral)
