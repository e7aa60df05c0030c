"""A toolkit to share: its themes, its owners, who was asked, leaving it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.doors import allows, needs
from heed.memory import themes
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotNow
from heed.toolkit import forms, operations, queries
from heed.toolkit.access import ANSWER, BEGIN, KEEP, SEE
from heed.toolkit.models import Toolkit
from heed.toolkit.states import ShareState
from heed.toolkit.views.shared import ask, at_toolkit, home


@needs(BEGIN, queries.desk)
def begin(request: Request, partnership: Partnership) -> HttpResponse:
    """Begin a toolkit to share."""
    form = forms.ToolkitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = operations.begin_toolkit(
            partnership, by=request.user, name=data["name"], themes=data["themes"]
        )
        return redirect(at_toolkit("toolkit", request, made))
    return ask(
        request,
        form,
        screen="toolkit-begin",
        heading="Begin a toolkit to share",
        back=(home(request), "Toolkit"),
        button="Begin it",
    )


@needs(SEE, queries.toolkit)
def toolkit(request: Request, toolkit: Toolkit) -> HttpResponse:
    """Who owns it, who was asked, its themes, and what this partnership may do."""
    share = queries.share_of(toolkit, request.partnership)
    return render(
        request,
        "toolkit/toolkit.html",
        {
            "toolkit": toolkit,
            "share": share,
            "shares": [one for one in toolkit.shares.all() if one.state != ShareState.LEFT],
            "themes": [themes.label(one) for one in toolkit.themes],
            "asked": share is not None and share.state == ShareState.ASKED,
            "may_keep": not toolkit.own and allows(request.user, KEEP, toolkit),
            "may_answer": allows(request.user, ANSWER, request.partnership),
            "alone": len(toolkit.owners) == 1,
        },
    )


@needs(KEEP, queries.toolkit)
def change(request: Request, toolkit: Toolkit) -> HttpResponse:
    """Change its name and themes."""
    form = forms.ToolkitForm(
        request.POST or None,
        seen=toolkit.version,
        initial={"name": toolkit.name, "themes": toolkit.themes},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.change_toolkit(
            toolkit, by=request.user, seen=data["seen"], name=data["name"], themes=data["themes"]
        )
        return redirect(at_toolkit("toolkit", request, toolkit))
    return ask(
        request,
        form,
        screen="toolkit-change",
        heading="Change the toolkit",
        back=(at_toolkit("toolkit", request, toolkit), "The toolkit"),
    )


@needs(KEEP, queries.toolkit)
def invite(request: Request, toolkit: Toolkit) -> HttpResponse:
    """Ask another partnership of this installation to own it too."""
    left = queries.could_share(toolkit)
    if not left:
        messages.error(request, "Every partnership here shares it already, or has been asked.")
        return redirect(at_toolkit("toolkit", request, toolkit))
    form = forms.InviteForm(request.POST or None, partnerships=left)
    if request.method == "POST" and form.is_valid():
        operations.invite(toolkit, by=request.user, partnership=form.chosen)
        messages.success(request, "Their coordinator is told by the outbox.")
        return redirect(at_toolkit("toolkit", request, toolkit))
    return ask(
        request,
        form,
        screen="toolkit-invite",
        heading="Ask a partnership to share it",
        headed=False,
        back=(at_toolkit("toolkit", request, toolkit), "The toolkit"),
        button="Ask them",
    )


@require_POST
@needs(SEE, queries.toolkit)
def answer(request: Request, toolkit: Toolkit, *, answer: str) -> HttpResponse:
    """Say yes or no to sharing, show or hide the others' pages, or leave."""
    share = queries.share_of(toolkit, request.partnership)
    if share is None:
        raise Http404
    share.toolkit = toolkit
    try:
        if answer in ("yes", "no"):
            operations.answer_invitation(share, by=request.user, yes=answer == "yes")
            if answer == "no":
                return redirect(home(request))
        elif answer in ("show", "hide"):
            operations.show_others(share, by=request.user, shows=answer == "show")
        elif answer == "leave":
            operations.leave(share, by=request.user)
            messages.success(request, "You have left it. The other owners are told by the outbox.")
            return redirect(home(request))
        else:
            raise Http404
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(at_toolkit("toolkit", request, toolkit))
