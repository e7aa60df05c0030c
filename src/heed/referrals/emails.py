"""What is written to referrers. Nothing here holds a name or a word of the case."""

from heed.correspondence import operations as correspondence
from heed.partnership.models import Person
from heed.referrals.models import Referral


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
            context={"referral": referral, **context},
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
