"""Whoever typed a code, in their session: they open their own referrals, and nothing else.

They are not signed in. On the pages of a referral, and there alone, the request is theirs.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from heed.partnership.late_posts import look_for_held_posts
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import narrow
from heed.referrals import access
from heed.referrals.guests import by_code

GUEST, ASKED, GATES = "guest", "guest_code", "guest_gates"

#: The doors whose pages a guest can come to; each still asks whether the referral is theirs.
OPEN_TO_GUESTS = frozenset({access.READ, access.WRITE, access.WITHDRAW, access.ADD_LATER})
#: Pages of members that lead a guest to their own list.
LEADS_HOME = frozenset({"referrals:list", "referrals:start", "referrals:from"})


@dataclass(frozen=True)
class Asked:
    """A code on its way: its number, to whom, for which partnership, and where it leads."""

    number: int
    address: str
    house: int
    onward: str = ""
    shown: str = ""


def gates_passed(request: HttpRequest, house: Partnership) -> bool:
    """Whether this browser has answered the partnership's gates."""
    return bool(request.session.get(GATES) == house.pk)


def pass_gates(request: HttpRequest, house: Partnership) -> None:
    """Remember that the gates were answered."""
    request.session[GATES] = house.pk


def ask(request: HttpRequest, asked: Asked) -> None:
    """Remember the code that this browser asked for; no other browser can use it."""
    request.session[ASKED] = asdict(asked)


def asked(request: HttpRequest, house: Partnership) -> Asked | None:
    """The code that this browser asked for, for this partnership."""
    kept = request.session.get(ASKED)
    return Asked(**kept) if kept and kept["house"] == house.pk else None


def begin(request: HttpRequest, house: Partnership, address: str) -> None:
    """Let them in: a session of its own, nothing of an earlier one kept, members signed out."""
    request.session.flush()
    request.session[GUEST] = {"house": house.pk, "slug": house.slug, "address": address}
    person = Person.objects.filter(email__iexact=address, is_active=True).first()
    if person is not None:
        look_for_held_posts(request, person)


def address_of(request: HttpRequest, house: Partnership) -> str:
    """The confirmed address of whoever is here by a code for this partnership; "" for others."""
    kept = request.session.get(GUEST)
    return str(kept["address"]) if kept and kept["house"] == house.pk else ""


class GuestMiddleware:
    """On a page of a referral, makes the request a guest's own, narrowed to their referrals."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], address: dict[str, Any]
    ) -> HttpResponse | None:
        kept = request.session.get(GUEST)
        if not kept or request.user.is_authenticated or request.resolver_match is None:
            return None
        page = request.resolver_match.view_name
        if page == "account_logout":
            request.session.flush()
            return redirect("casework:front", partnership=kept["slug"])
        house: Partnership | None = getattr(request, "partnership", None)
        if house is None or house.pk != kept["house"]:
            return None
        if page in LEADS_HOME:
            return redirect("referrals:yours", partnership=house.slug)
        if getattr(view, "heed_door", "") in OPEN_TO_GUESTS:
            person = Person.objects.filter(email__iexact=kept["address"], is_active=True).first()
            if person is not None:
                cases = by_code(house, person.email).values_list("case_id", flat=True)
                request.user = narrow(person, to=cases)
        return None
