"""What every page knows: the partnership, the person, where they can go."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from heed import doors
from heed.partnership.access import notifies_here
from heed.partnership.models import Partnership
from heed.partnership.standing import BY_CODE, standing
from heed.partnership.states import PartKind


@dataclass(frozen=True)
class NavItem:
    """One word of the navigation."""

    label: str
    url: str
    current: bool = False
    count: int = 0
    push: bool = False


#: label, address by name, the parts that see it (empty: all), the switch it belongs to, at the far
#: end.
NAV: tuple[tuple[str, str, frozenset[PartKind], str, bool], ...] = (
    ("Today", "casework:today", frozenset(), "", False),
    (
        "Reviews",
        "casework:worklist",
        frozenset(
            {
                PartKind.COORDINATOR,
                PartKind.CHAIR,
                PartKind.MEMBER,
                PartKind.SCRUTINEER,
                PartKind.FACILITATOR,
            }
        ),
        "reviews",
        False,
    ),
    ("Referrals", "referrals:list", frozenset(), "referrals", False),
    (
        "Meetings",
        "meetings:list",
        frozenset({PartKind.COORDINATOR, PartKind.CHAIR, PartKind.MEMBER, PartKind.SCRUTINEER}),
        "decisions",
        False,
    ),
    ("Recommendations", "recommendations:list", frozenset(), "recommendations", False),
    ("What is known", "casework:known", frozenset(), "", False),
    ("Library", "library:list", frozenset(), "library", False),
    ("Outbox", "correspondence:outbox", frozenset({PartKind.COORDINATOR}), "", False),
    (
        "People",
        "casework:people",
        frozenset({PartKind.COORDINATOR, PartKind.ADMINISTRATOR}),
        "",
        True,
    ),
    (
        "Settings",
        "casework:settings",
        frozenset({PartKind.COORDINATOR, PartKind.ADMINISTRATOR}),
        "",
        True,
    ),
)

#: What somebody sees who only notifies for the local authority, and plays no part.
FOR_NOTIFIERS = frozenset({"casework:today", "library:list"})

#: Pages whose own door decides who sees the word: a part in a case alone does not open them.
DOORED = {"meetings:list": "meetings.list"}

#: Pages that stand under a word of the navigation, though not below its address.
UNDER = {"meetings:list": ("meetings:groups", "casework:register")}


#: Where a page that is not there would stand.
NOWHERE = "//"


def _address(name: str, partnership: Partnership) -> str:
    try:
        return reverse(name, kwargs={"partnership": partnership.slug})
    except NoReverseMatch:
        return NOWHERE


def nav_items(request: HttpRequest, partnership: Partnership) -> list[NavItem]:
    """Where this person can go in this partnership; nothing is shown that is switched off."""
    mine = standing(request.user)  # type: ignore[arg-type]
    kinds = {
        PartKind(p.kind)
        for p in mine.parts
        if p.partnership_id == partnership.pk and p.section != BY_CODE
    }
    kinds.discard(PartKind.GUEST)
    if not kinds and not notifies_here.test(request.user, partnership):
        return []
    items = []
    for label, name, seen_by, switch, push in NAV:
        if (seen_by and not seen_by & kinds) or switch in partnership.parts_off:
            continue
        if not kinds and name not in FOR_NOTIFIERS:
            continue
        door = DOORED.get(name)
        if door in doors.DOORS and not doors.allows(request.user, door, partnership):
            continue
        url = _address(name, partnership)
        if url == NOWHERE:
            continue
        here = [url, *(_address(other, partnership) for other in UNDER.get(name, ()))]
        items.append(NavItem(label, url, request.path.startswith(tuple(here)), push=push))
    return items


def page(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    partnership: Partnership | None = getattr(request, "partnership", None)
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "partnership": partnership,
        "person": user if signed_in else None,
        "nav_items": nav_items(request, partnership) if signed_in and partnership else [],
        "marking": partnership.marking if signed_in and partnership else "",
        "demo": settings.HEED_DEMO,
        "given_back": getattr(request, "given_back", None),
    }
