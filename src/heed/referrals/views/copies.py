"""The Word copy: a blank one, a filled one, and bringing a filled one in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heed.doors import needs, open_to_all
from heed.papers import sheets
from heed.papers.checking import Unfit
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.pathways.queries import in_force, pack_of
from heed.pathways.shapes import Pack
from heed.pathways.shapes.questions import Choice
from heed.referrals import copies, copy_forms, guest_session, operations, queries
from heed.referrals.access import READ, REFER, WRITE
from heed.referrals.brought import brought
from heed.referrals.copies.asks import REPRESENTATIVE, REPRESENTATIVE_WHY, WHOM
from heed.referrals.guests import may_come_as_guest
from heed.referrals.models import Referral
from heed.referrals.views.shared import agencies, to, told
from heed.refusals import OutOfDate

NAMELESS = ("_name", "_other_names", "_born_on")


@needs(REFER, partnerships.partnership)
def blank(request: Request, partnership: Partnership) -> HttpResponse:
    """A blank copy: for one answer to the first question, or with all that any answer needs."""
    return _blank(partnership, request.GET.get("for", ""))


@open_to_all
def blank_for_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """The same, where anyone with a work address may refer, and for a guest who was invited."""
    house = Partnership.objects.filter(slug=partnership).first()
    if house is None:
        raise Http404
    mailbox = guest_session.address_of(request, house)
    if not (in_force(house).pack.referral.public_form or may_come_as_guest(house, mailbox)):
        raise Http404
    return _blank(house, request.GET.get("for", ""))


def _blank(house: Partnership, route: str) -> HttpResponse:
    version = in_force(house)
    if route not in {one.id for one in _routes(version.pack)}:
        route = ""
    named = [(str(one.pk), one.name) for one in partnerships.agencies(house)]
    asks = copies.asks(version.pack, agencies=named, route=route)
    content = copies.copy_of(version.pack, number=version.number, asks=asks)
    name = f"{house.prefix}-referral{'-' + route.replace('_', '-') if route else ''}-to-fill-in"
    return sheets.as_file(content, f"{name}.docx")


def _routes(pack: Pack) -> list[Choice]:
    return list(pack.referral.asks[0].choices)


@needs(REFER, partnerships.partnership)
def bring(request: Request, partnership: Partnership) -> HttpResponse:
    """Take a blank copy, or add a filled one; it becomes a draft."""
    pack = in_force(partnership).pack
    here = list(partnerships.agencies(partnership))
    form = copy_forms.BringForm(
        request.POST or None,
        request.FILES or None,
        agencies=here,
        initial={"agency": request.user.agency_id},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            referral = operations.bring_in_copy(
                partnership,
                by=request.user,
                agency=next(one for one in here if str(one.pk) == data["agency"]),
                file=data["file"],
            )
            return redirect(to("copy", referral))
        except Unfit as fault:
            form.add_error("file", str(fault))
    return render(request, "referrals/bring.html", {"form": form, "routes": _routes(pack)})


@needs(WRITE, queries.referral, confidential=True)
def understood(request: Request, referral: Referral) -> HttpResponse:
    """What was understood beside each question, and places for what had none."""
    found = brought(referral)
    if not found.version or not referral.being_written:
        raise Http404
    questions = [
        (one.key, one.title)
        for one in queries.referral_steps(referral)
        if one.question is not None and one.question.kind == "long"
    ]
    form = copy_forms.PlacesForm(
        request.POST or None, left=found.left, questions=questions, seen=found.version
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.settle_copy(
                referral, by=request.user, seen=form.cleaned_data["seen"], places=form.places
            )
            messages.success(request, "Kept. Look through the questions, then check and send it.")
            return redirect(to("referral", referral))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
    fields = [
        form[f"p{number}"] for number in range(len(found.left)) if f"p{number}" in form.fields
    ]
    return render(
        request,
        "referrals/understood.html",
        {
            **told(referral),
            "form": form,
            "found": found,
            "left": list(zip(found.left, fields, strict=True)),
        },
    )


@needs(READ, queries.referral, confidential=True)
def filled(request: Request, referral: Referral) -> HttpResponse:
    """The referral as the form filled in, without the names: they stay in the register."""
    case, pack = referral.case, pack_of(referral.case)
    given = {
        **queries.answers(referral),
        REPRESENTATIVE: referral.agreement or None,
        REPRESENTATIVE_WHY: referral.agreement_reason or None,
        WHOM: case.about or None,
    }
    people = tuple({"age_band": one.age_band} for one in queries.concerned(referral))
    rows = [
        ask
        for ask in copies.asks(pack, agencies=agencies(referral), route=referral.asking_for)
        if not (ask.key.startswith("person_") and ask.key.endswith(NAMELESS))
    ]
    number = case.pack_version.number if case.pack_version else 0
    content = copies.copy_of(
        pack,
        number=number,
        asks=rows,
        given=copies.Given(given, people),
        reference=referral.reference,
    )
    return sheets.as_file(content, f"{referral.reference}-referral.docx")
