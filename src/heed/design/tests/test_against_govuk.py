"""Heed's components against the HTML of govuk-frontend 6.3.0's own fixtures.

Where Heed differs on purpose, the difference is made on their HTML first, by name, with its reason.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils.safestring import SafeString
from django_cotton.compiler_regex import CottonCompiler

from heed.design.shapes import Problem
from heed.design.tests.fixtures_of_govuk import fixture, lines, read
from heed.design.tests.made_of_fixture import field_group

#: Fixtures of fields that Heed's own fields make to the letter.
FIELDS = {
    "input": [
        "default",
        "with hint text",
        "with error message",
        "with error and hint",
        "with width-2 class",
        "with width-10 class",
        "with width-30 class",
        "with label as page heading",
        "custom type",
        "value",
        "zero value",
        "inputmode",
        "with autocomplete attribute",
        "with spellcheck disabled",
        "with autocapitalize turned off",
    ],
    "textarea": [
        "default",
        "with hint",
        "with error message",
        "with default value",
        "with custom rows",
        "with label as page heading",
        "with hint and error message",
        "with autocomplete attribute",
    ],
    "select": ["with hint text and error message", "error"],
    "file-upload": [
        "default",
        "with hint text",
        "with error message and hint",
        "with label as page heading",
        "error",
    ],
    "password-input": [
        "default",
        "with hint text",
        "with error message",
        "with label as page heading",
        "with new-password autocomplete",
    ],
    "radios": [
        "default",
        "with hint",
        "inline",
        "with fieldset and error message",
        "with very long option text",
        "small with long text",
        "small inline",
        "with hints on parent and items",
        "with hint and error message",
    ],
    "checkboxes": [
        "default",
        "with hint",
        "with legend as a page heading",
        "with error message",
        "with very long option text",
        "small",
        "small with error",
        "small with hint",
        "with error message and hint",
    ],
}
CASES = [(component, name) for component, names in FIELDS.items() for name in names]


def made(markup: str, **things: Any) -> str:
    """The markup as it is shown."""
    return Template(CottonCompiler().process(markup)).render(Context(things))


@pytest.mark.parametrize(("component", "name"), CASES)
def test_a_field_is_the_fixtures(component: str, name: str) -> None:
    theirs = fixture(component, name)
    assert lines(field_group(component, theirs["options"])) == lines(theirs["html"])


def hollow(html: str) -> list[str]:
    """Without what stands inside a reveal, which is one of Heed's own fields."""
    top = read(html)
    for node in top.every():
        if "__conditional" in node.attributes.get("class", ""):
            node.inside.clear()
    return top.lines()


@pytest.mark.parametrize("name", ["with conditional items", "with conditional item checked"])
@pytest.mark.parametrize("component", ["radios", "checkboxes"])
def test_a_choice_reveals_as_in_the_fixture(component: str, name: str) -> None:
    theirs = fixture(component, name)
    ours = hollow(field_group(component, theirs["options"]))
    assert any("__conditional" in line for line in ours)
    assert ours == hollow(theirs["html"])


def test_a_choice_that_stands_alone() -> None:
    """Heed's ids number the choices; theirs count the word "or" as one of them."""
    theirs = fixture("checkboxes", "with divider and None")
    expected = theirs["html"].replace("with-divider-and-none-5", "with-divider-and-none-4")
    assert lines(field_group("checkboxes", theirs["options"])) == lines(expected)


def same(html: str) -> str:
    """Their HTML as it is."""
    return html


def with_our_state(html: str) -> str:
    """Heed's states are a shape and a word, in place of their coloured tags."""
    html = re.sub(r"<strong class=\"govuk-tag[^>]*>\s*(.*?)\s*</strong>", r"\1", html)
    html = re.sub(r"task-list-(\d)-status", r"t\1-status", html)
    return re.sub(
        r'(__status" id="t\d-status">)\s*(.*?)\s*</div>', rf"\1{PLAIN}\2</span></div>", html
    )


PLAIN = (
    '<span class="heed-state heed-state--plain"><svg class="heed-icon" viewBox="0 0 14 14" '
    'aria-hidden="true" focusable="false"><circle cx="7" cy="7" r="5.5"/></svg>'
)


def without_once(html: str) -> str:
    """Heed's buttons send once, however often they are pressed, unless told otherwise."""
    return html.replace('type="submit"', 'type="submit" data-prevent-double-click="true"')


