"""The pages on which a record is put right."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from heed.casework import forms
from heed.design.forms import PlainForm
from heed.doors import needs
from heed.partnership import operations
from heed.partnership import queries as partnerships
from heed.partnership.access import CORRECT_CASE
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.refusals import NotNow


@needs(CORRECT_CASE, partnerships.case)
def merge(request: Request, case: Case) -> HttpResponse:
    """Say that this case is the same as another, which goes on."""
    form = forms.MergeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        other = (
            Case.objects.visible_to(request.user)
            .filter(partnership=case.partnership, reference__iexact=form.cleaned_data["into"])
            .first()
        )
        if other is None:
            form.add_error("into", "No case has this reference. Check it, letter by letter")
        else:
            try:
                operations.merge_cases(
                    case, by=request.user, into=other, why=form.cleaned_data["why"]
                )
                return redirect(
                    "casework:case", partnership=case.partnership.slug, reference=other.reference
                )
            except NotNow as refused:
                form.add_error("into", refused.sentence)
    return _page(request, case, form, "merge")


@needs(CORRECT_CASE, partnerships.case)
def split(request: Request, case: Case) -> HttpResponse:
    """Open a second case for some of those whom this one concerns."""
    form = forms.SplitForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        try:
            second = operations.split_case(
                case, by=request.user, subjects=form.moving, why=form.cleaned_data["why"]
            )
            return redirect(
                "casework:case", partnership=case.partnership.slug, reference=second.reference
            )
        except NotNow as refused:
            form.add_error("subjects", refused.sentence)
    return _page(request, case, form, "split")


def _page(request: Request, case: Case, form: PlainForm, which: str) -> HttpResponse:
    return render(
        request,
        "casework/correct.html",
        {"case": case, "form": form, "which": which, "screen": f"case-{which}"},
    )
