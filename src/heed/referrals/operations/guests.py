"""People who refer without an account: their code, their referral, their invitation."""

from datetime import timedelta

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.access import BELONG
from heed.partnership.models import Agency, Part, Partnership, Person
from heed.partnership.standing import BY_CODE, narrow
from heed.referrals import emails
from heed.referrals.access import ASK_MORE, INVITE_GUEST
from heed.referrals.guests import INVITED_FOR, open_invitations
from heed.referrals.models import GuestInvitation, Referral
from heed.referrals.operations.copies import fill_in
from heed.referrals.operations.writing import start_referral
from heed.referrals.states import CameBy
from heed.refusals import NotNow

#: What a code is for: one for a referral opens nothing else.
PURPOSE = "refer"
#: How many codes one address can ask for in an hour and in a day, and begin in a day.
CODES_AN_HOUR, CODES_A_DAY, BEGUN_A_DAY = 5, 12, 5
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@transaction.atomic
def send_code(
    house: Partnership, *, by: Person | None, address: str, client: str
) -> tuple[int, str]:
    """Mail a code to an address: the code's number, and the code itself, for nobody but a
    demonstration to show.

    The same is done for every address: nothing is looked up. ``client`` is the machine that asks.
    Raises TooOften when the address or the machine has asked too often, NotNow when the mail server
    did not take it.
    """
    for who, most, within, says in (
        (
            client,
            settings.HEED_CODES_AN_HOUR,
            HOUR,
            "Many codes have been asked for from where you are.",
        ),
        (address, CODES_AN_HOUR, HOUR, "Several codes have gone to this address in the last hour."),
        (address, CODES_A_DAY, DAY, "Many codes have gone to this address today."),
    ):
        door = f"refer:code:{'client' if who == client else 'address'}:{within}"
        partnership.knock(door, by=by, who=who, most=most, within=within, says=says)
    row, code = partnership.make_code(address, by=by, purpose=f"{PURPOSE}:{house.pk}")
    if not emails.code(house, code=code, address=address):
        raise NotNow("The code could not be sent just now. Try again in a few minutes.")
    return row.pk, code


@transaction.atomic
def come_in(
    house: Partnership, *, by: Person | None, number: int, address: str, typed: str
) -> bool:
    """Whether ``typed`` is the code that went to ``address``; it is used up."""
    if not partnership.use_code(
        number, by=by, address=address, purpose=f"{PURPOSE}:{house.pk}", typed=typed
    ):
        return False
    known = Person.objects.filter(email__iexact=address).first()
    history.record("came in by a code", house, by=known)
    return True


@transaction.atomic
def begin_as_guest(
    house: Partnership,
    *,
    by: Person | None,
    address: str,
    name: str,
    role: str = "",
    agency: Agency | None = None,
    other_agency: str = "",
    file: UploadedFile | None = None,
) -> Referral:
    """Begin a referral for whoever has just shown that they read the mailbox ``address``.

    ``file`` is a filled Word copy, with which it begins; raises papers.checking.Unfit for another.

    An invitation that waits for them is taken up first; else it comes by the public form. Whoever
    is known already keeps the name and role under which they are known.
    """
    person = partnership.meet(by=by, email=address, name=name)
    if not Part.objects.of(person).exclude(section=BY_CODE).exists():
        person.name, person.role = name, role
        person.save(update_fields=["name", "role"])
    invitation = open_invitations(house, address).first()
    partnership.knock(
        "refer:begin",
        by=person,
        who=address,
        most=BEGUN_A_DAY,
        within=DAY,
        says="Several referrals were begun with this address today.",
    )
    referral = start_referral(
        house,
        by=person,
        agency=agency,
        other_agency=other_agency,
        came_by=CameBy.GUEST if invitation else CameBy.PUBLIC,
    )
    if invitation is not None:
        invitation.referral = referral
        invitation.save(update_fields=["referral"])
    if file is not None:
        fill_in(referral, by=narrow(person, to=[referral.case_id]), file=file)
    return referral


@transaction.atomic
def invite_to_refer(
    house: Partnership,
    *,
    by: Person,
    email: str,
    name: str,
    agency_name: str = "",
    why: str = "",
) -> GuestInvitation:
    """Ask somebody without an account to refer; the invitation goes at once and holds no case.

    Whoever is invited already gets it again, good for two weeks from now.
    """
    doors.check(by, INVITE_GUEST, house)
    known = Person.objects.filter(email__iexact=email, is_active=True).first()
    if known is not None and doors.allows(known, BELONG, house):
        raise NotNow("They work with this partnership already: they can sign in and refer.")
    invitation = open_invitations(house, email).first() or GuestInvitation(
        partnership=house, email=email
    )
    invitation.name, invitation.agency_name, invitation.why = name, agency_name, why
    invitation.invited_by, invitation.invited_at = by, clock.now()
    invitation.ends_on = clock.today() + INVITED_FOR
    invitation.save()
    history.record("invited somebody to refer", invitation, by=by)
    emails.guest_invited(invitation, by=by)
    return invitation


@transaction.atomic
def take_back_invitation(invitation: GuestInvitation, *, by: Person) -> GuestInvitation:
    """Take an invitation back: the address opens nothing of it from now on. What was sent stays."""
    doors.check(by, INVITE_GUEST, invitation)
    if invitation.taken_back_at is not None:
        raise NotNow("This invitation has been taken back already.")
    invitation.taken_back_at = clock.now()
    invitation.save(update_fields=["taken_back_at"])
    history.record("took back an invitation to refer", invitation, by=by)
    return invitation


@transaction.atomic
def say_agency(referral: Referral, *, by: Person, agency: Agency) -> Referral:
    """Say which of the partnership's agencies the referrer's own words mean."""
    doors.check(by, ASK_MORE, referral)
    return history.change(
        referral, by=by, seen=None, agency=agency, verb="said which agency referred"
    )
