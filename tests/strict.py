"""Three strictnesses: what fails a test is an undefined template variable, a GET that writes, and a
page without just one heading of the first level."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.http import HttpRequest, HttpResponse

HEED = Path(__file__).parents[1] / "src" / "heed"


class UndefinedVariable(str):
    """Stands in for `string_if_invalid`: fails the test instead of printing nothing.

    Other projects' templates are let be; Heed's components declare what they take with <c-vars>.
    """

    def __contains__(self, part: object) -> bool:
        return part == "%s"  # so that Django hands us the variable's name

    def __mod__(self, variable: object) -> str:
        context = sys._getframe(1).f_locals.get("context")
        template = getattr(getattr(context, "render_context", None), "template", None)
        where = str(getattr(getattr(template, "origin", None), "name", "a template from a string"))
        if template is not None and not Path(where).is_relative_to(HEED):
            return ""
        pytest.fail(
            f"{{{{ {variable} }}}} is undefined in {where}. Pass it from the view; in a component, "
            "declare it with <c-vars>."
        )

    def __html__(self) -> str:
        pytest.fail("A template calls something that needs arguments or that alters data.")


WRITES = re.compile(r"^\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+\"?(\w+)", re.I)
# Reading a confidential page is itself recorded, and the session remembers when it was last used.
MAY_BE_WRITTEN = re.compile(r"^(history_\w+|django_session)$")


class ReadingWritesNothing:
    """Middleware that fails a GET that writes to another table than history's and the session's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)

        def refuse(
            execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
        ) -> Any:
            written = WRITES.match(sql)
            if written and not MAY_BE_WRITTEN.match(written[1]):
                pytest.fail(
                    f"GET {request.path} writes to {written[1]}. A page that changes something "
                    f"asks with a POST.\n{sql}"
                )
            return execute(sql, params, many, context)

        with connections["default"].execute_wrapper(refuse):
            return self.get_response(request)


class OneHeading:
    """Middleware that fails a page of ours that has no <h1>, or more than one.

    Whoever listens to a page finds their way by it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            body = response.content
            if b" data-screen=" in body and body.count(b"<h1") != 1:
                pytest.fail(
                    f"{request.method} {request.path} has {body.count(b'<h1')} <h1>: give the page "
                    "one, or the field that asks its only question `page_heading=True`."
                )
        return response
