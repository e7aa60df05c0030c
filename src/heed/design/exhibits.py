"""Reads the components and their examples, for the catalogue and for its tests.

A component is a file in ``templates/cotton/``; its first comment says what it is for. Its examples
are in ``catalogue/`` under the same name; each begins with a line ``{# what it shows #}``, where
``wide:`` gives it the whole width and ``public:`` shows it as on a page to read.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from django.template import RequestContext, Template
from django_cotton.compiler_regex import CottonCompiler

HERE = Path(__file__).parent
COMPONENTS = HERE / "templates/cotton"
EXAMPLES = HERE / "catalogue"

GROUPS: dict[str, str] = {
    "Whose, and where it stands": "marking state icon stages mini_stages next timeline identity",
    "To act on": "card to_do task_list task button button_link buttons small_button back",
    "To read": "heading_row summary_list summary_row inset details voice empty warning notice "
    "panel beside",
    "Tables and lists": "table table_row table_head table_cell views pagination",
    "Asking": "form fields field error_summary seen saved nudge noticed both_texts pair earlier",
    "A report": "sheet hit note fit",
    "Recommendations and figures": "lanes matrix line_chart bar_chart",
    "The library": "search chips result talk formats",
    "Heed’s own": "mark",
}
_TITLE = re.compile(r"^\{#\s*(?:(wide|public):\s*)?(.+?)\s*#\}\n", re.MULTILINE)
_TAKES = re.compile(r"[a-z][a-z, -]*(?: \(\w+\))?[:.]|Slots? |Inside")
_ABOUT = re.compile(r"\{%\s*comment\s*%\}\n(.*?)\n\{%\s*endcomment\s*%\}", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One state of a component: what it shows, the markup, and the template made of it."""

    title: str
    markup: str
    look: str
    template: Template


@dataclass(frozen=True)
class Exhibit:
    """A component with what its file says of it, and its examples."""

    name: str
    about: str
    takes: list[str]
    examples: tuple[Example, ...]

    @property
    def tag(self) -> str:
        """As it is written in a template: ``c-summary-row``."""
        return "c-" + self.name.replace("_", "-")


def components() -> list[str]:
    """The name of every component there is."""
    return sorted(path.stem for path in COMPONENTS.glob("*.html"))


def about(name: str) -> tuple[str, list[str]]:
    """What the component's file says it is for, and one line for each thing it takes."""
    found = _ABOUT.search((COMPONENTS / f"{name}.html").read_text())
    purpose, takes = [], []
    for piece in re.split(r"\n|  +", found[1] if found else ""):
        if _TAKES.match(piece):
            takes.append(piece)
        elif takes:
            takes[-1] += f" {piece}"
        else:
            purpose.append(piece)
    return " ".join(purpose), takes


def examples(name: str) -> tuple[Example, ...]:
    """The component's examples, in order."""
    pieces = _TITLE.split((EXAMPLES / f"{name}.html").read_text())[1:]
    return tuple(
        Example(title, markup.strip(), look or "", _template(markup))
        for look, title, markup in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    )


def _template(markup: str) -> Template:
    return Template(CottonCompiler().process("{% load design %}" + markup.strip()))


@cache
def exhibits() -> dict[str, list[Exhibit]]:
    """Every component with its examples, by group."""
    return {
        group: [Exhibit(name, *about(name), examples(name)) for name in names.split()]
        for group, names in GROUPS.items()
    }


def show(example: Example, request: HttpRequest, things: dict[str, Any]) -> str:
    """The example as it stands on a page."""
    return example.template.render(RequestContext(request, things))
