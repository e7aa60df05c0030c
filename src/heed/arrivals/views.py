"""The pages on which a spreadsheet comes in: choose it, match it, rehearse it, follow it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.arrivals import forms, jobs, operations, queries
from heed.arrivals.access import BRING_IN, FOLLOW
from heed.arrivals.models import Arrival
from heed.arrivals.states import HOLDS_WORDS, ArrivalState, Holds, RowState, Verdict
from heed.doors import needs
from heed.papers import tables
from heed.papers.checking import Unfit
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotNow

#: What brings people who are invited afterwards.
INVITES = (Holds.PEOPLE, Holds.CONTACTS)
TO = {
    ArrivalState.TAKEN: "arrivals:match",
    ArrivalState.REHEARSED: "arrivals:rehearsal",
}


def _to(arrival: Arrival) -> HttpResponse:
    return redirect(
        TO.get(ArrivalState(arrival.state), "arrivals:arrival"),
        partnership=arrival.partnership.slug,
        number=arrival.pk,
    )


def _seen(request: Request) -> int:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else 0


@needs(BRING_IN, partnerships.partnership)
def front(request: Request, partnership: Partnership) -> HttpResponse:
    """Choose a spreadsheet; a blank one for each kind; what was brought in before."""
    form = forms.TakeInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _to(
                operations.take_in(
                    partnership,
                    by=request.user,
                    holds=Holds(form.cleaned_data["holds"]),
                    file=form.cleaned_data["file"],
                )
            )
        except Unfit as fault:
            form.add_error("file", str(fault).rstrip("."))
    page = Paginator(queries.arrivals(request.user, partnership), 20).get_page(
        request.GET.get("page")
    )
    blanks = [(str(one), said) for one, said in HOLDS_WORDS.items()]
    return render(request, "arrivals/front.html", {"form": form, "page": page, "blanks": blanks})


@needs(BRING_IN, partnerships.partnership)
def blank(request: Request, partnership: Partnership, *, holds: str) -> HttpResponse:
    """A spreadsheet to fill in."""
    if holds not in list(Holds):
        raise Http404
    return tables.answer(queries.blank(Holds(holds), partnership.slug), tables.WORKBOOK)


@needs(FOLLOW, queries.arrival)
def match(request: Request, arrival: Arrival) -> HttpResponse:
    """Which column holds what."""
    if arrival.state not in (ArrivalState.TAKEN, ArrivalState.REHEARSED):
        return _to(arrival)
    form = forms.MatchForm(request.POST or None, arrival=arrival, seen=arrival.version)
    if request.method == "POST" and form.is_valid():
        try:
            operations.match_columns(
                arrival,
                by=request.user,
                seen=form.cleaned_data["seen"],
                mapping=form.mapping,
                completes=form.completes,
            )
            return _to(arrival)
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    samples = queries.samples(arrival)
    fields = []
    for one in form.asked:
        bound = form[one.key]
        place = str(bound.value() or "")
        known = place.isdecimal() and int(place) < len(samples)
        fields.append((one, bound, samples[int(place)] if known else []))
    return render(
        request,
        "arrivals/match.html",
        {
            "arrival": arrival,
            "form": form,
            "fields": fields,
            "columns": list(zip(arrival.head, samples, strict=True)),
            "before": arrival.state == ArrivalState.TAKEN
            and queries.matched_before(arrival.partnership, Holds(arrival.holds), arrival.head_key)
            is not None,
        },
    )


@needs(FOLLOW, queries.arrival)
def rehearsal(request: Request, arrival: Arrival) -> HttpResponse:
    """What would come in, row by row; then the press that brings it in."""
    if arrival.state != ArrivalState.REHEARSED:
        return _to(arrival)
    if request.method == "POST":
        operations.start(
            arrival,
            by=request.user,
            seen=_seen(request),
            with_looks="with_looks" in request.POST,
        )
        jobs.work(arrival, by=request.user)
        return redirect("arrivals:arrival", partnership=arrival.partnership.slug, number=arrival.pk)
    counts = queries.verdicts(arrival)
    which = request.GET.get("which", "")
    if which not in counts:
        which = next((one for one in (Verdict.CANNOT, Verdict.LOOK) if counts[one]), "")
    found = queries.rows(request.user, arrival)
    if which:
        found = found.filter(verdict=which)
    plain = counts[Verdict.UNDERSTOOD]
    if arrival.fills_in:
        plain += counts[Verdict.HERE]
    return render(
        request,
        "arrivals/rehearsal.html",
        {
            "arrival": arrival,
            "counts": counts,
            "total": sum(counts.values()),
            "which": which,
            "plain": plain,
            "with_looks": plain + counts[Verdict.LOOK],
            "page": Paginator(found, 50).get_page(request.GET.get("page")),
        },
    )


@needs(FOLLOW, queries.arrival, confidential=True)
def arrival(request: Request, arrival: Arrival) -> HttpResponse:
    """How far it is; and once it is done, what came in, what did not, and why."""
    if arrival.state in TO:
        return _to(arrival)
    if arrival.state == ArrivalState.COMING_IN:
        # Keeping that the page was read waited for the batch at work, which may have been the last.
        arrival.refresh_from_db(fields=["state", "version", "worked_at", "done_at"])
    found = queries.rows(request.user, arrival)
    if "as" in request.GET and arrival.state != ArrivalState.LET_GO:
        left = request.GET.get("which") == "left"
        table = (queries.left_over if left else queries.report)(arrival, found)
        return tables.answer(table, request.GET["as"])
    which = request.GET.get("which", "")
    if which in list(RowState):
        found = found.filter(state=which)
    return render(
        request,
        "arrivals/arrival.html",
        {
            "arrival": arrival,
            "progress": queries.progress(arrival),
            "uninvited": queries.uninvited(arrival) if arrival.holds in INVITES else 0,
            "which": which,
            "page": Paginator(found, 50).get_page(request.GET.get("page")),
        },
    )


@require_POST
@needs(FOLLOW, queries.arrival)
def go_on(request: Request, arrival: Arrival) -> HttpResponse:
    """Go on with what has stopped."""
    jobs.work(arrival, by=request.user)
    return redirect("arrivals:arrival", partnership=arrival.partnership.slug, number=arrival.pk)


@require_POST
@needs(FOLLOW, queries.arrival)
def invite(request: Request, arrival: Arrival) -> HttpResponse:
    """Send the invitations."""
    went = operations.invite_people(arrival, by=request.user)
    messages.success(
        request, f"{went} invitation{'' if went == 1 else 's'} went." if went else "Nobody is new."
    )
    return _to(arrival)


@require_POST
@needs(FOLLOW, queries.arrival)
def let_go(request: Request, arrival: Arrival) -> HttpResponse:
    """Let go of the rows."""
    operations.let_go(arrival, by=request.user, seen=_seen(request))
    messages.success(request, "The rows of that spreadsheet are deleted. What came in stays.")
    return redirect("arrivals:front", partnership=arrival.partnership.slug)
