"""Colours that can be read, and a partnership's own."""

from types import SimpleNamespace

import pytest
from django.http import Http404
from django.test import RequestFactory

from heed.design import views
from heed.design.colour import can_lead, contrast, is_colour


def test_contrast_is_as_the_guidelines_work_it_out() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#6d2f4f", "#6d2f4f") == 1


@pytest.mark.parametrize("colour", ["#6d2f4f", "#17575a", "#767676"])
def test_a_colour_that_may_lead(colour: str) -> None:
    assert can_lead(colour)


@pytest.mark.parametrize("colour", ["#777777", "#f0b04f", "red", "#6d2f4f;}", "", "#6D2F4"])
def test_a_colour_that_may_not(colour: str) -> None:
    assert not can_lead(colour)


def test_a_colour_is_six_figures() -> None:
    assert is_colour("#6D2F4F")
    assert not is_colour("6d2f4f")


def test_a_partnerships_colour_is_a_stylesheet_that_may_be_kept(
    request_factory: RequestFactory, partnership: SimpleNamespace
) -> None:
    request = request_factory.get("/tamarside/colour.css")
    request.partnership = partnership  # type: ignore[attr-defined]
    response = views.colour(request, partnership="tamarside")
    assert response.content == b":root{--partner:#6d2f4f}\n"
    assert response["Content-Type"].startswith("text/css")
    assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize("found", [None, SimpleNamespace(colour="red}body{display:none")])
def test_no_stylesheet_without_a_partnership_or_a_colour(
    request_factory: RequestFactory, found: SimpleNamespace | None
) -> None:
    request = request_factory.get("/nowhere/colour.css")
    request.partnership = found  # type: ignore[attr-defined]
    with pytest.raises(Http404):
        views.colour(request, partnership="nowhere")
