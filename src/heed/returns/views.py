"""The pages of returns, one function each."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.papers import sheets
from heed.partnership import queries as partnerships
from heed.partnership.requests import Request
from heed.partnership.states import Means
from heed.pathways.answers import asked, spoken
from heed.pathways.forms import QuestionsForm
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Section
from heed.refusals import NotNow, OutOfDate
from heed.returns import forms, operations, queries, sheet
from heed.returns.access import ASK, KNOW, MANAGE, READ, WRITE, my_sections
from heed.returns.models import AgencyReturn
from heed.reviews import queries as reviews
from heed.reviews.models import Review


def _to(name: str, given: AgencyReturn, **more: object) -> str:
    return reverse(
        f"returns:{name}",
        kwargs={
            "partnership": given.case.partnership.slug,
            "reference": given.reference,
            "number": given.pk,
            **more,
        },
    )


def _frame(given: AgencyReturn, **more: Any) -> dict[str, Any]:
    """What every page of a return shows: whose it is, and who can read it."""
    form = pack_of(given.case).returns
    return {
        "given": given,
        "case": given.case,
        "review": given.asked.review,
        "form_words": form,
        **more,
    }


@needs(KNOW, reviews.review)
def status(request: Request, review: Review) -> HttpResponse:
    """How each agency's return stands; never what it says."""
    return render(
        request,
        "returns/status.html",
        {
            "review": review,
            "case": review.case,
            "returns": queries.returns_of(review),
            "agencies": reviews.agencies(review),
            "may_ask": allows(request.user, ASK, review),
        },
    )


@require_POST
@needs(ASK, reviews.review)
def ask(request: Request, review: Review) -> HttpResponse:
    """Ask every agency for its return."""
    made = operations.ask_for_returns(review, by=request.user)
    messages.success(
        request,
        f"{len(made)} message{'' if len(made) == 1 else 's'} wait in the outbox for you to read.",
    )
    return redirect(
        "returns:status", partnership=request.partnership.slug, reference=review.reference
    )


@require_POST
@needs(ASK, reviews.review)
def ask_how_it_goes(request: Request, review: Review) -> HttpResponse:
    """Write to the ticked agencies."""
    chosen = queries.returns_of(review).filter(
        pk__in=[n for n in request.POST.getlist("return") if n.isdigit()]
    )
    written = operations.ask_how_it_goes(review, by=request.user, which=chosen)
    if written:
        messages.success(
            request, f"{written} message{'' if written == 1 else 's'} wait in the outbox."
        )
    else:
        messages.error(request, "Tick the agencies to write to, then press the button again.")
    return redirect(
        "returns:status", partnership=request.partnership.slug, reference=review.reference
    )


@needs(READ, queries.agency_return, confidential=True)
def agency_return(request: Request, given: AgencyReturn) -> HttpResponse:
    """For whoever prepares it: why, by when, who sees it, and its sections.

    For others: what it says.
    """
    may_write = allows(request.user, WRITE, given)
    if not may_write:
        return render(request, "returns/read.html", _frame(given, told=_told(given)))
    found = queries.progress_of(request.user, given)
    return render(
        request,
        "returns/tasks.html",
        _frame(
            given,
            tasks=[(one, _to("section", given, section=one.section.id)) for one in found],
            done=sum(one.done for one in found),
            may_manage=allows(request.user, MANAGE, given),
            colleagues=queries.colleagues(given),
        ),
    )


@needs(READ, queries.agency_return, confidential=True)
def as_file(request: Request, given: AgencyReturn, *, kind: sheets.Kind) -> HttpResponse:
    """What this person may read of it, as Word or PDF: to talk over on paper, or to keep."""
    return sheets.answer(sheet.agency_return(request.user, given), kind)


@needs(WRITE, queries.agency_return)
def section(request: Request, given: AgencyReturn, *, section: str) -> HttpResponse:
    """One section: its prompts and its questions."""
    this = _section(request, given, section)
    kept = queries.answers_in(given, section)
    values = {question: one.value for question, one in kept.items()}
    seen = {question: one.version for question, one in kept.items()}
    if request.method == "GET" and request.POST:  # given back after the session ended
        seen = {q: int(request.POST.get(f"seen-{q}") or 0) for q in seen}
    form = QuestionsForm(
        request.POST or None,
        questions=asked(this.questions, values) or this.questions,
        kept=values,
        agencies=[(str(a.pk), a.name) for a in partnerships.agencies(given.case.partnership)],
        alone=len(this.questions) == 1,
    )
    theirs: list[tuple[str, str, str]] = []
    if request.method == "POST" and form.is_valid():
        posted = {
            q: int(request.POST.get(f"seen-{q}", "0"))
            for q in seen
            if request.POST.get(f"seen-{q}", "0").isdigit()
        }
        try:
            operations.answer(
                given, by=request.user, section=section, values=form.answers(), seen=posted
            )
            return redirect(_next(request, given, section))
        except OutOfDate as refused:
            seen = {q: one.version for q, one in refused.current.items()}
            theirs = [
                (
                    q.text,
                    str(form[q.id].value() or ""),
                    "\n".join(spoken(q, refused.current[q.id].value)),
                )
                for q in this.questions
                if q.id in refused.current
                and q.id in form.fields
                and refused.current[q.id].value != form.answers().get(q.id)
            ]
    found = queries.progress_of(request.user, given)
    keys = [one.section.id for one in found]
    return render(
        request,
        "returns/section.html",
        _frame(
            given,
            section=this,
            form=form,
            seen=seen,
            theirs=theirs,
            at=keys.index(section) + 1,
            of=len(keys),
            noticed=queries.worth_a_look(given, kept.values()) if request.method == "GET" else [],
            may_manage=allows(request.user, MANAGE, given),
        ),
        status=409 if theirs else 200,
    )


