"""Reading a referral, sending it, taking it back, asking for more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.partnership.access import SEE_CASE
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.referrals import colleagues, forms, operations, queries
from heed.referrals.access import ASK_MORE, READ, WITHDRAW, WRITE
from heed.referrals.entered_forms import CheckEnteredForm
from heed.referrals.models import Referral
from heed.referrals.processes import onward
from heed.referrals.states import Agreed
from heed.referrals.steps import still_to_answer
from heed.referrals.views.shared import to, to_step, told
from heed.referrals.views.together import more, several


@needs(READ, queries.referral, confidential=True)
def referral(request: Request, referral: Referral) -> HttpResponse:
    """The referral: for whoever writes it the list of its pages, for others what it says."""
    may_write = allows(request.user, WRITE, referral)
    if referral.being_written and may_write:
        steps = queries.referral_steps(referral)
        writing = several(request.user, referral)
        who = (
            colleagues.who_answered(request.user, referral.answers.select_related("answered_by"))
            if writing["several"]
            else {}
        )
        return render(
            request,
            "referrals/tasks.html",
            {
                "referral": referral,
                "case": referral.case,
                "tasks": [(one, to_step(referral, one), who.get(one.key, "")) for one in steps],
                "papers": queries.papers(referral),
                **writing,
                **more(request.user, referral),
                "may_withdraw": allows(request.user, WITHDRAW, referral),
            },
        )
    may_ask = allows(request.user, ASK_MORE, referral)
    return render(
        request,
        "referrals/referral.html",
        {
            **told(referral),
            **several(request.user, referral),
            **more(request.user, referral),
            "gaps": queries.gaps(referral),
            "may_ask": may_ask,
            "onward": onward(referral) if may_ask and referral.sent_at else None,
            "may_withdraw": allows(request.user, WITHDRAW, referral),
            "may_see_case": allows(request.user, SEE_CASE, referral.case),
        },
    )


@needs(WRITE, queries.referral)
def check(request: Request, referral: Referral) -> HttpResponse:
    """Check the answers, then send."""
    form: PlainForm
    if referral.referrer_name:
        form = CheckEnteredForm(
            request.POST or None, seen=referral.version, initial={"agreed": referral.agreed}
        )
    else:
        form = forms.CheckForm(request.POST or None, seen=referral.version)
    if not referral.being_written:
        return redirect(to("sent", referral))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data.get("agreed")
        operations.send_referral(
            referral,
            by=request.user,
            seen=form.cleaned_data["seen"],
            agreed=Agreed(said) if said else None,
        )
        return redirect(to("sent", referral))
    missing = [
        (step, to_step(referral, step))
        for step in still_to_answer(queries.referral_steps(referral))
    ]
    return render(
        request,
        "referrals/check.html",
        {**told(referral), "form": form, "missing": missing, "changing": True},
    )


@needs(READ, queries.referral)
def sent(request: Request, referral: Referral) -> HttpResponse:
    """The receipt: the reference, who decides, when the referrer hears.

    An old bookmark shows how it stands.
    """
    return render(
        request,
        "referrals/sent.html",
        {
            "referral": referral,
            "case": referral.case,
            "next_steps": pack_of(referral.case).referral.what_happens_next,
        },
    )


@needs(WITHDRAW, queries.referral)
def withdraw(request: Request, referral: Referral) -> HttpResponse:
    """Take a referral back, with a reason."""
    form = forms.ReasonForm(request.POST or None, seen=referral.version)
    if request.method == "POST" and form.is_valid():
        operations.withdraw_referral(
            referral,
            by=request.user,
            seen=form.cleaned_data["seen"],
            reason=form.cleaned_data["reason"],
        )
        return redirect(to("referral", referral))
    return render(
        request,
        "referrals/withdraw.html",
        {"referral": referral, "case": referral.case, "form": form},
    )


@needs(ASK_MORE, queries.referral)
def ask_more(request: Request, referral: Referral) -> HttpResponse:
    """Ask the referrer for more."""
    form = forms.AskMoreForm(request.POST or None, seen=referral.version)
    if request.method == "POST" and form.is_valid():
        operations.ask_more(
            referral,
            by=request.user,
            seen=form.cleaned_data["seen"],
            question=form.cleaned_data["question"],
        )
        messages.success(
            request, "The question is with the referrer. A message waits in the outbox."
        )
        return redirect(to("referral", referral))
    return render(
        request,
        "referrals/ask_more.html",
        {"referral": referral, "case": referral.case, "form": form},
    )
