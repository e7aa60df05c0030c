"""People who refer without an account: whom a code lets in, to what, and for how long."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import clock
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.pathways.queries import pack_in_force
from heed.referrals.models import GuestInvitation, Referral
from heed.referrals.states import BY_CODE, CameBy, ReferralState
from heed.referrals.work_addresses import is_work_address

#: How long a referrer without an account can read what came of their referral.
READ_FOR = timedelta(days=28)
#: How long a draft of somebody without an account waits for the next word.
FINISH_WITHIN = timedelta(days=28)
#: How long an invitation to refer is good.
INVITED_FOR = timedelta(days=14)


@predicate
def comes_as_guest(person: Person, house: Any) -> bool:
    """…has no account and was invited to refer, or comes by a public form with a work address."""
    return may_come_as_guest(house, person.email)


def may_come_as_guest(house: Partnership, address: str) -> bool:
    """Whether a referral can be begun here from this mailbox, without an account."""
    return open_invitations(house, address).exists() or (
        is_work_address(address) and pack_in_force(house).referral.public_form
    )


def open_invitations(house: Partnership, address: str) -> QuerySet[GuestInvitation]:
    """The invitations of an address under which nothing was begun yet, oldest first."""
    return GuestInvitation.objects.filter(
        partnership=house,
        email__iexact=address,
        taken_back_at__isnull=True,
        ends_on__gte=clock.today(),
        referral__isnull=True,
    ).order_by("invited_at", "pk")


def by_code(house: Partnership, address: str) -> QuerySet[Referral]:
    """The referrals that whoever reads the mailbox ``address`` opens with a code.

    One that was begun by invitation, and not sent, goes with the invitation; one that was answered
    or withdrawn stays open for the referrer to read for four weeks.
    """
    ended = Q(came_by=CameBy.GUEST) & (
        Q(invitation__taken_back_at__isnull=False)
        | Q(state=ReferralState.DRAFT, invitation__ends_on__lt=clock.today())
    )
    since = clock.now() - READ_FOR
    read = Q(outcome_at__lt=since) & (Q(later_asked_at=None) | Q(later_asked_at__lt=since))
    return Referral.objects.filter(
        case__partnership=house, came_by__in=BY_CODE, referred_by__email__iexact=address
    ).exclude(ended | read)


def invitations(person: Person) -> QuerySet[GuestInvitation]:
    """The invitations to refer in the partnerships that a person coordinates."""
    coordinates = [
        part.partnership_id
        for part in standing(person).parts
        if part.kind == PartKind.COORDINATOR
        and not (part.case_id or part.group_id or part.agency_id)
    ]
    return GuestInvitation.objects.filter(partnership_id__in=coordinates)


def of_guest(house: Partnership, address: str) -> list[Referral]:
    """The referrals that whoever reads this mailbox opens with a code, newest first."""
    return list(
        by_code(house, address)
        .select_related("case__partnership", "agency")
        .order_by("-entered_at", "-pk")
    )


def waiting_invitation(house: Partnership, address: str) -> GuestInvitation | None:
    """The invitation that waits for this address, if one does."""
    return open_invitations(house, address).first()


def invitations_here(person: Person, partnership: Partnership) -> list[GuestInvitation]:
    """The invitations to refer here that a person keeps, newest first."""
    return list(
        invitations(person)
        .filter(partnership=partnership)
        .select_related("referral__case", "invited_by")
    )


def invitation(person: Person, partnership: str, number: int) -> GuestInvitation:
    """One invitation by its number, among those that the person keeps."""
    return (
        invitations(person)
        .select_related("partnership", "referral")
        .get(partnership__slug=partnership, pk=number)
    )
