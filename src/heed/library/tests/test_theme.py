"""A theme's page: what keeps coming back, the modules, what others learnt."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.briefings.models import PageTheme
from heed.briefings.tests.factories import make_released
from heed.elsewhere.tests.factories import as_pdf
from heed.memory import operations as memory
from heed.toolkit import operations
from heed.toolkit.models import Module
from heed.toolkit.tests.factories import THEME, agree, make_module, make_shared, make_shown
from tests.houses import House

Houses = tuple[House, House]


def address(house: House, part: str = "") -> str:
    return f"/{house.partnership.slug}/learning-themes/{THEME}/{part}"


def test_a_theme_shows_what_we_learnt_what_to_do_and_what_others_learnt(
    two_partnerships: Houses, client: Client
) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there)
    for house, title in ((here, "Quiet days"), (there, "Meals missed")):
        PageTheme.objects.create(page=make_released(house, title=title), theme=THEME)
    make_shown(here, kind="tools", title="A chart of the day")
    make_shown(there, kind="tools", title="Only next door")
    module = make_module(here, kit, title="In supervision")
    module = operations.send(module, by=here.coordinator, seen=module.version)
    agree(module, here)
    agree(module, there)
    memory.remember(
        "national/1",
        kind="national",
        audience="public",
        title="What national reviews say",
        text="The words of the review stay out of the list.",
        themes=[THEME],
        url="https://www.example.org/review",
    )
    shown = client.get(address(here)).content.decode()
    in_order = ["Quiet days", "In supervision", "A chart of the day", "Meals missed", "national"]
    at = [shown.index(one) for one in in_order]
    assert at == sorted(at)
    assert "https://www.example.org/review" in shown
    assert "The words of the review" not in shown
    assert "For: Midwives and others who work before birth; Services for adults" in shown
    assert "Only next door" not in shown
    assert f"Written by {here.partnership.name}" in client.get(address(there)).content.decode()
    assert client.get(f"/{here.partnership.slug}/learning-themes/no-theme/").status_code == 404


#: The gate reads what a paper says, so it is a real one.
CHART = as_pdf("A day", "Ask what a day is like, hour by hour, and write it down.")


def test_a_paper_is_given_out_only_while_its_module_stands(
    two_partnerships: Houses, client: Client
) -> None:
    here, there = two_partnerships
    module = make_module(here)
    paper = operations.add_paper(
        module,
        by=here.coordinator,
        seen=module.version,
        file=SimpleUploadedFile("chart.pdf", CHART),
    )
    part = f"papers/{paper.pk}/"
    assert client.get(address(here, part)).status_code == 404
    operations.send(module, by=here.coordinator, seen=module.version)
    (shelf,) = agree(module, here)
    given = client.get(address(here, part))
    assert b"".join(given.streaming_content) == CHART  # type: ignore[attr-defined]
    assert "sandbox" in given["Content-Security-Policy"]
    assert client.get(address(there, part)).status_code == 404
    shelf.taken_down_on = shelf.shown_on
    shelf.save()
    assert client.get(address(here, part)).status_code == 404


def test_the_page_costs_the_same_for_many(
    two_partnerships: Houses, statements: Callable[[], Any], client: Client
) -> None:
    here, _ = two_partnerships
    make_shown(here)
    with statements() as made:
        client.get(address(here))
    one = len(made)
    for number in range(6):
        make_shown(here, title=f"Number {number}", kind="policy")
    assert Module.objects.count() == 7
    with statements() as made:
        client.get(address(here))
    made.at_most(one)
    made.at_most(12)
