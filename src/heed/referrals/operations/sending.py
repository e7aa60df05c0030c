"""Sending a referral, asking for more, taking it back, telling what came of it."""

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Stage
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.referrals import emails, queries
from heed.referrals.access import ASK_MORE, WITHDRAW, WRITE
from heed.referrals.models import Referral
from heed.referrals.operations.later import open_later
from heed.referrals.states import Agreed, ReferralState
from heed.referrals.steps import still_to_answer
from heed.refusals import NotNow


@transaction.atomic
def send_referral(
    referral: Referral, *, by: Person, seen: int, agreed: Agreed | None = None
) -> Referral:
    """Send it to the partnership. Sending again after more was asked for goes back to triage.

    ``agreed`` is what the referrer said of one that was entered for them; they get a receipt by
    email, where there is an address.
    """
    doors.check(by, WRITE, referral)
    missing = still_to_answer(queries.referral_steps(referral))
    if missing:
        raise NotNow(f"One answer is still to come: “{missing[0].title}”")
    case, pack = referral.case, pack_of(referral.case)
    if agreed is not None:
        referral.agreed = agreed
        referral.save(update_fields=["agreed"])
    first = referral.state == ReferralState.DRAFT
    history.move(
        referral,
        to=ReferralState.SENT,
        by=by,
        seen=seen,
        said=f"Referred by {referral.from_agency}."
        if first
        else f"{referral.from_agency} said more.",
        happened_on=referral.happened_on,
        on_word_of=referral.on_word_of,
    )
    if first:
        referral.sent_at = clock.now()
        referral.save(update_fields=["sent_at"])
    triage = pack.clock("triage")
    partnership.set_stage(
        case,
        by=by,
        stage=Stage.REFERRAL,
        waiting_on="The coordinator, to triage",
        target=clocks.due(triage, referral.happened_on),
        target_is="Triage",
    )
    if first and referral.referrer_name:
        emails.received(referral, by=by)
    return referral


@transaction.atomic
def withdraw_referral(referral: Referral, *, by: Person, seen: int, reason: str) -> Referral:
    """Take a referral back. It stays on record with the reason."""
    doors.check(by, WITHDRAW, referral)
    history.move(
        referral, to=ReferralState.WITHDRAWN, by=by, seen=seen, said="The referral was withdrawn."
    )
    referral.outcome, referral.outcome_reasons, referral.outcome_at = (
        "Withdrawn",
        reason,
        clock.now(),
    )
    referral.save(update_fields=["outcome", "outcome_reasons", "outcome_at"])
    partnership.set_stage(referral.case, by=by, stage=Stage.WITHDRAWN, waiting_on="")
    return referral


@transaction.atomic
def ask_more(referral: Referral, *, by: Person, seen: int, question: str) -> Referral:
    """Ask the referrer for more; the referral opens to them again."""
    doors.check(by, ASK_MORE, referral)
    referral.more_asked = question
    referral.save(update_fields=["more_asked"])
    history.move(
        referral,
        to=ReferralState.MORE_ASKED,
        by=by,
        seen=seen,
        said="The coordinator asked the referrer for more.",
    )
    partnership.set_stage(referral.case, by=by, waiting_on="The referrer, to say more")
    emails.more_asked(referral, by=by)
    return referral


@transaction.atomic
def tell_outcome(referral: Referral, *, by: Person, outcome: str, reasons: str) -> Referral:
    """Close a referral with what was decided and why; the referrer is told by reference.

    Where a review follows, the rest of the referral is asked for in the same message.
    Called by ``decisions``, which has asked access. A decision that is corrected is told again.
    """
    if referral.state != ReferralState.ANSWERED:
        history.move(referral, to=ReferralState.ANSWERED, by=by)
    if referral.case.stage == Stage.SCOPE and pack_of(referral.case).referral.later:
        open_later(referral, by=by)
    referral.outcome, referral.outcome_reasons, referral.outcome_at = outcome, reasons, clock.now()
    referral.save(update_fields=["outcome", "outcome_reasons", "outcome_at"])
    emails.outcome(referral, by=by)
    return referral