@needs(MANAGE, queries.agency_return)
def share(request: Request, given: AgencyReturn, *, section: str) -> HttpResponse:
    """Ask a colleague to do one section."""
    this = _section(request, given, section)
    form = forms.ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.share_section(
                given,
                by=request.user,
                section=section,
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
            )
            messages.success(request, "Your colleague has been invited to this section.")
            return redirect(_to("return", given))
        except NotNow as refused:
            form.add_error("email", refused.sentence)
    return render(
        request,
        "returns/share.html",
        _frame(given, section=this, form=form, colleagues=queries.colleagues(given)),
    )


@needs(MANAGE, queries.agency_return)
def ready(request: Request, given: AgencyReturn) -> HttpResponse:
    """Read it through once more, and say that it is ready; or go on writing in one that was."""
    form = forms.ReadyForm(request.POST or None, seen=given.version)
    if request.method == "POST" and form.is_valid():
        if given.waits:
            operations.mark_prepared(
                given,
                by=request.user,
                seen=form.cleaned_data["seen"],
                outside=form.cleaned_data["outside"],
            )
        else:
            operations.reopen(given, by=request.user, seen=form.cleaned_data["seen"])
        return redirect(_to("return" if given.waits else "ready", given))
    return render(
        request,
        "returns/ready.html",
        _frame(given, form=form, told=_told(given), noticed=queries.worth_a_look(given)),
    )


@needs(ASK, queries.known_return)
def ready_for_another(request: Request, given: AgencyReturn) -> HttpResponse:
    """The coordinator says for an agency that its return is ready, on somebody's word."""
    form = forms.ReadyForAnotherForm(request.POST or None, seen=given.version)
    if request.method == "POST" and form.is_valid():
        operations.mark_prepared(
            given,
            by=request.user,
            seen=form.cleaned_data["seen"],
            outside=True,
            means=Means(form.cleaned_data["means"]),
            on_word_of=form.cleaned_data["on_word_of"],
        )
        return redirect(
            "returns:status", partnership=request.partnership.slug, reference=given.reference
        )
    return _for_agency(request, given, form, "Its return is ready", "ready-for-another")


@needs(ASK, queries.known_return)
def not_taking_part(request: Request, given: AgencyReturn) -> HttpResponse:
    """The coordinator notes that an agency takes no part."""
    form = forms.NotTakingPartForm(request.POST or None, seen=given.version)
    if request.method == "POST" and form.is_valid():
        operations.note_not_taking_part(
            given, by=request.user, seen=form.cleaned_data["seen"], why=form.cleaned_data["why"]
        )
        return redirect(
            "returns:status", partnership=request.partnership.slug, reference=given.reference
        )
    return _for_agency(request, given, form, "It takes no part", "not-taking-part")


def _for_agency(
    request: Request, given: AgencyReturn, form: Any, heading: str, screen: str
) -> HttpResponse:
    return render(
        request,
        "returns/for_agency.html",
        {"given": given, "case": given.case, "form": form, "heading": heading, "screen": screen},
    )


def _section(request: Request, given: AgencyReturn, key: str) -> Section:
    only = my_sections(request.user, given)
    for one in queries.sections_of(given):
        if one.id == key and (only is None or key in only):
            return one
    raise Http404


def _next(request: Request, given: AgencyReturn, section: str) -> str:
    keys = [one.section.id for one in queries.progress_of(request.user, given)]
    place = keys.index(section) + 1
    if "later" in request.POST or place >= len(keys):
        return _to("return", given)
    return _to("section", given, section=keys[place])


def _told(given: AgencyReturn) -> list[tuple[Section, list[tuple[str, str]]]]:
    """What the return says, section by section."""
    answers = queries.answers(given)
    agencies = {str(a.pk): a.name for a in partnerships.agencies(given.case.partnership)}
    return [
        (
            one,
            [
                (q.text, "\n".join(spoken(q, answers[one.id, q.id], agencies)))
                for q in one.questions
                if (one.id, q.id) in answers
            ],
        )
        for one in queries.sections_of(given)
    ]
