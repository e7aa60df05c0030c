"""Taking what the referrer said of other processes into the register of what runs alongside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from heed.alongside import operations as alongside
from heed.doors import needs
from heed.partnership.requests import Request
from heed.referrals import queries
from heed.referrals.access import ASK_MORE
from heed.referrals.models import Referral
from heed.referrals.processes import processes_said


@require_POST
@needs(ASK_MORE, queries.referral)
def take_in(request: Request, referral: Referral) -> HttpResponse:
    """Take all of it in, with one press; what the register says already is left as it is."""
    taken = alongside.take_in(referral.case, by=request.user, said=processes_said(referral))
    messages.success(
        request,
        f"{len(taken)} taken in. Ask whoever leads each what it means for us."
        if taken
        else "Nothing new: the referral names none, or all of them are here already.",
    )
    return redirect(
        "alongside:register",
        partnership=referral.case.partnership.slug,
        reference=referral.reference,
    )
