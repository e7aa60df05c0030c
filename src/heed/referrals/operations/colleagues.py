"""Several who write one referral: a colleague asked in, taken out again, and who is here now."""

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.access import coordinates_case
from heed.partnership.models import Part, Person, ShutOut
from heed.partnership.queries import agencies
from heed.partnership.states import PartKind
from heed.referrals import emails
from heed.referrals.access import ADD_LATER, COLLEAGUE, INVITE, WRITE
from heed.referrals.models import Presence, Referral
from heed.refusals import NotNow

CLOSED = "This referral has been sent. A colleague can be asked in while somebody writes in it."
ELSEWHERE = (
    "Use a work address that ends in @{0}, or that of somebody in a partner agency who uses Heed. "
    "For anyone else, ask the coordinator."
)


@transaction.atomic
def invite_colleague(referral: Referral, *, by: Person, email: str, name: str) -> Person:
    """Ask a colleague to write along. They are told at once, by reference.

    A new person has an address of the inviter's own organisation; anybody else works in an agency
    of the partnership and is known to Heed. Refuses for somebody who is shut out of the case, and
    for a restricted case unless the coordinator asks.
    """
    doors.check(by, INVITE, referral)
    if not (referral.being_written or referral.later_open):
        raise NotNow(CLOSED)
    if referral.case.restricted and not coordinates_case.test(by, referral):
        raise NotNow("This case is restricted. Ask the coordinator to name your colleague on it.")
    colleague = _colleague(referral, by=by, email=email.strip(), name=name)
    if ShutOut.objects.filter(case=referral.case, person=colleague).exists():
        raise NotNow("This person cannot be asked in here. Talk to the coordinator.")
    parts = referral.case.parts.current().filter(kind=PartKind.REFERRER)
    if parts.filter(person=colleague).exists():
        raise NotNow("They write in this referral already.")
    partnership.name_on_case(
        referral.case,
        by=by,
        person=colleague,
        kind=PartKind.REFERRER,
        agency=colleague.agency or referral.agency,
        section=COLLEAGUE,
    )
    history.record("asked a colleague in", referral, by=by, person=colleague.pk)
    emails.colleague_invited(referral, by=by, colleague=colleague)
    return colleague


@transaction.atomic
def take_out_colleague(referral: Referral, *, by: Person, part: Part) -> None:
    """Take a colleague out again; what they wrote stays. Colleagues may leave by themselves."""
    if part.person != by:
        doors.check(by, INVITE, referral)
    if part.case_id != referral.case_id or part.section != COLLEAGUE:
        raise NotNow("Whoever began a referral stays with it. It can be withdrawn.")
    partnership.take_off_case(part, by=by)
    if part.person is not None:
        Presence.objects.filter(referral=referral, person=part.person).delete()


@transaction.atomic
def say_here(referral: Referral, *, by: Person) -> Presence:
    """Their page is open, and they are at it. History keeps what counts; this is let go."""
    doors.check(by, WRITE if referral.being_written else ADD_LATER, referral)
    here, _ = Presence.objects.update_or_create(
        referral=referral, person=by, defaults={"at": clock.now()}
    )
    return here


def _colleague(referral: Referral, *, by: Person, email: str, name: str) -> Person:
    ours = by.email.rpartition("@")[2]
    if email.rpartition("@")[2].casefold() == ours.casefold():
        return partnership.meet(by=by, email=email, name=name, agency=by.agency)
    known = Person.objects.filter(
        email__iexact=email, is_active=True, agency__in=agencies(referral.case.partnership)
    ).first()
    if known is None:
        raise NotNow(ELSEWHERE.format(ours))
    return known
