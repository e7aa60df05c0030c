"""The pages of a referral, one function each: load, ask, render."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.partnership import queries as partnerships
from heed.partnership.access import is_coordinator
from heed.partnership.models import CaseSubject, Partnership
from heed.partnership.requests import Request
from heed.partnership.states import About, Means
from heed.pathways.answers import spoken
from heed.pathways.forms import QuestionsForm
from heed.pathways.queries import pack_in_force, pack_of
from heed.pathways.shapes import Question
from heed.referrals import forms, operations, queries
from heed.referrals.access import ASK_MORE, READ, REFER, WITHDRAW, WRITE
from heed.referrals.models import Referral
from heed.referrals.states import Agreement
from heed.referrals.steps import Step, next_step, still_to_answer
from heed.refusals import OutOfDate


def _to(name: str, referral: Referral, **more: object) -> str:
    return reverse(
        f"referrals:{name}",
        kwargs={
            "partnership": referral.case.partnership.slug,
            "reference": referral.reference,
            **more,
        },
    )


def _to_step(referral: Referral, step: Step | None) -> str:
    if step is None:
        return _to("check", referral)
    if step.question is not None:
        return _to("question", referral, question=step.key)
    return _to(step.key, referral)


def _on_from(referral: Referral, key: str, request: Request) -> HttpResponse:
    if request.GET.get("then") == "check":
        return redirect(_to("check", referral))
    return redirect(_to_step(referral, next_step(queries.referral_steps(referral), key)))


@needs(REFER, partnerships.partnership)
def referral_list(request: Request, partnership: Partnership) -> HttpResponse:
    """The referrals that this person may read, newest first."""
    page = Paginator(queries.referrals(request.user, partnership), 30).get_page(
        request.GET.get("page")
    )
    return render(request, "referrals/list.html", {"page": page})


@needs(REFER, partnerships.partnership)
def start(request: Request, partnership: Partnership) -> HttpResponse:
    """What a review is for, and the gates: whether somebody is in danger now comes first."""
    referral = pack_in_force(partnership).referral
    form = forms.GatesForm(request.POST or None, gates=referral.gates)
    if request.method == "POST" and form.is_valid():
        for gate in referral.gates:
            given = "yes" if form.cleaned_data[gate.id] else "no"
            if given == gate.stops_on:
                return render(request, "referrals/stop.html", {"gate": gate})
        return redirect("referrals:from", partnership=partnership.slug)
    return render(request, "referrals/start.html", {"form": form, "referral": referral})


@needs(REFER, partnerships.partnership)
def who_refers(request: Request, partnership: Partnership) -> HttpResponse:
    """Which agency refers; for a coordinator also for whom the referral is entered."""
    agencies = list(partnerships.agencies(partnership))
    for_another = (
        is_coordinator.test(request.user, partnership) and request.GET.get("for") == "another"
    )
    make = forms.EnteredForAnotherForm if for_another else forms.WhoRefersForm
    form = make(request.POST or None, agencies=agencies, initial={"agency": request.user.agency_id})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        referral = operations.start_referral(
            partnership,
            by=request.user,
            agency=next(a for a in agencies if str(a.pk) == data["agency"]),
            referrer_name=data.get("referrer_name", ""),
            referrer_email=data.get("referrer_email", ""),
            happened_on=data.get("happened_on"),
            means=Means(data.get("means") or Means.HEED),
        )
        return redirect(_to_step(referral, queries.referral_steps(referral)[0]))
    return render(
        request,
        "referrals/who_refers.html",
        {
            "form": form,
            "can_enter": is_coordinator.test(request.user, partnership),
            "for_another": for_another,
        },
    )


@needs(READ, queries.referral, confidential=True)
def referral(request: Request, referral: Referral) -> HttpResponse:
    """The referral: for whoever writes it the list of its pages, for others what it says."""
    may_write = allows(request.user, WRITE, referral)
    if referral.being_written and may_write:
        return render(
            request,
            "referrals/tasks.html",
            {
                "referral": referral,
                "case": referral.case,
                "tasks": [
                    (step, _to_step(referral, step)) for step in queries.referral_steps(referral)
                ],
                "ready": not still_to_answer(queries.referral_steps(referral)),
            },
        )
    return render(
        request,
        "referrals/referral.html",
        {
            **_told(referral),
            "may_ask": allows(request.user, ASK_MORE, referral),
            "may_withdraw": allows(request.user, WITHDRAW, referral),
        },
    )


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
        return _on_from(referral, "representative", request)
    return _ask(request, referral, "representative", form)


@needs(WRITE, queries.referral)
def about(request: Request, referral: Referral) -> HttpResponse:
    """Whom the referral is about."""
    form = forms.AboutForm(request.POST or None, initial={"about": referral.case.about})
    if request.method == "POST" and form.is_valid():
        operations.say_whom_it_is_about(
            referral, by=request.user, about=About(form.cleaned_data["about"])
        )
        return _on_from(referral, "about", request)
    return _ask(request, referral, "about", form)


@needs(WRITE, queries.referral)
def question(request: Request, referral: Referral, *, question: str) -> HttpResponse:
    """One question of the pack."""
    asked = _asked(referral, question)
    given = referral.answers.filter(question=question).first()
    form = QuestionsForm(
        request.POST or None,
        seen=given.version if given else 0,
        questions=[asked],
        kept={question: given.value} if given else {},
        agencies=_agencies(referral),
        alone=True,
    )
    theirs = ""
    if request.method == "POST" and form.is_valid():
        value = form.answers()[question]
        try:
            if value is not None:
                operations.answer(
                    referral,
                    by=request.user,
                    question=question,
                    value=value,
                    seen=form.cleaned_data["seen"],
                )
            return _on_from(referral, question, request)
        except OutOfDate as refused:
            theirs = _said(asked, refused.current.value, referral)
            form.started_again(seen=refused.current.version)
    return _ask(request, referral, question, form, theirs=theirs, status=409 if theirs else 200)


@needs(WRITE, queries.referral)
def people(request: Request, referral: Referral) -> HttpResponse:
    """The children or adults whom it is about: a list to which each is added once."""
    concerned = queries.concerned(referral)
    if not concerned:
        return redirect(_to("person-add", referral))
    if request.method == "POST":
        return _on_from(referral, "people", request)
    return render(
        request,
        "referrals/people.html",
        {
            "referral": referral,
            "case": referral.case,
            "concerned": concerned,
            "back": _back(referral, "people"),
        },
    )


@needs(WRITE, queries.referral)
def person_add(request: Request, referral: Referral) -> HttpResponse:
    """Add a child or adult."""
    return _person(
        request,
        referral,
        None,
        lambda **data: operations.add_subject(referral, by=request.user, **data),
    )


@needs(WRITE, queries.referral)
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
    return redirect(_to("people", referral))


@needs(WRITE, queries.referral)
def check(request: Request, referral: Referral) -> HttpResponse:
    """Check the answers, then send."""
    form = forms.CheckForm(request.POST or None, seen=referral.version)
    if not referral.being_written:
        return redirect(_to("sent", referral))
    if request.method == "POST" and form.is_valid():
        operations.send_referral(referral, by=request.user, seen=form.cleaned_data["seen"])
        return redirect(_to("sent", referral))
    missing = [
        (step, _to_step(referral, step))
        for step in still_to_answer(queries.referral_steps(referral))
    ]
    return render(
        request,
        "referrals/check.html",
        {**_told(referral), "form": form, "missing": missing, "changing": True},
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
        return redirect(_to("referral", referral))
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
        return redirect(_to("referral", referral))
    return render(
        request,
        "referrals/ask_more.html",
        {"referral": referral, "case": referral.case, "form": form},
    )


def _asked(referral: Referral, key: str) -> Question:
    for step in queries.referral_steps(referral):
        if step.key == key and step.question is not None:
            return step.question
    raise Http404


def _agencies(referral: Referral) -> list[tuple[str, str]]:
    return [(str(a.pk), a.name) for a in partnerships.agencies(referral.case.partnership)]


def _said(question: Question, value: object, referral: Referral) -> str:
    return "\n".join(spoken(question, value, dict(_agencies(referral))))


def _back(referral: Referral, key: str) -> str:
    found = queries.referral_steps(referral)
    place = next((n for n, step in enumerate(found) if step.key == key), 0)
    return _to_step(referral, found[place - 1]) if place else _to("referral", referral)


def _ask(
    request: Request,
    referral: Referral,
    key: str,
    form: PlainForm,
    *,
    theirs: str = "",
    status: int = 200,
) -> HttpResponse:
    keys = [step.key for step in queries.referral_steps(referral)]
    return render(
        request,
        "referrals/question.html",
        {
            "referral": referral,
            "case": referral.case,
            "form": form,
            "theirs": theirs,
            "mine": str(form[key].value() or "") if theirs else "",
            "at": keys.index(key) + 1 if key in keys else 1,
            "of": len(keys),
            "back": _back(referral, key),
        },
        status=status,
    )


def _person(
    request: Request,
    referral: Referral,
    concern: CaseSubject | None,
    save: Callable[..., CaseSubject],
) -> HttpResponse:
    initial: dict[str, object] = {}
    if concern:
        lines = list(concern.register.all())
        initial = {
            "name": next((line.text for line in lines if line.kind == "name"), ""),
            "other_names": ", ".join(line.text for line in lines if line.kind == "other name"),
            "born_on": next((line.born_on for line in lines if line.born_on), None),
            "age_band": concern.age_band,
        }
    form = forms.SubjectForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        save(**form.cleaned_data)
        return redirect(_to("people", referral))
    return render(
        request,
        "referrals/person.html",
        {"referral": referral, "case": referral.case, "form": form, "concern": concern},
    )


def _told(referral: Referral) -> dict[str, object]:
    """What the referral says, question by question, and where each can be changed."""
    answers = queries.answers(referral)
    agencies = dict(_agencies(referral))
    rows = [
        (
            step,
            "\n".join(spoken(step.question, answers.get(step.key), agencies)),
            _to_step(referral, step),
        )
        for step in queries.referral_steps(referral)
        if step.question is not None
    ]
    return {
        "referral": referral,
        "case": referral.case,
        "rows": rows,
        "concerned": queries.concerned(referral),
        "changing": False,
    }
