"""What is asked once a referral is taken forward: its sections, their entries, one page each."""

import re
import secrets

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.design import dates
from heed.doors import needs
from heed.partnership.requests import Request
from heed.pathways.answers import spoken
from heed.pathways.forms import QuestionsForm
from heed.referrals import later, later_forms, operations, queries
from heed.referrals.access import ADD_LATER, ASK_MORE
from heed.referrals.later import Entry, LaterSection
from heed.referrals.models import Referral
from heed.referrals.views.shared import to
from heed.refusals import OutOfDate

#: What an added entry is called in its address: twelve hexadecimal figures, chosen by chance.
ADDED = re.compile(r"new-[0-9a-f]{12}")


@require_POST
@needs(ASK_MORE, queries.referral)
def ask(request: Request, referral: Referral) -> HttpResponse:
    """Ask the referrer for the rest before the group has decided."""
    operations.ask_later(referral, by=request.user)
    if referral.referred_by or referral.referrer_email:
        messages.success(request, "The rest is asked for. A message waits in the outbox.")
    else:
        messages.success(request, "The rest is open. The referrer has no address: ring them.")
    return redirect(to("referral", referral))


@needs(ADD_LATER, queries.referral, confidential=True)
def section(request: Request, referral: Referral, *, section: str) -> HttpResponse:
    """One section: filled in on its own page, or a list with its entries."""
    this = _section(referral, section)
    if not this.is_list:
        return _page(request, referral, this, this.entries[0])
    form = later_forms.ListForm(
        request.POST or None,
        entry=this.section.repeats,
        empty=not this.entries,
        initial={"more": this.closed.value if this.closed else ""},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["more"]
        if said == later_forms.ADD:
            return redirect(_to_entry(referral, this, _new_key()))
        operations.say_of_list(referral, by=request.user, section=this, said=said)
        return redirect(_next(referral, this))
    return render(
        request,
        "referrals/later_list.html",
        {
            "referral": referral,
            "case": referral.case,
            "this": this,
            "rows": [(one, _to_entry(referral, this, one.key)) for one in this.entries],
            "add_child": this.section.begins_with == later.PEOPLE,
            "form": form,
        },
    )


@needs(ADD_LATER, queries.referral, confidential=True)
def entry(request: Request, referral: Referral, *, section: str, key: str) -> HttpResponse:
    """One entry of a list."""
    this = _section(referral, section)
    one = this.at(key)
    if one is None and this.is_list and ADDED.fullmatch(key) and referral.later_open:
        number = f"{this.section.repeats.capitalize()} {len(this.entries) + 1}"
        one = Entry(key, number, this.section.questions)
    if one is None or not this.is_list:
        raise Http404
    return _page(request, referral, this, one)


@needs(ADD_LATER, queries.referral)
def take_out(request: Request, referral: Referral, *, section: str, key: str) -> HttpResponse:
    """Take an entry out again, once the person has said so."""
    this = _section(referral, section)
    one = this.at(key)
    if one is None or one.entry is None or not this.is_list:
        raise Http404
    if request.method == "POST":
        operations.take_out_entry(one.entry, by=request.user)
        messages.success(request, "Taken out.")
        return redirect(to("later", referral, section=this.section.id))
    return render(
        request,
        "referrals/later_take_out.html",
        {"referral": referral, "case": referral.case, "this": this, "entry": one},
    )


def _page(request: Request, referral: Referral, this: LaterSection, one: Entry) -> HttpResponse:
    """The questions of one entry. A stale save shows both texts, and saves nothing."""
    seen = {q.id: one.answers[q.id].version if q.id in one.answers else 0 for q in one.questions}
    posted = {q: _number(request.POST.get(f"seen-{q}", "")) for q in seen}
    if request.method == "GET" and request.POST:  # given back after the session ended
        seen = posted
    kept = {question: answer.given for question, answer in one.answers.items()}
    form = QuestionsForm(
        request.POST or None,
        questions=one.questions,
        kept={**one.begins, **kept},
    )
    theirs: list[tuple[str, str, str]] = []
    by_itself = "Heed-Autosave" in request.headers
    if request.method == "POST" and form.is_valid():
        try:
            values = form.answers()
            operations.answer_later(
                referral, by=request.user, section=this, entry=one, values=values, seen=posted
            )
            if by_itself:
                return _saved(referral, this, one)
            return redirect(_next(referral, this))
        except OutOfDate as refused:
            seen = {q: refused.current[q].version if q in refused.current else 0 for q in seen}
            theirs = [
                (q.text, "\n".join(spoken(q, values[q.id])), "\n".join(spoken(q, answer.given)))
                for q in one.questions
                for answer in [refused.current.get(q.id)]
                if answer is not None and answer.given != values[q.id] and values[q.id] is not None
            ]
    if by_itself and request.method == "POST" and not theirs:
        return JsonResponse({"saved": ""})
    return render(
        request,
        "referrals/later_entry.html",
        {
            "referral": referral,
            "case": referral.case,
            "this": this,
            "entry": one,
            "form": form,
            "seen": seen,
            "theirs": theirs,
        },
        status=409 if theirs else 200,
    )


def _section(referral: Referral, section: str) -> LaterSection:
    found = later.section(referral, section) if referral.later_asked_at else None
    if found is None:
        raise Http404
    return found


def _saved(referral: Referral, this: LaterSection, one: Entry) -> HttpResponse:
    """What a page that saves by itself is told: when, and the version of each answer."""
    fresh = later.section(referral, this.section.id)
    now = fresh.at(one.key) if fresh is not None else None
    if now is None or not now.answers:
        return JsonResponse({"saved": ""})
    last = max(answer.answered_at for answer in now.answers.values())
    return JsonResponse(
        {
            "saved": dates.time_of_day(last),
            "versions": {
                q.id: now.answers[q.id].version if q.id in now.answers else 0 for q in now.questions
            },
        }
    )


def _next(referral: Referral, this: LaterSection) -> str:
    """From an entry back to its list; from a section back to what else there is."""
    at = to("referral", referral) + "#more"
    return to("later", referral, section=this.section.id) if this.is_list else at


def _to_entry(referral: Referral, this: LaterSection, key: str) -> str:
    return to("later-entry", referral, section=this.section.id, key=key)


def _new_key() -> str:
    return f"new-{secrets.token_hex(6)}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
