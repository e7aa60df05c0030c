"""The pages on which a referral is written, one function each: load, ask, render."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from heed.doors import needs
from heed.partnership.models import CaseSubject
from heed.partnership.requests import Request
from heed.partnership.states import About
from heed.pathways.forms import QuestionsForm
from heed.pathways.queries import pack_of
from heed.referrals import forms, operations, queries
from heed.referrals.access import ADD_LATER, WRITE
from heed.referrals.models import Referral
from heed.referrals.states import Agreement
from heed.referrals.views import together
from heed.referrals.views.shared import agencies, ask, asked_as, back, on_from, said, saved, to
from heed.refusals import OutOfDate


@needs(WRITE, queries.referral)
def representative(request: Request, referral: Referral) -> HttpResponse:
    """What the agency's representative said; it never blocks."""
    form = forms.RepresentativeForm(
        request.POST or None,
        words=pack_of(referral.case).referral.agreement,
        initial={
            "agreement": referral.agreement,
            "not_agreed_why": referral.agreement_reason,
            "not_asked_why": referral.agreement_reason,
        },
    )
    if request.method == "POST" and form.is_valid():
        operations.note_agreement(
            referral,
            by=request.user,
            agreement=Agreement(form.cleaned_data["agreement"]),
            reason=form.reason,
        )
        return on_from(referral, "representative", request)
    return ask(request, referral, "representative", form)


@needs(WRITE, queries.referral)
def about(request: Request, referral: Referral) -> HttpResponse:
    """Whom the referral is about."""
    form = forms.AboutForm(request.POST or None, initial={"about": referral.case.about})
    if request.method == "POST" and form.is_valid():
        operations.say_whom_it_is_about(
            referral, by=request.user, about=About(form.cleaned_data["about"])
        )
        return on_from(referral, "about", request)
    return ask(request, referral, "about", form)


@needs(WRITE, queries.referral)
def question(request: Request, referral: Referral, *, question: str) -> HttpResponse:
    """One question of the pack."""
    asked = asked_as(referral, question)
    given = referral.answers.filter(question=question).first()
    form = QuestionsForm(
        request.POST or None,
        seen=given.version if given else 0,
        questions=[asked],
        kept={question: given.value} if given else {},
        agencies=agencies(referral),
        alone=True,
    )
    theirs = ""
    by_itself = "Heed-Autosave" in request.headers
    if request.method == "POST" and form.is_valid():
        value = form.answers()[question]
        try:
            if value is not None:
                given = operations.answer(
                    referral,
                    by=request.user,
                    question=question,
                    value=value,
                    seen=form.cleaned_data["seen"],
                )
            if by_itself:
                return saved(given if value is not None else None)
            return on_from(referral, question, request)
        except OutOfDate as refused:
            theirs = said(asked, refused.current.value, referral)
            form.started_again(seen=refused.current.version)
    if by_itself and request.method == "POST" and not theirs:
        return saved(None)
    return ask(
        request,
        referral,
        question,
        form,
        theirs=theirs,
        status=409 if theirs else 200,
        autosave=True,
        **together.several(request.user, referral),
    )


@needs(WRITE, queries.referral)
def people(request: Request, referral: Referral) -> HttpResponse:
    """The children or adults whom it is about: a list to which each is added once."""
    concerned = queries.concerned(referral)
    if not concerned:
        return redirect(to("person-add", referral))
    if request.method == "POST":
        return on_from(referral, "people", request)
    return render(
        request,
        "referrals/people.html",
        {
            "referral": referral,
            "case": referral.case,
            "concerned": concerned,
            "back": back(referral, "people"),
        },
    )


@needs(ADD_LATER, queries.referral)
def person_add(request: Request, referral: Referral) -> HttpResponse:
    """Add a child or adult."""
    return _person(
        request,
        referral,
        None,
        lambda **data: operations.add_subject(referral, by=request.user, **data),
    )


@needs(ADD_LATER, queries.referral)
def person_change(request: Request, referral: Referral, *, number: int) -> HttpResponse:
    """Put right what was typed about somebody."""
    concern = get_object_or_404(referral.case.concerns, pk=number)
    return _person(
        request,
        referral,
        concern,
        lambda **data: operations.change_subject(concern, by=request.user, **data),
    )


@require_POST
@needs(WRITE, queries.referral)
def person_remove(request: Request, referral: Referral, *, number: int) -> HttpResponse:
    """Take somebody out again."""
    operations.remove_subject(get_object_or_404(referral.case.concerns, pk=number), by=request.user)
    messages.success(request, "Taken out.")
    return redirect(to("people", referral))


def _person(
    request: Request,
    referral: Referral,
    concern: CaseSubject | None,
    save: Callable[..., CaseSubject],
) -> HttpResponse:
    initial: dict[str, object] = {}
    if concern:
        lines = list(concern.register.filter(kind__in=queries.NAMES))
        initial = {
            "name": next((line.text for line in lines if line.kind == "name"), ""),
            "other_names": ", ".join(line.text for line in lines if line.kind == "other name"),
            "born_on": next((line.born_on for line in lines if line.born_on), None),
            "age_band": concern.age_band,
        }
    unborn = concern.by_mother if concern else queries.awaits_a_mother(referral)
    adult = referral.case.about == About.ADULT
    asks = forms.UnbornForm if unborn else forms.AdultForm if adult else forms.SubjectForm
    form = asks(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        save(**form.cleaned_data)
        return redirect(together.list_of_people(referral))
    return render(
        request,
        "referrals/person.html",
        {
            "referral": referral,
            "case": referral.case,
            "form": form,
            "concern": concern,
            "unborn": unborn,
        },
    )