MARKUP: list[tuple[str, str, str, Callable[[str], str]]] = [
    ("back-link", "default", '<c-back href="#" />', same),
    (
        "back-link",
        "with custom text and link",
        '<c-back href="/home">Back to home</c-back>',
        same,
    ),
    ("button", "default", '<c-button :once="False">Save and continue</c-button>', same),
    ("button", "default", "<c-button>Save and continue</c-button>", without_once),
    ("button", "prevent double click", "<c-button>Submit</c-button>", same),
    (
        "button",
        "name",
        '<c-button name="start-now" :once="False">{{ theirs.text }}</c-button>',
        same,
    ),
    ("button", "value", '<c-button value="start" :once="False">{{ theirs.text }}</c-button>', same),
    ("button", "type", '<c-button type="button" :once="False">{{ theirs.text }}</c-button>', same),
    (
        "button",
        "disabled",
        '<c-button :disabled="True" :once="False">Disabled button</c-button>',
        same,
    ),
    (
        "button",
        "secondary",
        '<c-button kind="secondary" :name="theirs.name" :once="False">{{ theirs.text }}</c-button>',
        same,
    ),
    (
        "button",
        "warning",
        '<c-button kind="warning" :name="theirs.name" :once="False">{{ theirs.text }}</c-button>',
        same,
    ),
    ("button", "link", '<c-button-link href="/">Link button</c-button-link>', same),
    (
        "details",
        "default",
        '<c-details summary="Help with nationality">{{ theirs.text }}</c-details>',
        same,
    ),
    (
        "details",
        "expanded",
        '<c-details :summary="theirs.summaryText" open id="help-with-nationality">'
        "{{ theirs.text }}</c-details>",
        same,
    ),
    ("inset-text", "default", "<c-inset>{{ theirs.text }}</c-inset>", same),
    (
        "panel",
        "default",
        '<c-panel heading="Application complete">{{ theirs.text }}</c-panel>',
        same,
    ),
    (
        "panel",
        "custom heading level",
        '<c-panel heading="Application complete" level="2">{{ theirs.text }}</c-panel>',
        same,
    ),
    (
        "panel",
        "title with no body text",
        '<c-panel heading="Application complete" />',
        same,
    ),
    ("warning-text", "default", "<c-warning>{{ theirs.text }}</c-warning>", same),
    (
        "summary-list",
        "no-border",
        '<c-summary-list :lines="False">{% for key, value in rows %}<c-summary-row :key="key">'
        "{{ value }}</c-summary-row>{% endfor %}</c-summary-list>",
        same,
    ),
    (
        "summary-list",
        "actions href",
        '<c-summary-list><c-summary-row key="Name" change="https://www.gov.uk" link="Go to GOV.UK">'
        "Firstname Lastname</c-summary-row></c-summary-list>",
        same,
    ),
    (
        "task-list",
        "default",
        '<c-task-list>{% for heading, status in tasks %}<c-task href="#" :heading="heading" '
        ':status="status" key="t{{ forloop.counter }}" />{% endfor %}</c-task-list>',
        with_our_state,
    ),
    (
        "error-summary",
        "default",
        '<c-error-summary :errors="problems" heading="There is a problem" />',
        same,
    ),
    (
        "error-summary",
        "mixed with and without links",
        '<c-error-summary :errors="problems" heading="There is a problem" />',
        same,
    ),
    ("notification-banner", "default", '<c-notice :heading="theirs.text" />', same),
    (
        "notification-banner",
        "with type as success",
        '<c-notice kind="done" title="Success" :heading="theirs.text" />',
        same,
    ),
    (
        "notification-banner",
        "custom title",
        '<c-notice title="Important information" :heading="theirs.text" />',
        same,
    ),
]


@pytest.mark.parametrize(
    ("component", "name", "markup", "differing"), MARKUP, ids=[f"{c}: {n}" for c, n, *_ in MARKUP]
)
def test_a_component_is_the_fixtures(
    component: str, name: str, markup: str, differing: Callable[[str], str]
) -> None:
    theirs = fixture(component, name)
    options = theirs["options"]
    shown = made(
        markup,
        theirs=options,
        problems=[
            Problem(one["text"], one.get("href", "").lstrip("#"))
            for one in options.get("errorList", [])
        ],
        rows=[
            (row["key"]["text"], SafeString(row["value"].get("html") or row["value"]["text"]))
            for row in options.get("rows", [])
        ],
        tasks=[
            (task["title"]["text"], (task["status"].get("tag") or task["status"])["text"])
            for task in options.get("items", [])
        ],
    )
    assert lines(shown) == lines(differing(theirs["html"]))


def test_the_skip_link_is_the_fixtures(page: Callable[..., str]) -> None:
    theirs = fixture("skip-link", "custom href")["html"].replace("#custom", "#main")
    theirs = theirs.replace("Skip to custom content", "Skip to main content")
    ours = re.search(r'<a href="#main".*?</a>', page("work"))
    assert ours
    assert lines(ours[0]) == lines(theirs)


PAGES = [("default", 3, 2), ("first page", 3, 1), ("last page", 3, 3)]


@pytest.mark.parametrize(("name", "count", "current"), PAGES)
def test_the_pages_of_a_list_are_the_fixtures(name: str, count: int, current: int) -> None:
    """Addresses are Heed's own: the same page with another number."""
    theirs = fixture("pagination", name)["html"]
    theirs = re.sub(r"/page/(\d)", r"?page=\1", theirs)
    theirs = theirs.replace("/previous", f"?page={current - 1}")
    theirs = theirs.replace("/next", f"?page={current + 1}")
    page = Paginator(range(count), 1).page(current)
    assert lines(made('<c-pagination :page="page" />', page=page)) == lines(theirs)


def test_many_pages_are_left_out_as_in_the_fixture() -> None:
    shown = lines(made('<c-pagination :page="page" />', page=Paginator(range(40), 1).page(10)))
    ellipsis = [at for at, line in enumerate(shown) if "__item--ellipsis" in line]
    assert len(ellipsis) == 2
    theirs = lines(fixture("pagination", "with many pages")["html"])
    at = next(at for at, line in enumerate(theirs) if "__item--ellipsis" in line)
    assert shown[ellipsis[0] : ellipsis[0] + 2] == theirs[at : at + 2]
