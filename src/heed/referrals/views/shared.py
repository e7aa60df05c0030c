"""What the pages of a referral share."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.design import dates
from heed.design.forms import PlainForm
from heed.partnership import queries as partnerships
from heed.partnership.requests import Request
from heed.pathways.answers import spoken
from heed.pathways.shapes import Question
from heed.referrals import queries
from heed.referrals.brought import brought
from heed.referrals.models import Referral, ReferralAnswer
from heed.referrals.steps import Step, next_step


def to(name: str, referral: Referral, **more: object) -> str:
    """The address of one of the referral's pages."""
    return reverse(
        f"referrals:{name}",
        kwargs={
            "partnership": referral.case.partnership.slug,
            "reference": referral.reference,
            **more,
        },
    )


def to_step(referral: Referral, step: Step | None) -> str:
    """The address of a step; after the last one, of the page to check it on."""
    if step is None:
        return to("check", referral)
    if step.question is not None:
        return to("question", referral, question=step.key)
    return to(step.key, referral)


def on_from(referral: Referral, key: str, request: Request) -> HttpResponse:
    """On to the page after ``key``, or back to the check that the person came from."""
    if request.GET.get("then") == "check":
        return redirect(to("check", referral))
    return redirect(to_step(referral, next_step(queries.referral_steps(referral), key)))


def asked_as(referral: Referral, key: str) -> Question:
    """The pack's question with this id, where this referral meets it."""
    for step in queries.referral_steps(referral):
        if step.key == key and step.question is not None:
            return step.question
    raise Http404


def agencies(referral: Referral) -> list[tuple[str, str]]:
    """The agencies to choose from."""
    return [(str(a.pk), a.name) for a in partnerships.agencies(referral.case.partnership)]


def said(question: Question, value: object, referral: Referral) -> str:
    """An answer as a person reads it."""
    return "\n".join(spoken(question, value, dict(agencies(referral))))


def back(referral: Referral, key: str) -> str:
    """The address of the page before ``key``."""
    found = queries.referral_steps(referral)
    place = next((n for n, step in enumerate(found) if step.key == key), 0)
    return to_step(referral, found[place - 1]) if place else to("referral", referral)


def ask(
    request: Request,
    referral: Referral,
    key: str,
    form: PlainForm,
    *,
    theirs: str = "",
    status: int = 200,
    autosave: bool = False,
    several: bool = False,
    others_here: str = "",
) -> HttpResponse:
    """One question's page."""
    keys = [step.key for step in queries.referral_steps(referral)]
    return render(
        request,
        "referrals/question.html",
        {
            "referral": referral,
            "case": referral.case,
            "form": form,
            "theirs": theirs,
            "autosave": autosave,
            "mine": str(form[key].value() or "") if theirs else "",
            "at": keys.index(key) + 1 if key in keys else 1,
            "of": len(keys),
            "several": several,
            "others_here": others_here,
            "back": back(referral, key),
        },
        status=status,
    )


def saved(given: ReferralAnswer | None) -> JsonResponse:
    """What the page is told that saves by itself: when, and the version from which it goes on.

    ``saved`` is empty where the answer is not fit to be kept yet; the button says why.
    """
    if given is None:
        return JsonResponse({"saved": ""})
    return JsonResponse({"saved": dates.time_of_day(given.answered_at), "seen": given.version})


def told(referral: Referral) -> dict[str, object]:
    """What the referral says, question by question, and where each can be changed."""
    answers = queries.answers(referral)
    named = dict(agencies(referral))
    rows = [
        (
            step,
            "\n".join(spoken(step.question, answers.get(step.key), named)),
            to_step(referral, step),
        )
        for step in queries.referral_steps(referral)
        if step.question is not None
    ]
    return {
        "referral": referral,
        "case": referral.case,
        "rows": rows,
        "concerned": queries.concerned(referral),
        "papers": queries.papers(referral),
        "beside": brought(referral).all,
        "changing": False,
    }
