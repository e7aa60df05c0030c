"""A question to members between meetings: asked, answered on one screen, closed, ratified."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_POST

from heed.doors import allows, check, needs
from heed.meetings import forms, operations, queries
from heed.meetings.access import ANSWER, PLAN, READ_QUESTION, RULE, SETTLE
from heed.meetings.models import Interest, Question
from heed.meetings.states import MeetingState, QuestionState, Result, View
from heed.meetings.views.shared import about_group, to_group
from heed.partnership import queries as partnerships
from heed.partnership.models import Case, Group
from heed.partnership.requests import Request
from heed.partnership.states import Means
from heed.refusals import NotNow, OutOfDate

#: Whose papers a question may be for: what the address says, and the page that it leads to.
PAPERS = {"decision": "decisions:decision"}


@needs(PLAN, queries.group)
def ask(request: Request, group: Group) -> HttpResponse:
    """Put a question to the members, about a case that the address names or about none."""
    case, about = _case(request, group), request.GET.get("about", "")
    if about.partition(":")[0] not in PAPERS or case is None:
        about = ""
    form = forms.AskForm(request.POST or None, titled=case is None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        question = operations.ask_members(
            group,
            by=request.user,
            title=data["title"] if case is None else f"{case.reference}: asked between meetings",
            asks=data["asks"],
            why_now=data["why_now"],
            answer_by=data["answer_by"],
            case=case,
            about=about,
            **_papers(about, case),
        )
        messages.success(
            request, "Asked. The messages to members wait in the outbox: read them, and send them."
        )
        return redirect(_to(question))
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            group,
            form=form,
            screen="question-ask",
            heading="Ask the members between meetings",
            said=f"About {case.reference}" if case else "",
            button="Ask them",
        ),
    )


def _case(request: Request, group: Group) -> Case | None:
    reference = request.GET.get("case", "")
    if not reference:
        return None
    try:
        return partnerships.case(request.user, group.partnership.slug, reference)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault


def _papers(about: str, case: Case | None) -> dict[str, Any]:
    name = PAPERS.get(about.partition(":")[0])
    if name is None or case is None:
        return {}
    return {
        "url_name": name,
        "url_args": {"partnership": case.partnership.slug, "reference": case.reference},
    }


def _papers_url(question: Question) -> str:
    try:
        return reverse(question.url_name, kwargs=question.url_args) if question.url_name else ""
    except NoReverseMatch:
        return ""


@needs(READ_QUESTION, queries.question, confidential=True)
def question(request: Request, question: Question) -> HttpResponse:
    """What is asked, one's own answer, and how the group stands."""
    mine = queries.stand_of(request.user, question)
    may_answer = question.is_asked and allows(request.user, ANSWER, question)
    form = forms.StandForm(
        (request.POST or None) if may_answer else None,
        initial={"view": mine.view, "words": mine.words} if mine else {},
    )
    status = 200
    if request.method == "POST" and may_answer and form.is_valid():
        try:
            return _answer(request, question, form)
        except NotNow as refused:
            form.add_error(None, refused.sentence)
            status = 409
    stands = list(question.stands.select_related("agency"))
    item = queries.item_of(question)
    may_settle = allows(request.user, SETTLE, question)
    at = item.meeting if item else None
    return render(
        request,
        "meetings/question.html",
        about_group(
            question.group,
            question=question,
            case=question.case,
            form=form,
            mine=mine,
            my_words=dict(forms.ANSWERS)[mine.view] if mine else "",
            may_answer=may_answer,
            stands=stands,
            unanswered=queries.unanswered(question) if question.is_asked else [],
            stood=queries.stood_between(question, stands),
            interests=queries.declared(question.item) if question.item else [],
            papers=_papers_url(question),
            may_settle=may_settle,
            may_rule=may_settle and question.item and allows(request.user, RULE, question.item),
            item=item,
            may_ratify=may_settle
            and question.state == QuestionState.CLOSED
            and at is not None
            and at.state == MeetingState.OPEN
            and item is not None
            and not item.outcome,
        ),
        status=status,
    )


