"""The catalogue shows every component, and every component says what it is for."""

import re
from collections import Counter

import pytest
from django.test import RequestFactory
from django.utils.html import escape

from heed.design import exhibits, views
from heed.design.tests.fixtures_of_govuk import read

STATES = ["soon", "late", "done", "level", "early", "private", "restricted", "plain", "wait"]


@pytest.fixture(scope="module")
def catalogue() -> str:
    """The page."""
    response = views.catalogue(RequestFactory().get("/design/"))
    assert response.status_code == 200
    return response.content.decode()


def test_every_component_has_its_place() -> None:
    placed = [name for names in exhibits.GROUPS.values() for name in names.split()]
    assert sorted(placed) == exhibits.components()
    assert sorted(path.stem for path in exhibits.EXAMPLES.glob("*.html")) == exhibits.components()


@pytest.mark.parametrize("name", exhibits.components())
def test_a_component_says_what_it_is_for_and_is_shown(name: str, catalogue: str) -> None:
    purpose, takes = exhibits.about(name)
    assert purpose.endswith((".", ".)", ").")), "a sentence"
    text = (exhibits.COMPONENTS / f"{name}.html").read_text()
    declared = re.search(r"<c-vars([^>]*)/>", text)
    told = " ".join(takes)
    for variable in re.findall(r":?([a-z-]+)=", declared[1] if declared else ""):
        assert re.search(rf"\b{variable}\b", f"{told} {purpose}"), f"{variable} is not explained"
    tag = "c-" + name.replace("_", "-")
    assert f'id="{tag}"' in catalogue
    examples = exhibits.examples(name)
    assert examples
    for example in examples:
        assert escape(example.markup) in catalogue


def test_every_state_is_shown(catalogue: str) -> None:
    for kind in STATES:
        assert f"heed-state--{kind}" in catalogue


def test_nothing_is_left_uncompiled(catalogue: str) -> None:
    assert not re.search(r"</?c-[a-z]", catalogue)
    assert "{{" not in re.sub(r"<pre.*?</pre>", "", catalogue, flags=re.DOTALL)


def test_the_page_is_well_made(catalogue: str) -> None:
    top = read(catalogue.replace("<!DOCTYPE html>", ""))
    every = top.every()
    ids = Counter(node.attributes["id"] for node in every if "id" in node.attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    for node in every:
        for points in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            for target in node.attributes.get(points, "").split():
                assert target in ids, f"{points}={target}"


def test_nothing_is_inline(catalogue: str) -> None:
    shown = re.sub(r"<pre.*?</pre>", "", catalogue, flags=re.DOTALL)
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son\w+=", shown)
