"""What has changed since: writing it, agreeing to it, showing it and taking it down."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.doors import DOORS, allows, needs
from heed.library import changes, forms, operations
from heed.library.access import AGREE_CHANGE, SHOW_CHANGE, TAKE_DOWN_CHANGE, WRITE_CHANGE
from heed.library.models import Change
from heed.partnership.requests import Request
from heed.recommendations.access import READ
from heed.recommendations.models import Recommendation
from heed.recommendations.queries import recommendation as load
from heed.refusals import NotNow

#: What each press does, and what is said then.
PRESSES = {
    "agree": (operations.agree_change, "Agreed. It can be shown now."),
    "show": (operations.show_change, "It stands on the page now."),
    "take-down": (operations.take_down_change, "Taken down."),
}


@needs(READ, load)
def change(request: Request, recommendation: Recommendation) -> HttpResponse:
    """The sentence as it stands, what the check finds in it, and what can be done next."""
    found = changes.change_of(recommendation)
    form = forms.ChangeForm(
        request.POST or None,
        seen=found.version if found else None,
        initial={"text": found.text if found else ""},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.write_change(
                recommendation,
                by=request.user,
                text=form.cleaned_data["text"],
                seen=form.cleaned_data["seen"] if found else None,
            )
        except NotNow as refused:
            form.add_error("text", refused.sentence)
        else:
            messages.success(request, "Saved. Somebody else agrees to it before it is shown.")
            return _back(recommendation)
    may_agree = found is not None and allows(request.user, AGREE_CHANGE, found)
    return render(
        request,
        "library/change.html",
        {
            "one": recommendation,
            "change": found,
            "page": changes.page_of(recommendation),
            "reading": changes.read(found) if found else None,
            "form": form,
            "may_write": allows(request.user, WRITE_CHANGE, recommendation),
            "may_agree": may_agree,
            "may_not_agree": "" if may_agree else DOORS[AGREE_CHANGE].says,
            "may_show": found is not None and allows(request.user, SHOW_CHANGE, found),
            "may_take_down": found is not None and allows(request.user, TAKE_DOWN_CHANGE, found),
        },
    )


@require_POST
@needs(READ, load)
def keep(request: Request, recommendation: Recommendation) -> HttpResponse:
    """Give the reason for which words stay."""
    try:
        operations.keep_change_words(
            _found(recommendation),
            by=request.user,
            mark=request.POST.get("mark", ""),
            reason=request.POST.get("reason", ""),
        )
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return _back(recommendation)


@require_POST
@needs(READ, load)
def press(request: Request, recommendation: Recommendation, *, what: str) -> HttpResponse:
    """Agree to it, show it, or take it down."""
    if what not in PRESSES:
        raise Http404
    found = _found(recommendation)
    form = forms.PlainForm(request.POST, seen=found.version)
    if not form.is_valid():
        return _back(recommendation)
    do, told = PRESSES[what]
    do(found, by=request.user, seen=form.cleaned_data["seen"])
    messages.success(request, told)
    return _back(recommendation)


def _found(recommendation: Recommendation) -> Change:
    found = changes.change_of(recommendation)
    if found is None:
        raise Http404
    return found


def _back(recommendation: Recommendation) -> HttpResponse:
    return redirect("library:change", recommendation.partnership.slug, recommendation.reference)
