"""What people who work here say beside a page, and what they are answered."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.briefings.models import ReleasedPage
from heed.doors import allows, needs
from heed.library import other_forms
from heed.library.access import ANSWER, HEAR, SAY
from heed.library.heard import forms, operations, queries
from heed.library.models import Heard
from heed.library.states import HeardState
from heed.partnership import queries as partnerships
from heed.partnership.access import BELONG
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotNow

A_LIST = 30


@needs(SAY, other_forms.page_here)
def say(request: Request, page: ReleasedPage) -> HttpResponse:
    """Say that it is seen here too, or an idea; and what one said before, with its answer."""
    form = forms.SayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.say(page, by=request.user, kind=form.said, text=form.cleaned_data["text"])
            messages.success(request, "Thank you. You will read here what becomes of it.")
            return redirect("library:say", page.partnership.slug, page.slug)
        except NotNow as refused:
            form.add_error("kind", refused.sentence)
    mine = queries.mine(request.user, page)
    return render(request, "library/say.html", {"released": page, "form": form, "mine": mine})


@needs(BELONG, partnerships.partnership)
def heard_list(request: Request, partnership: Partnership) -> HttpResponse:
    """What was said beside pages, as far as it is for this person; unanswered first."""
    listed = queries.all_heard(request.user, partnership)
    page = Paginator(listed, A_LIST).get_page(request.GET.get("page"))
    return render(request, "library/heard_list.html", {"page": page})


@needs(HEAR, queries.heard)
def heard(request: Request, heard: Heard) -> HttpResponse:
    """One thing that was said, and what becomes of it."""
    form = forms.AnswerForm(request.POST or None, seen=heard.version)
    may_answer = heard.state == HeardState.NEW and allows(request.user, ANSWER, heard)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.answer(heard, by=request.user, seen=data["seen"], text=data["text"])
        messages.success(request, "Answered. A word that there is an answer waits in the outbox.")
        return redirect("library:heard-list", heard.partnership.slug)
    return render(
        request, "library/heard.html", {"heard": heard, "form": form, "may_answer": may_answer}
    )
