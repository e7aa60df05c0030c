"""Requests between areas: entered, answered, and the guest from the other area."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from heed import clock, doors
from heed.alongside import emails, queries
from heed.alongside.access import (
    ADD_REQUEST,
    ANSWER_AS_GUEST,
    KEEP_REQUEST,
    OPEN,
    coordinates_what_it_is_about,
)
from heed.alongside.models import AreaRequest
from heed.alongside.states import RequestState, Way
from heed.correspondence.models import Message
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Part, Partnership, Person
from heed.partnership.states import PartKind
from heed.pathways.queries import pack_in_force, pack_of
from heed.refusals import NotNow

#: What a request can say of itself.
WRITTEN = (
    "area", "contact_name", "contact_role", "contact_email", "their_reference", "lead", "basis",
    "basis_words", "asks", "due",
)  # fmt: skip
ON_WHAT_BASIS = "Say on which basis in law it is asked, or put it in words."


@transaction.atomic
def request_of_area(
    house: Partnership,
    *,
    by: Person,
    way: Way,
    area: str,
    asks: str,
    case: Case | None = None,
    asked_on: date | None = None,
    **values: Any,
) -> AreaRequest:
    """Enter a request: another area's to us, or ours to it. ``values`` are among WRITTEN.

    Without a ``due`` a request to us takes the day that the pack's clock gives.
    """
    doors.check(by, ADD_REQUEST, house)
    if case is not None:
        doors.check(by, OPEN, case)
    _says_enough(asks, values.get("basis", ""), values.get("basis_words", ""))
    day = asked_on or clock.today()
    if values.get("due") is None and way == Way.TO_US:
        pack = pack_of(case) if case is not None else pack_in_force(house)
        values["due"] = queries.due(pack, "outside_reply", day)
    # One at a time in a partnership, so that no two take one number.
    Partnership.objects.select_for_update().get(pk=house.pk)
    last = AreaRequest.objects.filter(partnership=house).aggregate(last=Max("number"))["last"]
    made = AreaRequest.objects.create(
        partnership=house,
        number=(last or 0) + 1,
        case=case,
        way=way,
        area=area.strip(),
        asks=asks.strip(),
        happened_on=day,
        entered_by=by,
        entered_at=clock.now(),
        **{name: value for name, value in values.items() if name in WRITTEN},
    )
    who = f"{made.area} asked us" if made.to_us else f"We asked {made.area}"
    history.record(
        "entered a request between areas",
        made,
        by=by,
        said=f"{who} for something about this case." if case else "",
        happened_on=day,
        way=str(way),
    )
    return made


@transaction.atomic
def change_request(request: AreaRequest, *, by: Person, seen: int, **values: Any) -> AreaRequest:
    """Put right what the register says of a request. ``values`` are among WRITTEN."""
    doors.check(by, KEEP_REQUEST, request)
    _says_enough(
        values.get("asks", request.asks),
        values.get("basis", request.basis),
        values.get("basis_words", request.basis_words),
    )
    return history.change(
        request,
        by=by,
        seen=seen,
        verb="changed a request between areas",
        **{name: value for name, value in values.items() if name in WRITTEN},
    )


@transaction.atomic
def answer_request(
    request: AreaRequest,
    *,
    by: Person,
    seen: int,
    to: RequestState,
    reply: str,
    on: date | None = None,
) -> AreaRequest:
    """Enter the answer: given, declined with reasons, or the request withdrawn.

    Whoever keeps the register may enter any; the guest from the other area answers what we asked
    them.
    """
    guest = request.guest_id == by.pk and not coordinates_what_it_is_about.test(by, request)
    doors.check(by, ANSWER_AS_GUEST if guest else KEEP_REQUEST, request)
    if guest and (request.to_us or to == RequestState.WITHDRAWN):
        raise NotNow("Only the partnership answers this.")
    if not reply.strip():
        raise NotNow("Write what was answered, or why not. A sentence is enough.")
    words = {
        RequestState.ANSWERED: "was answered",
        RequestState.DECLINED: "was declined, with reasons",
        RequestState.WITHDRAWN: "was withdrawn",
    }
    whose = f"{request.area}’s request" if request.to_us else f"Our request to {request.area}"
    history.move(
        request,
        to=to,
        by=by,
        seen=seen,
        said=f"{whose} {words[to]}." if request.case_id else "",
        happened_on=on,
    )
    request.reply, request.replied_on = reply.strip(), on or clock.today()
    request.save(update_fields=["reply", "replied_on"])
    if guest:
        emails.guest_answered(request)
    return request


@transaction.atomic
def reopen_request(request: AreaRequest, *, by: Person, seen: int) -> AreaRequest:
    """Open a request again: the answer left something out. The answer stays, to be added to."""
    doors.check(by, KEEP_REQUEST, request)
    return history.move(
        request, to=RequestState.OPEN, by=by, seen=seen, said="A request was opened again."
    )


@transaction.atomic
def invite_guest(request: AreaRequest, *, by: Person, name: str, email: str, until: date) -> Part:
    """Let one person of the other area see this request in Heed, and answer it, until a day.

    They see that request and nothing else of the case. Whoever has no password yet gets a link to
    choose one, at once, and signs in with a typed code like everybody.
    """
    doors.check(by, KEEP_REQUEST, request)
    if request.case is None:
        raise NotNow("Say which case the request is about first: a guest is named on one case.")
    if until < clock.today():
        raise NotNow("Choose a last day that is still to come.")
    person = partnership.meet(by=by, email=email, name=name)
    if request.case.shut_out.filter(person=person).exists():
        raise NotNow("This person may know nothing of the case. Ask somebody else there.")
    Part.objects.filter(case=request.case, person=person, kind=PartKind.GUEST).current().update(
        ends=until
    )
    part = partnership.name_on_case(
        request.case, by=by, person=person, kind=PartKind.GUEST, until=until
    )
    request.guest = person
    request.save(update_fields=["guest"])
    history.record(
        "asked a guest in",
        request,
        by=by,
        said=f"A person from {request.area} can see what they are asked, until {until:%-d %B %Y}.",
        person=person.pk,
    )
    emails.guest_invited(request, by=by, to=person)
    return part


@transaction.atomic
def draft_letter(request: AreaRequest, *, by: Person) -> Message:
    """Write to the other area: that we ask, that we have their request, or our answer.

    The email carries the reference; what is asked or answered goes as the letter, by a safe way.
    """
    doors.check(by, KEEP_REQUEST, request)
    if not request.contact_email:
        raise NotNow("Enter the email address of whom you deal with there first.")
    return emails.to_area(request, by=by)


def _says_enough(asks: str, basis: str, basis_words: str) -> None:
    if not asks.strip():
        raise NotNow("Say what is asked.")
    if not (basis or basis_words.strip()):
        raise NotNow(ON_WHAT_BASIS)
