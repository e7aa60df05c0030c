"""Who may refer, and who may read a referral. Each predicate completes "a person who …"."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.meetings.access import has_no_personal_interest, personal_interests
from heed.partnership.access import (
    belongs,
    coordinates_case,
    is_coordinator,
    plays_in_case,
    sees_case,
)
from heed.partnership.models import Case, Person
from heed.partnership.standing import BY_CODE, standing
from heed.partnership.states import PartKind, Stage
from heed.referrals.guests import comes_as_guest, invitations
from heed.referrals.models import Referral


@predicate
def represents_referring_agency(person: Person, referral: Any) -> bool:
    """…represents the agency that referred, once it is sent and unless it is restricted."""
    mine = standing(person)
    case = referral.case
    return (
        referral.agency_id in mine.agencies(PartKind.REPRESENTATIVE)
        and case.partnership_id in mine.partnerships
        and case.stage != Stage.DRAFT
        and not case.restricted
        and case.pk not in mine.shut_out
    )


def readable(person: Person) -> QuerySet[Referral]:
    """The referrals that a person may read; not those in which they have a personal interest.

    Whoever wrote one keeps it, whatever they declared afterwards.
    """
    mine = standing(person)
    wrote = [p.case_id for p in mine.parts if p.case_id and p.kind == PartKind.REFERRER]
    own_agency = Q(
        agency_id__in=mine.agencies(PartKind.REPRESENTATIVE),
        case__partnership_id__in=mine.partnerships,
        case__restricted=False,
    ) & ~Q(case__stage=Stage.DRAFT)
    return Referral.objects.filter(
        Q(case__in=Case.objects.visible_to(person)) | Q(case_id__in=wrote) | own_agency
    ).exclude(case_id__in=mine.shut_out | (personal_interests(person) - set(wrote)))


wrote_it = plays_in_case(PartKind.REFERRER)


@predicate
def began_it(person: Person, referral: Any) -> bool:
    """…began the referral: not somebody who was asked in to help with it."""
    mine = standing(person)
    return referral.case.pk not in mine.shut_out and any(
        p.kind == PartKind.REFERRER and p.case_id == referral.case.pk and p.section != COLLEAGUE
        for p in mine.parts
    )


@predicate
def came_by_code(person: Person, referral: Any) -> bool:
    """…has no account and came to the referral by a code: they bring nobody else in."""
    return any(
        p.section == BY_CODE and p.case_id == referral.case.pk for p in standing(person).parts
    )


#: The section of the part of whoever was asked in to write along.
COLLEAGUE = "colleague"

REFER = "referrals.refer"
READ = "referrals.read"
WRITE = "referrals.write"
WITHDRAW = "referrals.withdraw"
ASK_MORE = "referrals.ask_more"
ADD_LATER = "referrals.add_later"
INVITE = "referrals.invite"
REFER_AS_GUEST = "referrals.refer_as_guest"
INVITE_GUEST = "referrals.invite_guest"

DOORS = doors.table(
    {
        REFER: Door(
            belongs, "Only people who work with this partnership can refer to it.", reading=True
        ),
        REFER_AS_GUEST: Door(
            comes_as_guest,
            "This form is open with a work email address, or where the coordinator invited you.",
        ),
        INVITE_GUEST: Door(
            is_coordinator,
            "Only a coordinator can invite somebody to refer.",
            reading=True,
            listing=invitations,
        ),
        READ: Door(
            wrote_it | ((sees_case | represents_referring_agency) & has_no_personal_interest),
            "Only the referrer, their representative and the group that decides can read this.",
            reading=True,
            listing=readable,
        ),
        WRITE: Door(wrote_it, "Only the person who is making this referral can change it."),
        WITHDRAW: Door(
            began_it | coordinates_case,
            "Only whoever began a referral, or the coordinator, can withdraw it.",
        ),
        ADD_LATER: Door(
            wrote_it | (coordinates_case & has_no_personal_interest),
            "Only the referrer, their colleagues in it and the coordinator can add to a referral.",
        ),
        INVITE: Door(
            (began_it & ~came_by_code) | coordinates_case,
            "Only whoever began a referral with an account, or the coordinator, can ask a "
            "colleague in.",
        ),
        ASK_MORE: Door(coordinates_case, "Only the coordinator can ask the referrer for more."),
    }
)
