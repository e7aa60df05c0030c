"""The read API: what it gives, how it is narrowed, how often it may be asked."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from heed import clock
from heed.briefings import operations
from heed.briefings.models import PageReach, ReleasedPage
from heed.briefings.tests.factories import make_released
from heed.library.publishing.api import A_MINUTE
from tests.houses import House

Houses = tuple[House, House]


@pytest.fixture(autouse=True)
def asked_anew() -> None:
    cache.clear()


def told(client: Client, address: str) -> Any:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_it_lists_and_narrows_what_was_learnt(two_partnerships: Houses, client: Client) -> None:
    here, there = two_partnerships
    made, other = make_released(here), make_released(there, title="What the school saw")
    PageReach.objects.create(page=made, kind="age", value="under-1")
    PageReach.objects.create(page=made, kind="role", value="health")
    listed = told(client, "learning")
    assert listed["count"] == 2
    assert listed["next"] is None
    one = told(client, "learning?partnership=harrowmere")["items"][0]
    assert one["title"] == made.title
    assert one["address"] == f"http://127.0.0.1:8000/harrowmere/learning/{made.slug}/"
    assert (one["themes"], one["ages"], one["roles"]) == (
        ["fathers-male-carers"],
        ["under-1"],
        ["health"],
    )
    for asked, titles in {
        "theme=fathers-male-carers": {made.title, other.title},
        "age=under-1": {made.title},
        "age=adult": set(),
        "role=health": {made.title, other.title},  # one names no readers: it is for all
        "role=police": {other.title},
        f"since={clock.today()}": {made.title, other.title},
        f"since={clock.today() + timedelta(days=1)}": set(),
        "partnership=selby-vale&theme=missing": set(),
    }.items():
        assert {item["title"] for item in told(client, f"learning?{asked}")["items"]} == titles
    first = told(client, "learning?size=1")
    assert first["next"] == "http://127.0.0.1:8000/api/v1/learning?size=1&page=2"
    assert told(client, "learning?size=1&page=2")["next"] is None


def test_it_gives_one_page_whole_and_follows_its_address(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    before = made.slug
    whole = told(client, f"learning/harrowmere/{made.slug}")
    assert whole["questions"] == ["What closes when a family moves?", "Who would tell us?"]
    assert "Asking felt like accusing." in str(whole["sections"])
    operations.change_address(made, by=house.coordinator, slug="who-is-at-home")
    moved = client.get(f"/api/v1/learning/harrowmere/{before}")
    assert moved.status_code == 301
    assert moved["Location"] == "/api/v1/learning/harrowmere/who-is-at-home"
    assert told(client, "learning/harrowmere/who-is-at-home")["id"] == whole["id"]


def test_what_was_taken_down_says_so_and_no_more(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    known = told(client, "learning")["items"][0]["id"]
    operations.withdraw(made, by=house.coordinator, notice="We took it down.", why="A cousin rang.")
    assert told(client, "learning")["count"] == 0
    gone = client.get(f"/api/v1/learning/harrowmere/{made.slug}")
    assert gone.status_code == 410
    assert gone["Access-Control-Allow-Origin"] == "*"
    listed = told(client, "withdrawals")
    assert listed["items"] == [gone.json()]
    assert gone.json()["id"] == known
    assert gone.json()["sentence"] == "We took it down."
    assert made.title not in gone.content.decode()
    assert "cousin" not in gone.content.decode()
    tomorrow = clock.today() + timedelta(days=1)
    assert told(client, f"withdrawals?since={tomorrow}")["count"] == 0
    assert told(client, "withdrawals?partnership=selby-vale")["count"] == 0


def test_what_was_only_for_the_partnership_is_never_there(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house, readers="partnership")
    address = f"/api/v1/learning/harrowmere/{made.slug}"
    assert client.get(address).status_code == 404
    operations.change_address(made, by=house.coordinator, slug="elsewhere-now")
    assert client.get(address).status_code == 404
    operations.withdraw(made, by=house.coordinator, notice="Gone.", why="Asked.")
    assert client.get("/api/v1/learning/harrowmere/elsewhere-now").status_code == 404
    assert told(client, "withdrawals")["count"] == 0


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("learning?theme=no-such", 422),
        ("learning?age=12", 422),
        ("learning?size=101", 422),
        ("learning?page=0", 422),
        ("learning?since=yesterday", 422),
        ("learning?partnership=nowhere", 404),
        ("learning/harrowmere/nothing", 404),
        ("learning/nowhere/nothing", 404),
    ],
)
def test_what_it_cannot_use_is_answered(
    two_partnerships: Houses, client: Client, address: str, status: int
) -> None:
    assert client.get(f"/api/v1/{address}").status_code == status


def test_it_is_open_to_any_site_changes_nothing_and_sets_no_cookie(
    two_partnerships: Houses, client: Client
) -> None:
    answer = client.get("/api/v1/learning", headers={"Origin": "https://intranet.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    known = {"If-None-Match": answer["ETag"]}
    assert client.get("/api/v1/learning", headers=known).status_code == 304
    for ask in (client.post, client.put, client.delete, client.patch):
        assert ask("/api/v1/learning").status_code == 405
    assert not ReleasedPage.objects.exists()


def test_it_may_be_asked_so_often_and_not_more(db: None, client: Client) -> None:
    for _ in range(A_MINUTE):
        assert client.get("/api/v1/themes").status_code == 200
    assert client.get("/api/v1/themes").status_code == 429


def test_it_is_described_for_tools_and_for_people(db: None, client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert set(described["paths"]) == {
        "/api/v1/partnerships",
        "/api/v1/themes",
        "/api/v1/learning",
        "/api/v1/learning/{partnership}/{slug}",
        "/api/v1/withdrawals",
    }
    shown = client.get("/api/").content.decode()
    for path, call in described["paths"].items():
        assert path in shown
        assert call["get"]["summary"] in shown
    assert "<script" not in shown
