"""Asking access. Each stage states its rules once, as a table; views and operations only ask.

The site is closed by default: every view says ``@needs(PERMISSION, load)`` or ``@open_to_all``, and
a test walks the addresses for strays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from rules.predicates import Predicate

from heed.history import operations as history
from heed.refusals import NotAllowed

View = Callable[..., HttpResponseBase]
V = TypeVar("V", bound=View)


@dataclass(frozen=True)
class Door:
    """One permission: who may, what is said to those who may not, and the same rule as a list.

    ``says`` completes "You cannot …, because …" as a whole sentence. ``reading`` doors answer a
    refusal as if the thing were not there. ``listing`` gives every object that a person may reach
    through this door; a test holds both shapes against each other.
    """

    who: Predicate
    says: str
    reading: bool = False
    listing: Callable[[Any], QuerySet[Any]] | None = None


DOORS: dict[str, Door] = {}


def table(doors: dict[str, Door]) -> dict[str, Door]:
    """Enter a stage's table. A permission is named ``<stage>.<verb>`` and stated once."""
    for name, door in doors.items():
        if name in DOORS and DOORS[name] is not door:
            raise ValueError(f"{name} is stated twice")
        DOORS[name] = door
    return doors


def allows(person: Any, permission: str, thing: Any = None) -> bool:
    """Whether ``person`` may pass the door ``permission`` to ``thing``."""
    if not getattr(person, "is_authenticated", False) or not person.is_active:
        return False
    return bool(DOORS[permission].who.test(person, thing))


def check(person: Any, permission: str, thing: Any = None) -> None:
    """Raise NotAllowed, with the door's own sentence, unless ``person`` may pass."""
    if not allows(person, permission, thing):
        raise NotAllowed(DOORS[permission].says)


def needs(
    permission: str, load: Callable[..., Any] | None = None, *, confidential: bool = False
) -> Callable[[View], View]:
    """Guard a view: load what the address names, ask, and hand the thing to the view.

    ``load(person, …)`` takes the parts of the address that it names (the view gets the others) and
    looks only among what the person may see, so that what is not theirs
    is not there (404). A refusal of a reading door is a 404 too; of another door a 403 with its
    sentence. Somebody not signed in is sent to sign in, whether the thing exists or not. With
    ``confidential`` each reading is kept in history.
    """

    takes = set(signature(load).parameters) if load else set()

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **address: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            named = {name: address.pop(name) for name in list(address) if name in takes}
            try:
                thing: Any = load(request.user, **named) if load else None
            except ObjectDoesNotExist as fault:
                raise Http404 from fault
            door = DOORS[permission]
            if not allows(request.user, permission, thing):
                if door.reading:
                    raise Http404
                raise NotAllowed(door.says)
            if confidential and request.method == "GET":
                history.opened(thing, by=request.user, what=view.__name__)
            return view(request, thing, **address) if load else view(request, **address)

        guarded.heed_door = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def open_to_all(view: V) -> V:
    """Say that anyone may see this page, signed in or not."""
    view.heed_door = "open to all"  # type: ignore[attr-defined]
    return view