def _answer(request: Request, question: Question, form: forms.StandForm) -> HttpResponse:
    data = form.cleaned_data
    if data["view"] == "leaves":
        operations.leave_question(question, by=request.user)
        messages.success(request, "You are left out. Its papers are closed to you from now on.")
        return redirect("meetings:list", partnership=question.partnership.slug)
    operations.take_stand(
        question,
        by=request.user,
        view=View(data["view"]),
        words=data["words"],
        agency_involved=data["agency"],
    )
    messages.success(request, "Thank you. You can change it until the question is closed.")
    return redirect(_to(question))


@needs(SETTLE, queries.question)
def enter(request: Request, question: Question) -> HttpResponse:
    """Enter the answer of a member who telephoned, or wrote."""
    people = [one for one in queries.may_answer(question) if one != request.user]
    form = forms.StandForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.take_stand(
                question,
                by=request.user,
                person=next(one for one in people if str(one.pk) == data["person"]),
                view=View(data["view"]),
                words=data["words"],
                agency_involved=data["agency"],
                means=Means(data["means"]),
            )
            return redirect(_to(question))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return _asked(request, question, form, "question-enter", "Enter a member’s answer", "Keep it")


@needs(SETTLE, queries.question)
def settle(request: Request, question: Question) -> HttpResponse:
    """Close a question with what came of it."""
    stands = list(question.stands.all())
    stood = queries.stood_between(question, stands)
    short = not stood.quorate or any(one.view == View.WAITS for one in stands)
    form = forms.SettleForm(request.POST or None, short=short, seen=question.version)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.settle(
                question,
                by=request.user,
                seen=data["seen"],
                result=Result(data["result"]),
                reasons=data["reasons"],
                because=data.get("because", ""),
            )
            return redirect(_to(question))
        except (NotNow, OutOfDate) as refused:
            form.add_error(None, refused.sentence)
    return _asked(
        request,
        question,
        form,
        "question-settle",
        "Close the question",
        "Close it",
        said=stood.sentence.replace(" here,", " answered,"),
    )


@require_POST
@needs(SETTLE, queries.question)
def take_back(request: Request, question: Question) -> HttpResponse:
    """Take a question back that need not be asked any more."""
    operations.take_back_question(question, by=request.user, seen=question.version)
    messages.success(request, "Taken back.")
    return redirect(_to(question))


@require_POST
@needs(SETTLE, queries.question)
def ratify(request: Request, question: Question) -> HttpResponse:
    """The meeting ratifies what was agreed between meetings, or does not."""
    operations.ratify(question, by=request.user, ratified=request.POST.get("ratified") == "yes")
    messages.success(request, "It is in the minutes.")
    return redirect(_to(question))


@needs(SETTLE, queries.question)
def ruling(request: Request, question: Question, *, interest: int) -> HttpResponse:
    """The chair's ruling on an agency's involvement."""
    found = get_object_or_404(Interest, pk=interest, item=question.item, ended_at__isnull=True)
    check(request.user, RULE, found.item)
    form = forms.RulingForm(request.POST or None, initial={"ruling": found.ruling})
    if request.method == "POST" and form.is_valid():
        operations.rule_on_interest(found, by=request.user, ruling=form.cleaned_data["ruling"])
        return redirect(_to(question))
    return _asked(request, question, form, "question-ruling", "", "Keep the ruling")


def _asked(
    request: Request,
    question: Question,
    form: Any,
    screen: str,
    heading: str,
    button: str,
    *,
    said: str = "",
) -> HttpResponse:
    return render(
        request,
        "meetings/ask_group.html",
        about_group(
            question.group,
            form=form,
            screen=screen,
            heading=heading,
            button=button,
            said=said,
            back=_to(question),
        ),
        status=409 if form.non_field_errors() else 200,
    )


def _to(question: Question) -> str:
    return to_group("question", question.group, number=question.pk)
