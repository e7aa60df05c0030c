"""The public pages: served to anyone, without a cookie, light, explained where taken down."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from heed import clock
from heed.briefings import operations
from heed.briefings.models import PageTheme, ReleasedPage
from heed.briefings.tests.factories import make_released
from heed.memory import understanding
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def address(house: House, part: str = "") -> str:
    return f"/{house.partnership.slug}/learning/{part}"


def test_anyone_reads_a_page_without_an_account_or_a_cookie(
    two_partnerships: Houses, client: Client
) -> None:
    made = make_released(two_partnerships[0])
    house = two_partnerships[0]
    for part in ("", f"{made.slug}/", f"{made.slug}/sheet/"):
        page = client.get(address(house, part))
        assert page.status_code == 200
        assert not page.cookies
        assert "max-age=300" in page["Cache-Control"]
    assert client.get(f"/{house.partnership.slug}/learning-themes/").status_code == 200


def test_a_page_shows_what_was_released_and_where_to_turn(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    house.partnership.front_door = "Call the Harrowmere front door on 01632 960 111"
    house.partnership.save()
    made = make_released(house)
    shown = client.get(address(house, f"{made.slug}/")).content.decode()
    assert "<h1" in shown
    assert "Asking felt like accusing." in shown
    assert "<b>Asking felt like accusing.</b>" in shown
    assert "Who would tell us?" in shown
    assert "01632 960 111" in shown
    assert "call 999" in shown
    assert f"/{house.partnership.slug}/referrals/start/" in shown
    assert '<meta name="robots" content="noindex">' in shown
    assert made.briefing
    assert made.briefing.reference not in shown
    assert "Wren" not in shown


def test_the_sheet_is_the_one_that_was_measured(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    sheet = client.get(address(house, f"{made.slug}/sheet/"))
    assert sheet.content == bytes(made.pdf)
    assert sheet["Content-Type"] == "application/pdf"
    assert sheet["X-Robots-Tag"] == "noindex"
    assert f'filename="{made.slug}.pdf"' in sheet["Content-Disposition"]


def test_a_page_for_the_partnership_is_not_there_for_others(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    made = make_released(here, readers="partnership")
    for part in (f"{made.slug}/", f"{made.slug}/sheet/"):
        assert Client().get(address(here, part)).status_code == 404
        assert signed_in(Client(), there.coordinator).get(address(here, part)).status_code == 404
        assert signed_in(client, here.manager).get(address(here, part)).status_code == 200
    assert made.title not in Client().get(address(here)).content.decode()
    assert made.title in client.get(address(here)).content.decode()


def test_nothing_of_one_library_is_in_the_other(two_partnerships: Houses, client: Client) -> None:
    here, there = two_partnerships
    made = make_released(here)
    assert made.title not in client.get(address(there)).content.decode()
    assert client.get(address(there, f"{made.slug}/")).status_code == 404
    assert made.title not in client.get(address(there), {"q": "home"}).content.decode()


def test_a_page_that_was_taken_down_explains_neutrally(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    operations.withdraw(
        made, by=house.coordinator, notice="We have taken this page down.", why="A cousin rang."
    )
    for part in (f"{made.slug}/", f"{made.slug}/sheet/"):
        gone = client.get(address(house, part))
        assert gone.status_code == 410
        shown = gone.content.decode()
        assert "We have taken this page down." in shown
        assert "cousin" not in shown
        assert made.title not in shown
        assert made.focus not in shown
        assert house.partnership.mailbox in shown
    assert made.title not in client.get(address(house)).content.decode()
    assert made.title not in client.get(address(house), {"q": "at home"}).content.decode()


def test_a_page_past_its_end_has_left_the_list_and_the_search(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    with clock.at(made.ends_on + timedelta(days=1)):
        assert client.get(address(house, f"{made.slug}/")).status_code == 410
        assert made.title not in client.get(address(house)).content.decode()
        assert made.title not in client.get(address(house), {"q": "at home"}).content.decode()


def test_the_list_goes_by_month_newest_first(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    first = make_released(house, title="The older lesson")
    ReleasedPage.objects.filter(pk=first.pk).update(released_on=clock.today() - timedelta(days=70))
    make_released(house, title="The newer lesson")
    shown = client.get(address(house)).content.decode()
    assert shown.index("The newer lesson") < shown.index("The older lesson")
    assert shown.count('<h2 class="heed-month">') == 2
    assert "2 pages, newest first" in shown


def test_themes_lead_to_their_pages(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    make_released(house)
    shown = client.get(address(house)).content.decode()
    assert "?theme=fathers-male-carers" in shown
    themed = client.get(address(house), {"theme": "fathers-male-carers"}).content.decode()
    assert "Asking who else is at home" in themed
    assert (
        "No page has this theme yet"
        in client.get(address(house), {"theme": "missing"}).content.decode()
    )
    odd = client.get(address(house), {"theme": "<script>"})
    assert "What we have learned" in odd.content.decode()
    every = client.get(f"/{house.partnership.slug}/learning-themes/").content.decode()
    assert "Fathers, partners and other men" in every


def test_a_search_finds_by_the_words_people_use(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    for question in ("who is at home", "hidden men"):
        shown = client.get(address(house), {"q": question}).content.decode()
        assert made.title in shown, question


@pytest.mark.parametrize(
    "question",
    ["xyzzyqwv", '"', "*", "NEAR(", "a" * 100_000, "'; DROP TABLE", "\x00", "👩‍👧", "هل", "%"],
)
def test_any_question_is_answered(two_partnerships: Houses, client: Client, question: str) -> None:
    house = two_partnerships[0]
    make_released(house)
    page = client.get(address(house), {"q": question})
    assert page.status_code == 200
    assert "<script>" not in page.content.decode().replace("<script src", "").replace(
        '<script type="module"', ""
    )


def test_nothing_found_is_helpful(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    shown = client.get(address(house), {"q": "xyzzyqwv"}).content.decode()
    assert "Try a broader word" in shown


def test_an_empty_library_says_so(two_partnerships: Houses, client: Client) -> None:
    shown = client.get(address(two_partnerships[0])).content.decode()
    assert "The first page is still to come." in shown


def test_a_library_that_is_switched_off_is_not_there(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    house.partnership.parts_off = ["library"]
    house.partnership.save()
    for part in ("", f"{made.slug}/", f"{made.slug}/sheet/"):
        assert client.get(address(house, part)).status_code == 404


@pytest.mark.parametrize("part", ["nothing-here/", "nothing-here/sheet/"])
def test_an_unknown_page_is_not_found(two_partnerships: Houses, client: Client, part: str) -> None:
    assert client.get(address(two_partnerships[0], part)).status_code == 404
    assert client.get(f"/nowhere/learning/{part}").status_code == 404
    assert client.get("/nowhere/learning/").status_code == 404


@pytest.mark.parametrize("number", ["0", "99", "x", "-1"])
def test_an_odd_page_of_the_list_is_answered(
    two_partnerships: Houses, client: Client, number: str
) -> None:
    make_released(two_partnerships[0])
    assert client.get(address(two_partnerships[0]), {"page": number}).status_code == 200


def test_pages_in_other_scripts_are_read(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    made = make_released(house, title="من في البيت؟", focus="Kto jest w domu? Ẹ kú ilé.")
    shown = client.get(address(house, f"{made.slug}/")).content.decode()
    assert 'dir="auto">من في البيت؟' in shown
    assert "Ẹ kú ilé" in shown


@pytest.mark.parametrize("rows", [1, 30])
def test_reading_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, client: Client, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    first = make_released(house)
    copies = [
        ReleasedPage(
            **{
                field.attname: getattr(first, field.attname)
                for field in ReleasedPage._meta.concrete_fields
                if field.attname not in ("id", "number", "slug")
            },
            number=at,
            slug=f"page-{at}",
        )
        for at in range(2, rows + 1)
    ]
    made = ReleasedPage.objects.bulk_create(copies)
    PageTheme.objects.bulk_create(PageTheme(page=one, theme="fathers-male-carers") for one in made)
    costs = {
        address(house): 6,
        f"{address(house)}?theme=fathers-male-carers": 6,
        address(house, f"{first.slug}/"): 6,
        f"/{house.partnership.slug}/learning-themes/": 2,
        f"/{house.partnership.slug}/learning-a-to-z/": 3,
        f"/{house.partnership.slug}/library/follow/": 2,
        f"/{house.partnership.slug}/library/feed.xml": 5,
        f"/{house.partnership.slug}/library/learning.csv": 4,
        f"/{house.partnership.slug}/library/embed/": 4,
        "/api/v1/learning?size=100": 5,
    }
    seen_at = {}
    for url in costs:
        with statements() as seen:
            assert client.get(url).status_code == 200
        seen_at[url] = len(seen)
    assert seen_at == costs
    # What is known has been read, and this process's copy of the vectors is up to date.
    understanding.understand()
    client.get(address(house), {"q": "at home"})
    with statements() as seen:
        client.get(address(house), {"q": "at home"})
    seen.at_most(12)


def test_the_first_view_is_light(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    for part in ("", f"{made.slug}/"):
        assert len(client.get(address(house, part)).content) < 20_000
