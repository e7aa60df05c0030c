"""What is written to referrers. Nothing here holds a name or a word of the case."""

from urllib.parse import urlencode

from django.urls import reverse

from heed.correspondence import operations as correspondence
from heed.correspondence.unkept import send_unkept
from heed.partnership.models import Partnership, Person
from heed.partnership.sign_in import joining_link
from heed.referrals.models import GuestInvitation, Referral


def page_of(referral: Referral) -> str:
    """Where the referrer reads it: without an account they type a code first."""
    house = referral.case.partnership.slug
    page = reverse(
        "referrals:referral", kwargs={"partnership": house, "reference": referral.reference}
    )
    if not referral.by_code:
        return page
    return f"{reverse('referrals:back', kwargs={'partnership': house})}?{urlencode({'next': page})}"


def code(house: Partnership, *, code: str, address: str) -> bool:
    """Mail a code, of which no copy is kept; whether the mail server took it."""
    half = len(code) // 2
    return send_unkept(
        house,
        template="referrals/email/code.txt",
        context={"code": f"{code[:half]}-{code[half:]}"},
        to_address=address,
    )


def guest_invited(invitation: GuestInvitation, *, by: Person) -> None:
    """Ask somebody without an account to refer; at once, as every invitation to come in."""
    correspondence.at_once(
        invitation.partnership,
        by=by,
        template="referrals/email/guest_invited.txt",
        context={"invitation": invitation},
        to_address=invitation.email,
        to_whom=invitation.name,
        about=f"refer:{invitation.pk}",
    )


def _to_referrer(
    referral: Referral, *, by: Person | None, template: str, **context: object
) -> None:
    whom: dict[str, object] = (
        {"to": referral.referred_by}
        if referral.referred_by
        else {"to_address": referral.referrer_email, "to_whom": referral.referrer_name}
    )
    if referral.referred_by or referral.referrer_email:
        correspondence.draft(
            referral.case.partnership,
            by=by,
            template=f"referrals/email/{template}.txt",
            context={"referral": referral, "page": page_of(referral), **context},
            case=referral.case,
            about=f"referral:{referral.pk}",
            **whom,  # type: ignore[arg-type]
        )


def more_asked(referral: Referral, *, by: Person) -> None:
    """Ask the referrer to sign in and say more."""
    _to_referrer(referral, by=by, template="more_asked")


def outcome(referral: Referral, *, by: Person) -> None:
    """Tell the referrer that there is an answer, and where to read it."""
    _to_referrer(referral, by=by, template="outcome")


def later_asked(referral: Referral, *, by: Person) -> None:
    """Ask the referrer for the rest, now that the referral goes forward."""
    _to_referrer(referral, by=by, template="later_asked")


def received(referral: Referral, *, by: Person) -> None:
    """Tell somebody without an account that what was entered for them has arrived."""
    _to_referrer(referral, by=by, template="received")


def colleague_invited(referral: Referral, *, by: Person, colleague: Person) -> None:
    """Ask a colleague in, at once: whoever asks has read it, and waits for them."""
    new = not colleague.has_usable_password()
    correspondence.at_once(
        referral.case.partnership,
        by=by,
        to=colleague,
        template="referrals/email/colleague.txt",
        context={"referral": referral, "joining": joining_link(colleague) if new else ""},
        case=referral.case,
        about=f"referral:{referral.pk}",
    )
