"""Files on a referral: added while it is written, read by whoever may read it."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from heed.doors import needs
from heed.papers import operations as papers
from heed.papers.checking import Unfit
from heed.papers.models import Paper
from heed.partnership.requests import Request
from heed.referrals import forms, operations, queries
from heed.referrals.access import READ, WRITE
from heed.referrals.models import Referral
from heed.referrals.views.shared import to


@needs(WRITE, queries.referral)
def files(request: Request, referral: Referral) -> HttpResponse:
    """The files so far, and one more."""
    form = forms.PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_paper(
                referral,
                by=request.user,
                file=form.cleaned_data["file"],
                what=form.cleaned_data["what"],
            )
            messages.success(request, "The file is added.")
            return redirect(to("files", referral))
        except Unfit as fault:
            form.add_error("file", str(fault))
    return render(
        request,
        "referrals/files.html",
        {
            "referral": referral,
            "case": referral.case,
            "form": form,
            "papers": queries.papers(referral),
        },
    )


@needs(READ, queries.referral)
def file(request: Request, referral: Referral, *, number: int) -> FileResponse:
    """One file, for whoever may read the referral."""
    return papers.hand_over(_paper(referral, number), by=request.user)


@require_POST
@needs(WRITE, queries.referral)
def file_remove(request: Request, referral: Referral, *, number: int) -> HttpResponse:
    """Take a file out again."""
    operations.take_out_paper(referral, by=request.user, paper=_paper(referral, number))
    messages.success(request, "Taken out.")
    return redirect(to("files", referral))


def _paper(referral: Referral, number: int) -> Paper:
    return get_object_or_404(Paper, pk=number, about=queries.about_papers(referral))
