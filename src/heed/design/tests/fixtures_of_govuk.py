"""Reads govuk-frontend's own fixtures, and compares HTML without regard to space or order."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "fixtures"
VOID = {"input", "br", "path", "rect", "circle", "img", "meta", "link", "hr"}


def fixture(component: str, name: str) -> dict[str, Any]:
    """One fixture: its options, and the HTML that govuk-frontend makes of them."""
    for one in json.loads((FOLDER / f"{component}.json").read_text())["fixtures"]:
        if one["name"] == name:
            return one
    raise LookupError(f"{component} has no fixture “{name}”")


@dataclass
class Node:
    """An element with its attributes in order of name, and what is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list["Node | str"] = field(default_factory=list)

    def lines(self, depth: int = 0) -> list[str]:
        """The element as lines, so that a difference is easy to see."""
        said = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        made = [f"{'  ' * depth}<{self.tag}{said}>"]
        for one in self.inside:
            if isinstance(one, Node):
                made += one.lines(depth + 1)
            else:
                made.append(f"{'  ' * (depth + 1)}{one}")
        return made

    def every(self) -> list["Node"]:
        """This element and all within it."""
        return [self] + [n for one in self.inside if isinstance(one, Node) for n in one.every()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Node("top", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "class" in named:
            named["class"] = " ".join(sorted(named["class"].split()))
        node = Node(tag, dict(sorted(named.items())))
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        words = re.sub(r"\s+", " ", data).strip()
        if words:
            self.open[-1].inside.append(words)


def read(html: str) -> Node:
    """The HTML as nodes; every element must be closed by its own name."""
    reader = _Reader()
    reader.feed(html)
    assert reader.open == [reader.top], f"<{reader.open[-1].tag}> is not closed"
    return reader.top


def lines(html: str) -> list[str]:
    """The HTML as lines to compare."""
    return read(html).lines()
