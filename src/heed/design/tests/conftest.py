"""Pages of the design without a database: a layout filled with what a test gives it."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

PARTNERSHIP = SimpleNamespace(
    slug="tamarside",
    name="Tamarside Safeguarding Children Partnership",
    colour="#6d2f4f",
    mailbox="learning@tamarside.example",
    front_door="",
)


@pytest.fixture
def partnership() -> SimpleNamespace:
    """A partnership as a page knows it."""
    return PARTNERSHIP


@pytest.fixture
def page() -> Callable[..., str]:
    """Makes a page on one of the layouts: `page("ask", title="…", main="…", **context)`."""

    def filled(layout: str, *, title: str = "A page", main: str = "", **things: Any) -> str:
        return Template(
            f'{{% extends "design/{layout}.html" %}}{{% block title %}}{title}{{% endblock %}}'
            f"{{% block screen %}}a-screen{{% endblock %}}{{% block main %}}{main}{{% endblock %}}"
        ).render(Context(things))

    return filled


@pytest.fixture
def request_factory() -> RequestFactory:
    """Makes requests."""
    return RequestFactory()
