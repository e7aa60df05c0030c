"""Requests between areas."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.alongside import forms, letters, operations, queries
from heed.alongside.access import ADD_REQUEST, KEEP_REQUEST, LIST, READ_REQUEST, open_cases
from heed.alongside.forms.areas import IN_WORDS, case_of
from heed.alongside.models import AreaRequest
from heed.alongside.states import RequestState
from heed.alongside.views.shared import ask, told
from heed.design.forms import PlainForm
from heed.doors import allows, needs
from heed.papers import sheets
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.pathways.queries import pack_in_force, pack_of
from heed.pathways.shapes import Pack
from heed.refusals import NotNow, OutOfDate

LIST_WORDS = "Requests between areas"


def to(name: str, request: AreaRequest) -> str:
    """The address of one of a request's pages."""
    return reverse(
        f"alongside:{name}",
        kwargs={"partnership": request.partnership.slug, "number": request.number},
    )


def way_of(request: AreaRequest) -> Pack:
    """The way of working that applies to a request."""
    return pack_of(request.case) if request.case else pack_in_force(request.partnership)


@needs(LIST, queries.the_partnership)
def requests(request: Request, partnership: Partnership) -> HttpResponse:
    """Requests between areas: those that wait, or those that were answered."""
    ended = request.GET.get("which") == "ended"
    found = queries.requests(request.user, partnership, ended=ended)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(
        request,
        "alongside/requests.html",
        {
            "page": page,
            "ended": ended,
            "may_add": allows(request.user, ADD_REQUEST, partnership),
        },
    )


@needs(ADD_REQUEST, queries.the_partnership)
def add(request: Request, partnership: Partnership) -> HttpResponse:
    """Enter another area's request to us, or ours to it.

    A page that knows of an area sends its words along, never in the address, to begin with.
    """
    begun = "begin" in request.POST
    known = request.POST if begun else request.GET
    form = forms.RequestForm(
        None if begun else request.POST or None,
        pack=pack_in_force(partnership),
        new=True,
        initial={
            "reference": known.get("reference", "")[:20],
            **({name: known.get(name, "")[:200] for name in ("way", "area")} if begun else {}),
        },
    )
    if request.method == "POST" and not begun and form.is_valid():
        cases = open_cases(request.user).filter(
            partnership=partnership, reference__iexact=form.cleaned_data["reference"].strip()
        )
        case = case_of(form, list(cases))
        if form.is_valid():
            made = operations.request_of_area(
                partnership,
                by=request.user,
                way=form.way,
                case=case,
                asked_on=form.cleaned_data["asked_on"],
                **form.written,
            )
            return redirect(to("request", made))
    return ask(
        request,
        form,
        screen="request-add",
        heading="A request between areas",
        back=(
            reverse("alongside:requests", kwargs={"partnership": partnership.slug}),
            LIST_WORDS,
        ),
        button="Enter it",
    )


@needs(READ_REQUEST, queries.request, confidential=True)
def one(request: Request, area_request: AreaRequest) -> HttpResponse:
    """One request: what is asked, on which basis, by when, and the answer."""
    return render(
        request,
        "alongside/request.html",
        {
            "case": area_request.case,
            "one": area_request,
            "basis": queries.basis(way_of(area_request), area_request),
            "until": queries.visits_until(area_request),
            "may_keep": allows(request.user, KEEP_REQUEST, area_request),
        },
    )


@needs(KEEP_REQUEST, queries.request)
def change(request: Request, area_request: AreaRequest) -> HttpResponse:
    """Put right what the register says of a request."""
    form = forms.RequestForm(
        request.POST or None,
        seen=area_request.version,
        pack=way_of(area_request),
        new=False,
        initial={
            **{name: getattr(area_request, name) for name in operations.REQUEST_WRITTEN},
            "basis": area_request.basis or IN_WORDS,
        },
    )
    theirs, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_request(
                area_request, by=request.user, seen=form.cleaned_data["seen"], **form.written
            )
            return redirect(to("request", area_request))
        except OutOfDate as refused:
            theirs, status = told(form, refused.current), 409
            form.started_again(seen=refused.current.version)
    return ask(
        request,
        form,
        screen="request-change",
        heading=f"Request {area_request.label}",
        back=(to("request", area_request), "The request"),
        theirs=theirs,
        status=status,
    )


@needs(KEEP_REQUEST, queries.request)
def answer(request: Request, area_request: AreaRequest) -> HttpResponse:
    """Enter the answer."""
    form = forms.AnswerRequestForm(
        request.POST or None, seen=area_request.version, initial={"reply": area_request.reply}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.answer_request(
            area_request,
            by=request.user,
            seen=data["seen"],
            to=RequestState(data["to"]),
            reply=data["reply"],
            on=data["on"],
        )
        return redirect(to("request", area_request))
    return ask(
        request,
        form,
        screen="request-answer",
        heading=f"The answer to {area_request.label}",
        back=(to("request", area_request), "The request"),
        intro=area_request.asks,
    )


@require_POST
@needs(KEEP_REQUEST, queries.request)
def reopen(request: Request, area_request: AreaRequest) -> HttpResponse:
    """Open a request again."""
    form = PlainForm(request.POST, seen=area_request.version)
    if form.is_valid():
        operations.reopen_request(area_request, by=request.user, seen=form.cleaned_data["seen"])
    return redirect(to("request", area_request))


@needs(KEEP_REQUEST, queries.request)
def guest(request: Request, area_request: AreaRequest) -> HttpResponse:
    """Let one person of the other area see the request and answer it here."""
    form = forms.GuestForm(
        request.POST or None,
        initial={"name": area_request.contact_name, "email": area_request.contact_email},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.invite_guest(area_request, by=request.user, **form.cleaned_data)
            messages.success(request, "They can see this request, and nothing else of the case.")
            return redirect(to("request", area_request))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return ask(
        request,
        form,
        screen="request-guest",
        heading="A guest from the other area",
        back=(to("request", area_request), "The request"),
        button="Ask them in",
        intro="They see what is asked and can answer it here: not the case, its papers or its "
        "people. They stand among those who can open the case, until their last day.",
    )


@require_POST
@needs(KEEP_REQUEST, queries.request)
def write(request: Request, area_request: AreaRequest) -> HttpResponse:
    """Write to the other area by reference; it waits in the outbox."""
    try:
        operations.draft_letter(area_request, by=request.user)
        messages.success(request, "A message waits in the outbox for you to read.")
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(to("request", area_request))


@needs(KEEP_REQUEST, queries.request, confidential=True)
def letter(request: Request, area_request: AreaRequest, *, kind: str) -> HttpResponse:
    """The letter that carries what is asked or answered, as Word or PDF."""
    if kind not in ("word", "pdf"):
        raise Http404
    pack = way_of(area_request)
    sheet = letters.to_area(area_request, pack)
    return sheets.answer(sheet, "word" if kind == "word" else "pdf")
