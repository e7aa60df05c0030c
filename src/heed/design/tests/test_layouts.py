"""The frame of every page, with and without a partnership, a person and something to put right."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from heed.design import views
from heed.design.forms import PlainForm
from heed.design.samples import ShortForm
from heed.design.shapes import NavItem
from heed.design.tests.fixtures_of_govuk import read

Page = Callable[..., str]
LAYOUTS = ["work", "ask", "public"]
PERSON = SimpleNamespace(name="Asha Brennan", role="coordinator")
NAV = [
    NavItem("Today", "/tamarside/", current=True),
    NavItem("Outbox", "/tamarside/outbox/", count=3),
    NavItem("Settings", "/tamarside/settings/", push=True),
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_stands_alone(page: Page, layout: str) -> None:
    made = page(layout, main="<p>Words</p>")
    read(re.sub(r"<!DOCTYPE html>", "", made))
    assert '<html lang="en-GB"' in made
    assert 'data-screen="a-screen"' in made
    assert "<title>A page - Heed</title>" in made
    assert "colour.css" not in made
    assert "Sign out" not in made
    assert "Do not wait for a review." in made
    for word in ("Accessibility", "Privacy", "Cookies", "Help"):
        assert f">{word}</a>" in made


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_partnership_leads(page: Page, layout: str, partnership: SimpleNamespace) -> None:
    made = page(layout, partnership=partnership, person=PERSON, csrf_token="x" * 32)
    read(re.sub(r"<!DOCTYPE html>", "", made))
    assert f"<title>A page - {partnership.name}</title>" in made
    assert 'href="/tamarside/colour.css?v=6d2f4f"' in made
    assert '<meta name="theme-color" content="#6d2f4f">' in made
    assert "mailto:learning@tamarside.example" in made
    assert "Asha Brennan" in made
    assert re.search(r'<form method="post" action="[^"]+">.*Sign out</button>', made, re.DOTALL)


def test_only_daily_pages_have_the_navigation(page: Page, partnership: SimpleNamespace) -> None:
    made = page("work", partnership=partnership, person=PERSON, nav_items=NAV)
    assert '<a href="/tamarside/" aria-current="page">Today</a>' in made
    assert "Outbox (3)" in made
    assert '<li class="heed-push"><a href="/tamarside/settings/">' in made
    for layout in ("ask", "public"):
        assert "heed-nav" not in page(layout, partnership=partnership, nav_items=NAV)


def test_the_front_door_is_named_where_it_is_known(
    page: Page, partnership: SimpleNamespace
) -> None:
    known = SimpleNamespace(**{**vars(partnership), "front_door": "01632 960 000"})
    assert "your local front door: 01632 960 000." in page("work", partnership=known)


def test_the_title_says_so_when_there_is_something_to_put_right(page: Page) -> None:
    assert "<title>A page" in page("work", form=ShortForm())
    assert "<title>Error: A page" in page("work", form=ShortForm({}))
    assert "<title>Error: A page" in page("work", has_errors=True)


def test_what_was_just_done_is_said(page: Page) -> None:
    made = page("work", messages=["Saved.", "Sent to <Sam>."])
    assert made.count("govuk-notification-banner--success") == 2
    assert "Sent to &lt;Sam&gt;." in made
    ids = re.findall(r'\bid="(govuk-notification-banner-title[^"]*)"', made)
    assert len(set(ids)) == 2


def test_paper_says_which_case_and_version(page: Page, partnership: SimpleNamespace) -> None:
    case = SimpleNamespace(reference="TAM-26-7K4M")
    made = page("work", case=case, print_version=6, marking="OFFICIAL-SENSITIVE")
    printed = re.search(r'<div class="heed-printed".*?</div>', made, re.DOTALL)
    assert printed
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", printed[0]))
    assert said.strip() == "Heed TAM-26-7K4M, version 6 OFFICIAL-SENSITIVE"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_inline(page: Page, layout: str, partnership: SimpleNamespace) -> None:
    made = page(layout, partnership=partnership, person=PERSON, nav_items=NAV)
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son\w+=", made)


ERRORS: list[tuple[int, Callable[..., Any]]] = [
    (400, views.bad_request),
    (403, views.forbidden),
    (404, views.not_found),
    (409, views.changed),
    (503, views.resting),
    (500, views.server_error),
]


@pytest.mark.parametrize(("status", "view"), ERRORS)
def test_a_page_that_went_wrong_says_what_to_do(
    status: int, view: Callable[..., Any], request_factory: RequestFactory
) -> None:
    request = request_factory.get("/tamarside/nowhere/")
    response = view(request) if status == 500 else view(request, Exception())
    assert response.status_code == status
    text = response.content.decode()
    assert re.search(r"<h1[^>]*>[A-Z]", text)
    assert 'data-screen="' in text
    assert str(status) not in re.sub(r"<[^>]+>", "", text)


@pytest.mark.parametrize("status", [400, 403, 404, 409, 500, 503])
def test_a_page_that_went_wrong_needs_nothing_else(status: int) -> None:
    text = render_to_string(f"{status}.html")
    assert text.count("<h1") == 1
    assert text.count("<p class=") >= 2


def test_a_broken_context_still_gets_its_page(
    request_factory: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("the database is away")

    monkeypatch.setattr(views, "render", broken)
    response = views.server_error(request_factory.get("/"))
    assert response.status_code == 500
    assert b"Something went wrong in Heed" in response.content


def test_a_value_cannot_leave_its_attribute() -> None:
    from heed.design.tests.test_forms import shown

    made = shown('<c-button :data-x="x" :name="x">{{ x }}</c-button>', x='"><script>"\'')
    assert "<script" not in made
    read(made)


def test_a_form_named_otherwise_does_no_harm(page: Page) -> None:
    class Other(PlainForm):
        """No fields at all."""

    assert "Error:" not in page("ask", form=Other({}))


@pytest.mark.parametrize(
    ("given", "things", "shown"),
    [
        ("", {}, "OFFICIAL-SENSITIVE"),
        ("", {"marking": ""}, "OFFICIAL-SENSITIVE"),
        ("", {"marking": "OFFICIAL"}, "OFFICIAL"),
        ('marking="RESTRICTED"', {"marking": "OFFICIAL"}, "RESTRICTED"),
    ],
)
def test_the_marking_is_the_nearest(given: str, things: dict[str, str], shown: str) -> None:
    made = Template(CottonCompiler().process(f'<c-identity name="Wren" {given} />'))
    marking = re.search(r'class="heed-marking">([^<]*)<', made.render(Context(things)))
    assert marking
    assert marking[1] == shown
