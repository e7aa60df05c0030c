"""Opening and scoping a review, one function a page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.alongside import queries as alongside
from heed.design.forms import PlainForm
from heed.doors import needs
from heed.partnership import queries as partnerships
from heed.partnership.models import Case, Person
from heed.partnership.requests import Request
from heed.partnership.states import About
from heed.pathways.queries import pack_of
from heed.refusals import NotNow
from heed.reviews import forms, operations, queries
from heed.reviews.access import OPEN, SCOPE
from heed.reviews.models import Review
from heed.reviews.steps import scope_steps


def _to(name: str, review: Review) -> str:
    return reverse(
        f"reviews:{name}",
        kwargs={"partnership": review.case.partnership.slug, "reference": review.reference},
    )


@needs(OPEN, partnerships.case)
def open_review(request: Request, case: Case) -> HttpResponse:
    """Open the review that the group decided on."""
    people = queries.facilitators(case.partnership)
    form = forms.OpenForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["facilitator"]
        review = operations.open_review(
            case,
            by=request.user,
            facilitator=next((p for p in people if str(p.pk) == chosen), None),
        )
        return redirect(_to("scope", review))
    return render(request, "reviews/open.html", {"case": case, "form": form})


@needs(SCOPE, queries.review, confidential=True)
def scope(request: Request, review: Review) -> HttpResponse:
    """What is settled before the review begins; agreeing it sets the review under way."""
    missing = operations.still_to_settle(review)
    form = forms.AgreeForm(request.POST or None, seen=review.version, needs_reason=bool(missing))
    if request.method == "POST" and form.is_valid():
        operations.agree_scope(
            review,
            by=request.user,
            seen=form.cleaned_data["seen"],
            because=form.cleaned_data.get("because", ""),
        )
        messages.success(request, "The scope is agreed. Next, ask the agencies for their returns.")
        return redirect(_case_page(review))
    steps = scope_steps(
        pseudonyms=bool(review.case.known_as),
        period=review.focus_from is not None,
        agencies=len(queries.agencies(review)),
        family=review.family_planned,
        about_somebody=review.case.about != About.NOBODY,
    )
    return render(
        request,
        "reviews/scope.html",
        {
            "review": review,
            "case": review.case,
            "form": form,
            "tasks": [(step, _to(step.key, review)) for step in steps],
            "ready": not missing,
            "may_go_ahead": bool(review.case.known_as) or review.case.about == About.NOBODY,
            "targets": queries.targets(review),
            "prompts": pack_of(review.case).scope.prompts,
            "beside": alongside.cards(request.user, review.case),
        },
    )


@needs(SCOPE, queries.review)
def known_as(request: Request, review: Review) -> HttpResponse:
    """The name that stands for the child or adult in the review."""
    form = forms.KnownAsForm(
        request.POST or None,
        subjects=queries.subjects(review),
        hint=pack_of(review.case).scope.pseudonym_hint,
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.know_as(review, by=request.user, names=form.names)
            return redirect(_to("scope", review))
        except NotNow as refused:
            form.add_error(next(iter(form.fields)), refused.sentence)
    return _page(request, review, "known_as", form, "A name for the review")


@needs(SCOPE, queries.review)
def focus(request: Request, review: Review) -> HttpResponse:
    """The focus period and the lines of enquiry."""
    way = pack_of(review.case).scope
    initial = {
        "focus_from": review.focus_from,
        "focus_to": review.focus_to,
        "lines": "\n".join(review.lines_of_enquiry or way.lines_of_enquiry[:4]),
    }
    if review.focus_from is None:
        initial |= forms.first_period(way.focus_months)
    form = forms.FocusForm(request.POST or None, seen=review.version, scope=way, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.set_focus(
            review,
            by=request.user,
            seen=data["seen"],
            focus_from=data["focus_from"],
            focus_to=data["focus_to"],
            lines=form.questions,
        )
        return redirect(_to("scope", review))
    return _page(request, review, "focus", form, "Focus period and lines of enquiry")


@needs(SCOPE, queries.review)
def family(request: Request, review: Review) -> HttpResponse:
    """How the child and family take part."""
    pack, offered = pack_of(review.case), alongside.family(review.case)
    not_offered = review.family_not_offered or ("" if review.family else offered.not_offered)
    form = forms.FamilyForm(
        request.POST or None,
        seen=review.version,
        scope=pack.scope,
        helps=pack.decision.family_support,
        initial={
            "ways": review.family or (["not_now"] if not_offered else []),
            "support": offered.support,
            "note": review.family_note or queries.family_then(review),
            "not_offered": not_offered,
        },
    )
    if request.method == "POST" and form.is_valid():
        operations.plan_family(
            review,
            by=request.user,
            seen=form.cleaned_data["seen"],
            ways=form.offered,
            note=form.cleaned_data["note"],
            not_offered=form.cleaned_data["not_offered"] or "",
            support=form.cleaned_data["support"],
        )
        return redirect(_to("scope", review))
    told = queries.family_said(request.user, review)
    return _page(request, review, "family", form, "The child and family", told=told)


@needs(SCOPE, queries.review)
def agencies(request: Request, review: Review) -> HttpResponse:
    """The agencies that are asked in, and whom we write to there."""
    house = review.case.partnership
    asked = queries.agencies(review)
    known = {one.agency_id for one in asked}
    ours = list(partnerships.agencies(house))
    people = list(
        Person.objects.filter(agency__partnerships=house, is_active=True)
        .distinct()
        .select_related("agency")
    )
    form = forms.AgencyForm(
        request.POST or None,
        agencies=[a for a in ours if a.pk not in known],
        people=people,
        initial={"agency": request.GET.get("agency", "")},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.ask_in(
            review,
            by=request.user,
            agency=next(a for a in ours if str(a.pk) == data["agency"]),
            contact=next((p for p in people if str(p.pk) == data["contact"]), None),
            contact_name=data["contact_name"],
            contact_email=data["contact_email"],
        )
        return redirect(_to("agencies", review))
    return render(
        request,
        "reviews/agencies.html",
        {
            "review": review,
            "case": review.case,
            "asked": asked,
            "form": form,
            "suggested": queries.suggested(request.user, review, ours, known),
        },
    )


@require_POST
@needs(SCOPE, queries.review)
def leave_out(request: Request, review: Review, *, number: int) -> HttpResponse:
    """Take an agency out again."""
    operations.leave_out(get_object_or_404(review.agencies, pk=number), by=request.user)
    return redirect(_to("agencies", review))


def _case_page(review: Review) -> str:
    return reverse(
        "casework:case",
        kwargs={"partnership": review.case.partnership.slug, "reference": review.reference},
    )


def _page(
    request: Request,
    review: Review,
    screen: str,
    form: PlainForm,
    heading: str,
    told: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    return render(
        request,
        "reviews/page.html",
        {
            "review": review,
            "case": review.case,
            "form": form,
            "heading": heading,
            "told": told or [],
            "screen": f"scope-{screen.replace('_', '-')}",
        },
    )
