"""Sends what anybody may read to a copy of the database, where copies are kept (HEED_REPLICAS).

Only pages opened by somebody without a session are read there, and of those only what was released
and what memory knows. Everything else, every write, and whatever is read after a write in the same
request goes to the first database. A copy that does not answer is left alone for half a minute, and
the page is read from the first database instead.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from itertools import cycle
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponseBase

ROOMS = frozenset({"memory", "library", "briefings"})
LEFT_ALONE = 30.0
_reading: ContextVar[str] = ContextVar("reading", default="")
_not_before: dict[str, float] = {}
_turns = cycle(range(1_000_000))

Respond = Callable[[HttpRequest], HttpResponseBase]


def aliases() -> list[str]:
    """The copies that are kept."""
    return [alias for alias in connections.databases if alias.startswith("replica")]


def choose() -> str:
    """A copy that answers, each in its turn; nothing where none does."""
    kept = aliases()
    first = next(_turns)
    for at in range(len(kept)):
        alias = kept[(first + at) % len(kept)]
        if _not_before.get(alias, 0.0) > time.monotonic():
            continue
        try:
            connections[alias].ensure_connection()
        except (OperationalError, InterfaceError):
            leave_alone(alias)
        else:
            return alias
    return ""


def leave_alone(alias: str) -> None:
    """Lets a copy that did not answer be for half a minute."""
    _not_before[alias] = time.monotonic() + LEFT_ALONE
    connections[alias].close()


class Router:
    """Which database a model is read from and written to."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        """The copy chosen for this request, for what anybody may read."""
        alias = _reading.get()
        return alias if alias and model._meta.app_label in ROOMS else DEFAULT_DB_ALIAS

    def db_for_write(self, model: Any, **hints: Any) -> str:
        """The first database; from now on this request reads there too."""
        _reading.set("")
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """Rows of a copy are the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """A copy is changed by what copies it, and by nothing else."""
        return db == DEFAULT_DB_ALIAS


class ReplicaMiddleware:
    """Chooses a copy for a page that is opened by somebody without a session."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        known = settings.SESSION_COOKIE_NAME in request.COOKIES
        reads = request.method in ("GET", "HEAD") and not known
        token = _reading.set(choose() if reads else "")
        try:
            return self.respond(request)
        finally:
            _reading.reset(token)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Opens the page once more, from the first database, where a copy stopped answering."""
        alias = _reading.get()
        if not alias or not isinstance(exception, OperationalError | InterfaceError):
            return None
        leave_alone(alias)
        _reading.set("")
        match = request.resolver_match
        answer: HttpResponseBase | None = (
            match.func(request, *match.args, **match.kwargs) if match else None
        )
        return answer
