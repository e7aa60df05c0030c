"""The register of parallel processes: of the partnership, and beside one case."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.alongside import forms, operations, queries
from heed.alongside.access import CLEAR, KEEP, LIST, OPEN, READ
from heed.alongside.forms.processes import NOTHING
from heed.alongside.models import ParallelProcess
from heed.alongside.states import HOLD_SHORT, Hold
from heed.alongside.views.shared import ask, beside, told
from heed.doors import allows, needs
from heed.partnership.models import Case, Partnership
from heed.partnership.requests import Request
from heed.partnership.states import Stage
from heed.pathways.queries import pack_of
from heed.refusals import NotNow, OutOfDate

REGISTER = "What runs alongside"
#: While a review is at one of these, its target dates can wait.
UNDER_WAY = (Stage.RETURNS, Stage.EVENT, Stage.FINDINGS, Stage.REPORT, Stage.RELEASE)


@needs(LIST, queries.the_partnership)
def everything(request: Request, partnership: Partnership) -> HttpResponse:
    """What runs beside the partnership's cases, the next to be looked at first."""
    ended = request.GET.get("which") == "ended"
    found = queries.processes(request.user, partnership, ended=ended)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "alongside/list.html", {"page": page, "ended": ended})


@needs(OPEN, queries.case, confidential=True)
def register(request: Request, case: Case) -> HttpResponse:
    """Everything that runs beside one case, and what it holds back."""
    pack = pack_of(case)
    return render(
        request,
        "alongside/register.html",
        {
            "case": case,
            "processes": queries.beside(case),
            "may_keep": allows(request.user, KEEP, case),
            "not_for": pack.referral.not_for,
            "prompts": pack.alongside.process_prompts,
        },
    )


@needs(KEEP, queries.case)
def add(request: Request, case: Case) -> HttpResponse:
    """Enter a process."""
    form = forms.ProcessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        process = operations.enter_process(case, by=request.user, **form.written)
        return redirect(beside("process", case, number=process.number))
    return ask(
        request,
        form,
        screen="process-add",
        heading="What else is under way?",
        back=(beside("register", case), REGISTER),
        button="Enter it",
        case=case,
        points=pack_of(case).alongside.process_prompts,
    )


@needs(READ, queries.process, confidential=True)
def process(request: Request, process: ParallelProcess) -> HttpResponse:
    """One process: what it means for us, what was cleared and by whom."""
    may_clear = allows(request.user, CLEAR, process)
    cleared = process.cleared
    return render(
        request,
        "alongside/process.html",
        {
            "case": process.case,
            "process": process,
            "holds": [
                (hold, HOLD_SHORT[hold], cleared.get(hold))
                for hold in Hold
                if hold in process.holds
            ],
            "past": [one for one in process.clearances.all() if one.ended_on is not None],
            "may_keep": allows(request.user, KEEP, process),
            "may_clear": may_clear,
            "holds_dates": may_clear
            and Hold.DATES in process.still_holds
            and process.case.stage in UNDER_WAY,
        },
    )


@needs(KEEP, queries.process)
def change(request: Request, process: ParallelProcess) -> HttpResponse:
    """Change what the register says of a process."""
    names = [name for name in forms.ProcessForm.base_fields if name != "holds"]
    initial = {name: getattr(process, name) for name in names}
    initial["holds"] = process.holds or [NOTHING]
    form = forms.ProcessForm(request.POST or None, seen=process.version, initial=initial)
    theirs, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_process(
                process, by=request.user, seen=form.cleaned_data["seen"], **form.written
            )
            return redirect(beside("process", process.case, number=process.number))
        except OutOfDate as refused:
            theirs, status = told(form, refused.current), 409
            form.started_again(seen=refused.current.version)
    return ask(
        request,
        form,
        screen="process-change",
        heading=process.kind_word,
        back=_back(process),
        case=process.case,
        theirs=theirs,
        status=status,
        points=pack_of(process.case).alongside.process_prompts,
    )


@require_POST
@needs(KEEP, queries.process)
def look(request: Request, process: ParallelProcess) -> HttpResponse:
    """Somebody asked again how it stands: nothing has changed."""
    operations.look_at(process, by=request.user, seen=_seen(request))
    messages.success(request, "Kept: you asked today, and nothing has changed.")
    return redirect(beside("process", process.case, number=process.number))


@needs(CLEAR, queries.process)
def clear(request: Request, process: ParallelProcess, *, hold: str) -> HttpResponse:
    """Enter who lets one thing go on, and why."""
    held = _hold(hold)
    form = forms.ClearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.clear(process, by=request.user, hold=held, **form.cleaned_data)
            return redirect(beside("process", process.case, number=process.number))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return ask(
        request,
        form,
        screen="process-clear",
        heading=f"Who cleared {HOLD_SHORT[held]}?",
        back=_back(process),
        button="Let it go on",
        case=process.case,
        intro=process.effect,
    )


@require_POST
@needs(CLEAR, queries.process)
def hold_again(request: Request, process: ParallelProcess, *, hold: str) -> HttpResponse:
    """Take a clearance back."""
    operations.hold_again(process, by=request.user, hold=_hold(hold))
    return redirect(beside("process", process.case, number=process.number))


@needs(CLEAR, queries.process)
def end(request: Request, process: ParallelProcess) -> HttpResponse:
    """Enter that a process has ended."""
    form = forms.EndForm(request.POST or None, seen=process.version)
    if request.method == "POST" and form.is_valid():
        operations.end_process(process, by=request.user, **form.cleaned_data)
        return redirect(beside("process", process.case, number=process.number))
    return ask(
        request,
        form,
        screen="process-end",
        heading=f"{process.kind_word} has ended",
        back=_back(process),
        case=process.case,
        intro="It holds nothing back from then on.",
    )


@require_POST
@needs(KEEP, queries.process)
def take_up(request: Request, process: ParallelProcess) -> HttpResponse:
    """Open a process again that goes on after all."""
    operations.take_up_process(process, by=request.user, seen=_seen(request))
    return redirect(beside("process", process.case, number=process.number))


def _hold(hold: str) -> Hold:
    try:
        return Hold(hold)
    except ValueError:
        raise Http404 from None


def _seen(request: Request) -> int:
    seen = request.POST.get("seen", "")
    if not seen.isdigit():
        raise Http404
    return int(seen)


def _back(process: ParallelProcess) -> tuple[str, str]:
    return beside("process", process.case, number=process.number), process.kind_word
