"""Rows on the toolkit of recurring themes, and on what is passed on to teams and other boards."""

from django.test import Client

from heed.briefings.models import PageTheme
from heed.briefings.tests.factories import make_released
from heed.memory import operations as memory
from heed.toolkit.tests.factories import THEME, agree, make_sent, make_shared, make_shown
from tests.houses import House
from tests.seed_rows.conftest import Open


def themed(house: House, theme: str = THEME) -> str:
    """The page of a theme, as anybody without an account reads it."""
    answer = Client().get(f"/{house.partnership.slug}/learning-themes/{theme}/")
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


def test_s0_11_each_theme_has_a_page(house_of: Open) -> None:
    """Themes (sexual abuse disclosure, neglect, intra-familial harm, restraint,
    complex needs, placement return 16+)

    Each has a page with what it means and the learning that belongs to it.
    """
    house = house_of("cornwall")
    PageTheme.objects.create(
        page=make_released(house, title="Holding safely"), theme="restraint-restriction"
    )
    assert "Holding safely" in themed(house, "restraint-restriction")
    assert "Holding safely" not in themed(house, "neglect")


def test_s2_13_a_short_briefing_of_a_theme_from_the_groups_work(house_of: Open) -> None:
    """7-minute themes briefing from group's work: what keeps coming back, counted."""
    house = house_of("bexley")
    for title in ("First", "Second"):
        PageTheme.objects.create(page=make_released(house, title=title), theme=THEME)
    assert "2 learning pages since" in themed(house)


def test_s3_19_the_toolkit_holds_local_and_national_learning(house_of: Open) -> None:
    """Toolkit of recurring themes, local + national: both on one page, with modules."""
    house = house_of("isle-of-wight")
    PageTheme.objects.create(page=make_released(house, title="Ours"), theme=THEME)
    memory.remember(
        "national/1",
        kind="national",
        audience="public",
        title="What national reviews say of neglect",
        text="Its words.",
        themes=[THEME],
        url="https://www.example.org/review",
    )
    shown = themed(house)
    assert "Ours" in shown
    assert "What national reviews say of neglect" in shown


def test_s3_20_two_partnerships_share_it(house_of: Open) -> None:
    """Shared by two partnerships: nobody shows a module until both have agreed to it."""
    here, there = house_of("isle-of-wight"), house_of("england")
    module = make_sent(here, make_shared(here, there))
    agree(module, here)
    assert module.title not in themed(here)
    agree(module, there)
    assert module.title in themed(here)
    assert f"Written by {here.partnership.name}" in themed(there)


def test_s3_22_modules_are_for_workers_before_birth_and_with_adults(house_of: Open) -> None:
    """Audience includes unborn babies' and adults' workers: each module says whom it is for."""
    house = house_of("isle-of-wight")
    make_shown(house, audience=["maternity", "adults"])
    assert "Midwives and others who work before birth; Services for adults" in themed(house)


def test_s3_23_a_theme_has_modules(house_of: Open) -> None:
    """Theme modules (neglected child): reflect, tools, training, policy, national links."""
    house = house_of("isle-of-wight")
    for kind in ("national", "policy", "training", "tools", "reflect"):
        make_shown(house, kind=kind, title=f"About {kind}")
    shown = themed(house)
    at = [shown.index(f"About {kind}") for kind in ("reflect", "tools", "training", "policy")]
    assert at == sorted(at)
    assert at[-1] < shown.index("About national")


def test_s4_14_learning_leads_to_training_policies_and_pathways(house_of: Open) -> None:
    """Link learning → training, policies, pathways: from a theme's page, each with its link."""
    house = house_of("leeds")
    link = {"words": "Book a place", "address": "https://www.example.org/training"}
    make_shown(house, kind="training", title="Half a day on neglect", links=[link])
    make_shown(house, kind="policy", title="Our neglect pathway")
    shown = themed(house)
    assert "Policy and pathways" in shown
    assert 'href="https://www.example.org/training"' in shown
